"""A routemap is a page: one whole route, from its first step to its last."""

from typing import ClassVar

from django import forms
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from waymark.guidance.models import WordsPage
from waymark.guidance.originals import Original
from waymark.guidance.publishing import CheckedPageForm, Problem, empty_problems
from waymark.law import PROCESSES
from waymark.routemaps.models.texts import MADE_WITH, SHORT, headed, words_problems

TITLE_AT_MOST = 85


def process_choices() -> list[tuple[str, str]]:
    """Every process of the law, and none."""
    none = [("", _now("No dates for this routemap"))]
    return none + [(key, process.title) for key, process in PROCESSES.items()]


class RoutemapIndexPage(WordsPage):
    """The list of routemaps."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types: ClassVar = ["guidance.HomePage"]
    subpage_types: ClassVar = ["routemaps.RoutemapPage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of routemaps")


class RoutemapForm(CheckedPageForm):
    """The form of a routemap: the process of law is chosen, never typed."""

    process = forms.ChoiceField(
        label=_("process of law for “my dates”"),
        choices=process_choices,
        required=False,
    )


class RoutemapPage(WordsPage):
    """One whole route, from its first step to its last."""

    summary = models.CharField(_("summary"), max_length=400)
    introduction = RichTextField(_("introduction"), features=SHORT)
    process = models.CharField(_("process of law"), max_length=60, blank=True)
    made_with = RichTextField(_("how it was made"), features=SHORT, blank=True)
    written_on = models.DateField(_("written from the law on"))
    reviewed_by = models.CharField(_("reviewed by"), max_length=160, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)

    base_form_class = RoutemapForm
    parent_page_types: ClassVar = ["routemaps.RoutemapIndexPage"]
    subpage_types: ClassVar = ["routemaps.StepPage", "routemaps.EasyReadPage"]
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("introduction"),
        FieldPanel("process"),
        FieldPanel("made_with"),
        MultiFieldPanel(
            [
                FieldPanel("written_on"),
                FieldPanel("reviewed_by"),
                FieldPanel("reviewed_on"),
            ],
            heading=_("Who stands behind it"),
        ),
    ]

    class Meta:
        verbose_name = _("routemap")

    def live_steps(self) -> QuerySet[Page]:
        """Its published steps, and nothing else that stands under it."""
        below: QuerySet[Page] = self.get_children().live()
        return below.filter(content_type__model="steppage")

    @property
    def is_reviewed(self) -> bool:
        """True when the partnership has read it and said so."""
        return bool(self.reviewed_by and self.reviewed_on)

    def problems(self) -> list[Problem]:
        needed = {"summary": _("Summary"), "introduction": _("Introduction")}
        found = [*super().problems(), *empty_problems(self, needed)]
        for field in ("summary", "introduction", "made_with"):
            found += words_problems(field, getattr(self, field))
        if len(self.title) > TITLE_AT_MOST:
            found.append(Problem("title", _now("Please use at most 85 letters.")))
        if self.process and self.process not in PROCESSES:
            says = _now("“%s” is not a process of the law.") % self.process
            found.append(Problem("process", says))
        return [*found, *self._review_problems(), *self._step_problems()]

    def _review_problems(self) -> list[Problem]:
        if bool(self.reviewed_by) == bool(self.reviewed_on):
            return []
        says = _now("Say both who reviewed it and on which day, or neither.")
        return [Problem("reviewed_by", says)]

    def originals(self) -> list[Original]:
        return [
            *super().originals(),
            Original("summary", _("Summary"), self.summary, "lead"),
            Original("introduction", _("Introduction"), self.introduction),
            *headed("made_with", MADE_WITH, self.made_with),
        ]

    def _step_problems(self) -> list[Problem]:
        if self.pk and self.live_steps().exists():
            return []
        says = _now("Publish at least one of its steps first: it has none yet.")
        return [Problem("", says)]
