"""Published words in another language, tied to the English that they translate."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from waymark.guidance import translating
from waymark.guidance.models.beside_english import TextsField
from waymark.guidance.models.snippets import ApprovedWords
from waymark.guidance.originals import Original
from waymark.guidance.publishing import CheckedForm, Problem, text_problems
from waymark.organisations import queries as organisations
from waymark.organisations.languages import Language


class State(models.TextChoices):
    """How a translation stands."""

    STALE = "stale", _("the English has changed since")
    ASKED = "asked", _("asked for")
    DONE = "done", _("done, and not yet checked")
    CHECKED = "checked", _("checked and published")


class TranslationForm(CheckedForm):
    """The form of a translation: the English stands beside each text."""

    language = forms.ChoiceField(
        label=_("language"), choices=organisations.language_choices
    )
    texts = TextsField(label=_("words"), required=False)
    compared = forms.BooleanField(
        label=_("These words say what the English says now"),
        help_text=_("Tick this when you have compared every text with the English."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = self.instance
        if held.page_id:
            # What is translated into which language stays what it is.
            self.fields["page"].disabled = True
            self.fields["language"].disabled = True
            self.fields["texts"].widget.shows(held)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        page = cleaned.get("page")
        if page and (cleaned.get("compared") or not self.instance.english):
            self.instance.english = english_of(page)
        return cleaned


class Translation(ApprovedWords):
    """One page in one language: its texts, and the English they were made from.

    Nobody sees it before somebody who reads both languages has checked it. One that
    a machine began says so for ever.
    """

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="translations",
    )
    language = models.CharField(_("language"), max_length=12)
    texts = models.JSONField(_("words"), default=dict, blank=True)
    english = models.JSONField(default=list, editable=False)
    by_machine = models.BooleanField(
        _("a machine made the first version"),
        default=False,
        help_text=_("Readers are told. Nothing goes out that only a machine has read."),
    )
    translated_by = models.CharField(
        _("translated by"),
        max_length=160,
        blank=True,
        help_text=_("The person or service. With a machine: whoever mended it."),
    )
    translated_on = models.DateField(_("translated on"), null=True, blank=True)
    checked_by = models.CharField(
        _("checked by"),
        max_length=160,
        blank=True,
        help_text=_("Somebody else, who reads both languages."),
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    base_form_class = TranslationForm
    panels: ClassVar = [
        FieldPanel("page"),
        FieldPanel("language"),
        FieldPanel("texts"),
        FieldPanel("compared"),
        MultiFieldPanel(
            [
                FieldPanel("by_machine"),
                FieldPanel("translated_by"),
                FieldPanel("translated_on"),
                FieldPanel("checked_by"),
                FieldPanel("checked_on"),
            ],
            heading=_("Who stands behind it"),
        ),
    ]

    class Meta:
        ordering = ["language", "page__path"]
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.CheckConstraint(
                name="translation_goes_out_checked_by_somebody",
                condition=models.Q(live=False)
                | (
                    ~models.Q(translated_by="")
                    & ~models.Q(checked_by="")
                    & models.Q(checked_on__isnull=False)
                ),
            ),
            models.UniqueConstraint(
                fields=["page", "language"],
                name="one_translation_of_a_page_in_a_language",
                violation_error_message=_(
                    "This page has a translation in this language already."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.spoken.name}: {self.page.title}"

    @cached_property
    def spoken(self) -> Language:
        """Its language; one that the area no longer has keeps its code as its name."""
        known = {held.code: held for held in organisations.languages()}
        return known.get(
            self.language, Language(self.language, self.language, self.language)
        )

    @cached_property
    def originals_now(self) -> list[Original]:
        """The English as it is published now."""
        specific = self.page.specific
        return list(specific.originals()) if hasattr(specific, "originals") else []

    @property
    def originals(self) -> list[Original]:
        """The English that these words translate."""
        return [Original(label="", **row) for row in self.english]

    @property
    def changed(self) -> list[Original]:
        """The parts of the English that are other, new or gone since."""
        return translating.changed(self.originals, self.originals_now)

    @property
    def is_complete(self) -> bool:
        """True when every part has words."""
        return not translating.missing(self.originals, self.texts)

    @property
    def state(self) -> State:
        """How it stands today."""
        if not self.is_complete:
            return State.ASKED
        if self.changed:
            return State.STALE
        return State.CHECKED if self.live else State.DONE

    def problems(self) -> list[Problem]:
        return [
            *self._page_problems(),
            *self._text_problems(),
            *self._people_problems(),
        ]

    def _page_problems(self) -> Iterator[Problem]:
        if self.language not in dict(organisations.language_choices()):
            says = _now("“%s” is not one of the area's languages.")
            yield Problem("language", says % self.language)
        if not self.page.live or not self.originals_now:
            yield Problem("page", _now("Only a published page of words is translated."))
        if self.changed:
            says = _now("The English has changed since: please compare the two.")
            yield Problem("compared", says)

    def _text_problems(self) -> Iterator[Problem]:
        for original in translating.missing(self.originals, self.texts):
            says = _now("Nothing is written yet for “%s”.")
            yield Problem("texts", says % translating.beginning(original.words))
        for original in self.originals:
            words = self.texts.get(original.name, "")
            found: Iterable[str] = translating.faults(original.words, words)
            if original.kind == "words":
                held = text_problems("texts", words)
                found = [*(problem.says for problem in held), *found]
            for fault in found:
                begins = translating.beginning(original.words)
                yield Problem("texts", f"“{begins}”: {fault}")

    def _people_problems(self) -> Iterator[Problem]:
        if not (self.translated_by and self.translated_on):
            says = _now("Please say who translated it, and on which day.")
            yield Problem("translated_by", says)
        if not (self.checked_by and self.checked_on):
            says = _now("Please say who checked it, and on which day.")
            yield Problem("checked_by", says)
        same = self.checked_by.strip().casefold()
        if same and same == self.translated_by.strip().casefold():
            says = _now("Whoever made the words cannot be the one who checks them.")
            yield Problem("checked_by", says)


def english_of(page: Page) -> list[dict[str, str]]:
    """The English of a page as it is published now, to be kept with its translation."""
    specific = page.specific
    held = specific.originals() if hasattr(specific, "originals") else []
    return [
        {key: str(value) for key, value in asdict(row).items() if key != "label"}
        for row in held
    ]
