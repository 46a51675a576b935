"""Words, questions and letters: published words that are not pages."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from waymark.guidance.publishing import (
    CheckedForm,
    Guarded,
    Problem,
    empty_problems,
    text_problems,
    typed_limit_problems,
)

SHORT = ["bold", "link", "ol", "ul"]


class ApprovedWords(
    Guarded, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model
):
    """Words with versions, a draft and a second person's approval."""

    base_form_class = CheckedForm

    class Meta:
        abstract = True


def _several(value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValidationError(_("Write a list of words."))


class Word(ApprovedWords):
    """A word of the field, explained in place wherever a page first uses it."""

    word = models.CharField(_("word"), max_length=120, unique=True)
    also = models.JSONField(
        _("also called"), default=list, blank=True, validators=[_several]
    )
    meaning = models.TextField(_("meaning"), help_text=_("One or two plain sentences."))
    old = models.BooleanField(_("an old word"), default=False)
    instead = models.CharField(_("we now say"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    panels: ClassVar = [
        FieldPanel(name)
        for name in ("word", "also", "meaning", "old", "instead", "source")
    ]

    class Meta:
        ordering = ["word"]
        verbose_name = _("word")
        verbose_name_plural = _("words")

    def __str__(self) -> str:
        return self.word

    def problems(self) -> list[Problem]:
        return [
            *empty_problems(self, {"word": _("Word"), "meaning": _("Meaning")}),
            *typed_limit_problems("meaning", self.meaning),
        ]


class Question(ApprovedWords):
    """A question families ask, with its answer, under a routemap or guide."""

    topic = models.SlugField(
        _("topic"), help_text=_("The last part of the address of its page.")
    )
    question = models.CharField(_("question"), max_length=200)
    answer = RichTextField(_("answer"), features=SHORT)
    order = models.PositiveIntegerField(_("order"), default=0)

    panels: ClassVar = [
        FieldPanel(name) for name in ("topic", "question", "answer", "order")
    ]

    class Meta:
        ordering = ["topic", "order", "pk"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.question

    def problems(self) -> list[Problem]:
        return [
            *empty_problems(self, {"question": _("Question"), "answer": _("Answer")}),
            *text_problems("answer", self.answer),
            *typed_limit_problems("answer", self.answer),
        ]


class Letter(ApprovedWords):
    """A short letter that a family may copy and send when a rule is not kept."""

    class When(models.TextChoices):
        """The state of the rule that calls for the letter."""

        LATE = "late", _("it is late")
        REFUSED = "refused", _("the answer was no")
        FLOOR = "floor", _("too little time was given")

    key = models.SlugField(_("key"), unique=True)
    rule = models.CharField(_("rule of law"), max_length=10)
    when = models.CharField(_("when"), max_length=10, choices=When.choices)
    title = models.CharField(_("title"), max_length=120)
    subject = models.CharField(_("subject"), max_length=160)
    body = models.TextField(_("letter"))

    panels: ClassVar = [
        FieldPanel(name) for name in ("title", "rule", "when", "subject", "body", "key")
    ]

    class Meta:
        ordering = ["rule", "when"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self) -> str:
        return self.title

    def problems(self) -> list[Problem]:
        fields = {"title": _("Title"), "subject": _("Subject"), "body": _("Letter")}
        return [
            *empty_problems(self, fields),
            *typed_limit_problems("body", self.body),
        ]
