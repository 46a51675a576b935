"""A routemap in Easy Read: its own text, beside the full words and tied to them.

A text is ideas in order, each a picture and a few short sentences. It remembers the
version of every part of the full words that it was written from, so that anybody can
see when those have changed.
"""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from waymark.guidance.limits import with_limits
from waymark.guidance.models import WordsPage
from waymark.guidance.originals import Original, version
from waymark.guidance.publishing import CheckedPageForm, Problem, empty_problems
from waymark.organisations import queries as organisations
from waymark.routemaps.models import easy_checks
from waymark.routemaps.models.routemap import RoutemapPage
from waymark.routemaps.models.step import StepPage
from waymark.routemaps.models.texts import words_problems
from waymark.routemaps.models.widgets import AdvicePanel, HelperSelect, PictureSelect

#: The last part of the address of every Easy Read text: /routemaps/<slug>/easy-read/.
SLUG = "easy-read"


class EasyReadForm(CheckedPageForm):
    """The form of an Easy Read text; ticking one box ties it to today's full words."""

    # Not "matches": a field of that name takes the place of the form's own method.
    compared = forms.BooleanField(
        label=_("I have compared it with the full words as they are published now"),
        help_text=_("Tick this when everything here is still true to them."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        routemap = self.parent_page and self.parent_page.specific
        if cleaned.get("compared") and isinstance(routemap, RoutemapPage):
            self.instance.full_words = versions_now(routemap)
        return cleaned


class EasyReadPage(WordsPage):
    """A whole routemap in Easy Read."""

    summary = models.CharField(_("summary"), max_length=300)
    written_by = models.CharField(_("written by"), max_length=160)
    checked_by = models.CharField(_("checked by"), max_length=160, blank=True)
    tested_with = models.CharField(
        _("tested with readers: who"),
        max_length=300,
        blank=True,
        help_text=_("Such as a group of people with learning disabilities. No names."),
    )
    tested_on = models.DateField(_("tested with readers: when"), null=True, blank=True)
    full_words = models.JSONField(default=dict, editable=False)

    base_form_class = EasyReadForm
    parent_page_types: ClassVar = ["routemaps.RoutemapPage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    content_panels: ClassVar = [
        AdvicePanel(heading=_("What could be easier")),
        *Page.content_panels,
        FieldPanel("summary"),
        InlinePanel("ideas", label=_("idea")),
        FieldPanel("compared"),
        MultiFieldPanel(
            [
                FieldPanel("written_by"),
                FieldPanel("checked_by"),
                FieldPanel("tested_with"),
                FieldPanel("tested_on"),
            ],
            heading=_("Who stands behind it"),
        ),
    ]

    class Meta:
        verbose_name = _("Easy Read text")

    @property
    def is_tested(self) -> bool:
        """True when readers have tried it and somebody wrote down who and when."""
        return bool(self.tested_with and self.tested_on)

    @cached_property
    def each_idea(self) -> list["EasyReadIdea"]:
        """Its ideas in order, as this version of the page has them."""
        return list(self.ideas.all())

    @property
    def texts(self) -> list[str]:
        """What each idea says, with its heading and the law's words in place."""
        return [
            with_limits(f"<p>{idea.heading}</p>{idea.words}") for idea in self.each_idea
        ]

    @cached_property
    def names(self) -> list[str]:
        """Names that stand for themselves: those of the helpers it leads to."""
        keys = [idea.helper for idea in self.each_idea if idea.helper]
        return [helper.name for helper in organisations.helpers(keys)] if keys else []

    @cached_property
    def routemap(self) -> RoutemapPage | None:
        """The routemap it tells; None before it has a place in the tree."""
        return RoutemapPage.objects.parent_of(self).first() if self.depth else None

    def originals(self) -> list[Original]:
        found = [
            *super().originals(),
            Original("summary", _("Summary"), self.summary, "lead"),
        ]
        for number, idea in enumerate(self.each_idea, start=1):
            found += idea.originals(number)
        return found

    def problems(self) -> list[Problem]:
        needed = {"summary": _("Summary"), "written_by": _("Written by")}
        return [
            *super().problems(),
            *empty_problems(self, needed),
            *words_problems("summary", self.summary),
            *easy_checks.page_problems(self),
            *easy_checks.idea_problems(self),
            *easy_checks.reading_problems(self),
        ]

    def advice(self) -> list[str]:
        """What could be easier, in sentences for the editor; none of it is a rule."""
        now = versions_now(self.routemap) if self.routemap else {}
        return [
            *easy_checks.advice_on_version(self, now),
            *easy_checks.advice_on_words(self),
        ]


class EasyReadIdea(Orderable):
    """One idea: a picture, a few short sentences, and perhaps whom to ask."""

    page = ParentalKey(EasyReadPage, on_delete=models.CASCADE, related_name="ideas")
    heading = models.CharField(
        _("heading above it"),
        max_length=80,
        blank=True,
        help_text=_("Only where a new part begins."),
    )
    step = models.CharField(
        _("step it tells about"),
        max_length=80,
        blank=True,
        help_text=_("The last part of the step's address. Only beside a heading."),
    )
    picture = models.CharField(_("picture"), max_length=40)
    words = RichTextField(_("sentences"), features=["bold", "link"])
    helper = models.CharField(_("whom to ask"), max_length=50, blank=True)

    panels: ClassVar = [
        FieldPanel("heading"),
        FieldPanel("step"),
        FieldPanel("picture", widget=PictureSelect),
        FieldPanel("words"),
        FieldPanel("helper", widget=HelperSelect),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("idea")

    def __str__(self) -> str:
        return self.heading or self.picture

    def originals(self, number: int) -> list[Original]:
        """Its parts for a translation; the picture stays as it is."""
        name = f"idea-{number}"
        heading = Original(f"{name}-heading", _("Heading"), self.heading, "heading")
        words = Original(name, _("Idea"), self.words, picture=self.picture)
        return [heading, words] if self.heading else [words]


def versions_now(routemap: RoutemapPage) -> dict[str, str]:
    """The version of each published part of a routemap; "" is the routemap itself.

    Cost: one query.
    """
    held = {"": version(routemap.originals())}
    for step in StepPage.objects.child_of(routemap).live().order_by("path"):
        held[step.slug] = version(step.originals())
    return held
