"""The routes families follow: a routemap is a page, and each step is one too.

The words belong to editors. Time limits and law are tied to `waymark.law` by key.
"""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from waymark.guidance.models import WordsPage
from waymark.guidance.publishing import (
    CheckedPageForm,
    Problem,
    empty_problems,
    helper_problems,
    helpers_field,
    live_ids,
    text_problems,
    typed_limit_problems,
)
from waymark.guidance.simple_html import is_empty, tokens
from waymark.law import PROCESSES, RULES
from waymark.law.events import Kind

INSIDE = ["h3", "bold", "link", "ol", "ul"]
SHORT = ["bold", "link", "ol", "ul"]

#: The words of a step, in the order of its page, each with its name for editors.
STEP_WORDS = {
    "what_happens": _("What happens"),
    "who_does_it": _("Who does it"),
    "what_you_can_do": _("What you can do"),
    "what_to_ask": _("What to ask"),
    "what_you_should_receive": _("What you should receive"),
}
#: The three exits that every step answers.
EXITS = {
    "if_no": _("If the answer is no"),
    "if_nothing": _("If nothing comes"),
    "if_agreed": _("When it is done or agreed"),
}


def rule_choices() -> list[tuple[str, str]]:
    """Every rule of the law, for an editor who ties a step to it."""
    return [(key, f"{key}: {rule.says}") for key, rule in RULES.items()]


def process_choices() -> list[tuple[str, str]]:
    """Every process of the law, and none."""
    none = [("", _now("No dates for this routemap"))]
    return none + [(key, process.title) for key, process in PROCESSES.items()]


def law_problems(field: str, html: str) -> list[Problem]:
    """Keys of law named in a text that the law does not have."""
    says = _("[[%s]] is not a rule of the law. The list of time limits has the keys.")
    return [Problem(field, str(says) % key) for key in tokens(html) if key not in RULES]


def words_problems(field: str, html: str) -> list[Problem]:
    """Everything that can be wrong inside one text of a routemap."""
    return [
        *text_problems(field, html),
        *law_problems(field, html),
        *typed_limit_problems(field, html),
    ]


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
    subpage_types: ClassVar = ["routemaps.StepPage"]
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

    def _step_problems(self) -> list[Problem]:
        if self.pk and self.get_children().live().exists():
            return []
        says = _now("Publish at least one of its steps first: it has none yet.")
        return [Problem("", says)]


TITLE_AT_MOST = 85


class Joins(models.TextChoices):
    """How a step follows the one before it."""

    THEN = "then", _("then: comes after the step before")
    AND = "and", _("and: happens too, in any order")
    OR = "or", _("or: happens instead")


class StepForm(CheckedPageForm):
    """The form of a step: law and helpers are chosen, never typed."""

    kinds = forms.MultipleChoiceField(
        label=_("events of the law"),
        choices=[(kind.value, kind.value) for kind in Kind],
        required=False,
    )
    rules = forms.MultipleChoiceField(
        label=_("time limits shown"),
        choices=rule_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    helpers = helpers_field()


def _target() -> Any:
    return models.ForeignKey(
        Page,
        verbose_name=_("leads to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


def _words(label: Any) -> Any:
    return RichTextField(label, features=INSIDE)


class StepPage(WordsPage):
    """One step of a route: what happens, and what to do whatever the answer is."""

    joins = models.CharField(
        _("follows"), max_length=4, choices=Joins.choices, default=Joins.THEN
    )
    kinds = models.JSONField(_("events of the law"), default=list, blank=True)
    rules = models.JSONField(_("time limits shown"), default=list, blank=True)
    what_happens = _words(STEP_WORDS["what_happens"])
    who_does_it = _words(STEP_WORDS["who_does_it"])
    what_you_can_do = _words(STEP_WORDS["what_you_can_do"])
    what_to_ask = _words(STEP_WORDS["what_to_ask"])
    what_you_should_receive = _words(STEP_WORDS["what_you_should_receive"])
    here = RichTextField(_("In this area"), features=INSIDE, blank=True)
    if_no_words = RichTextField(EXITS["if_no"], features=SHORT, blank=True)
    if_no_to = _target()
    if_nothing_words = RichTextField(EXITS["if_nothing"], features=SHORT, blank=True)
    if_nothing_to = _target()
    if_agreed_words = RichTextField(EXITS["if_agreed"], features=SHORT, blank=True)
    if_agreed_to = _target()
    helpers = models.JSONField(_("who can help"), default=list, blank=True)

    base_form_class = StepForm
    parent_page_types: ClassVar = ["routemaps.RoutemapPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("joins"),
        *(FieldPanel(field) for field in STEP_WORDS),
        FieldPanel("here"),
        *(
            MultiFieldPanel(
                [FieldPanel(f"{exit_}_words"), FieldPanel(f"{exit_}_to")],
                heading=label,
            )
            for exit_, label in EXITS.items()
        ),
        FieldPanel("helpers"),
        MultiFieldPanel([FieldPanel("rules"), FieldPanel("kinds")], heading=_("Law")),
    ]

    class Meta:
        verbose_name = _("step")

    @property
    def targets(self) -> list[int]:
        """The pages its exits lead to."""
        numbers = [getattr(self, f"{exit_}_to_id") for exit_ in EXITS]
        return [number for number in numbers if number]

    def problems(self) -> list[Problem]:
        found = [*super().problems(), *empty_problems(self, STEP_WORDS)]
        for field in (*STEP_WORDS, "here", *(f"{exit_}_words" for exit_ in EXITS)):
            found += words_problems(field, getattr(self, field))
        found += helper_problems(self.helpers)
        return [*found, *self._law_problems(), *self._exit_problems()]

    def withdrawal_problems(self) -> list[Problem]:
        """A published routemap keeps at least one step."""
        routemap = self.get_parent()
        others = self.get_siblings(inclusive=False).live()
        found = super().withdrawal_problems()
        if routemap.live and not others.exists():
            says = _now("“%s” is the only step of a published routemap.") % self.title
            found.append(Problem("", says))
        return found

    def _law_problems(self) -> list[Problem]:
        rules = [key for key in self.rules if key not in RULES]
        kinds = [kind for kind in self.kinds if kind not in set(Kind)]
        return [
            *(
                Problem("rules", _now("“%s” is not a rule of the law.") % key)
                for key in rules
            ),
            *(
                Problem("kinds", _now("“%s” is not an event of the law.") % kind)
                for kind in kinds
            ),
        ]

    def _exit_problems(self) -> list[Problem]:
        live = live_ids(self.targets)
        found = []
        for exit_, label in EXITS.items():
            target = getattr(self, f"{exit_}_to_id")
            if not target and is_empty(getattr(self, f"{exit_}_words")):
                says = _now("“%s” is not answered. Every step needs all three.")
                found.append(Problem(f"{exit_}_words", says % label))
            if target and target not in live:
                says = _now("“%s” leads to a page that is not published.")
                found.append(Problem(f"{exit_}_to", says % label))
        return found
