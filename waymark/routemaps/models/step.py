"""A step is a page under its routemap: what happens, and what to do whatever comes."""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from waymark.guidance.models import WordsPage
from waymark.guidance.originals import Original
from waymark.guidance.publishing import (
    CheckedPageForm,
    Problem,
    empty_problems,
    helper_problems,
    helpers_field,
    live_ids,
)
from waymark.guidance.simple_html import is_empty
from waymark.law import RULES
from waymark.law.events import Kind
from waymark.routemaps.models.texts import (
    EXITS,
    INSIDE,
    SHORT,
    STEP_WORDS,
    headed,
    words_problems,
)


def rule_choices() -> list[tuple[str, str]]:
    """Every rule of the law, for an editor who ties a step to it."""
    return [(key, f"{key}: {rule.says}") for key, rule in RULES.items()]


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

    def originals(self) -> list[Original]:
        parts = {**STEP_WORDS, "here": _("In this area")}
        parts |= {f"{exit_}_words": label for exit_, label in EXITS.items()}
        found = super().originals()
        for name, heading in parts.items():
            found += headed(name, heading, getattr(self, name))
        return found

    def problems(self) -> list[Problem]:
        found = [*super().problems(), *empty_problems(self, STEP_WORDS)]
        for field in (*STEP_WORDS, "here", *(f"{exit_}_words" for exit_ in EXITS)):
            found += words_problems(field, getattr(self, field))
        found += helper_problems(self.helpers)
        return [*found, *self._law_problems(), *self._exit_problems()]

    def withdrawal_problems(self) -> list[Problem]:
        """A published routemap keeps at least one step."""
        routemap = self.get_parent()
        others = StepPage.objects.sibling_of(self, inclusive=False).live()
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
