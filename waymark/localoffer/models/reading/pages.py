"""The pages editors write beside the directory, each with whom and what it is about."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from waymark.guidance.limits import unknown_keys
from waymark.guidance.models import FEATURES, WordsPage
from waymark.guidance.originals import Original
from waymark.guidance.publishing import (
    CheckedPageForm,
    Problem,
    empty_problems,
    helper_problems,
    helpers_field,
    text_problems,
    typed_limit_problems,
)
from waymark.localoffer.models.reading.choosing import (
    service_choices,
    term_choices,
    unknown_services,
    unknown_terms,
)

#: What the list of sources may hold.
SOURCES = ["bold", "link", "ol", "ul"]
#: Our own lists of terms by which a page is sorted, and the field that holds them.
LISTS = {"headings": "heading", "needs": "need", "stages": "stage"}


def _terms(label: Any, key: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=lambda: term_choices(key),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class OfferForm(CheckedPageForm):
    """The form of such a page: terms and helpers are chosen, never typed."""

    helpers = helpers_field()
    headings = _terms(_("headings of the law that it answers"), "heading")
    needs = _terms(_("areas of need"), "need")
    stages = _terms(_("stages"), "stage")


class OfferWords(WordsPage):
    """A page of the Local Offer: what it says, from where, checked on which day."""

    summary = models.CharField(_("summary"), max_length=300)
    body = RichTextField(_("text"), features=FEATURES)
    sources = RichTextField(_("where this comes from"), features=SOURCES)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    helpers = models.JSONField(_("who can help"), default=list, blank=True)
    headings = models.JSONField(_("headings of the law"), default=list, blank=True)
    needs = models.JSONField(_("areas of need"), default=list, blank=True)
    stages = models.JSONField(_("stages"), default=list, blank=True)

    base_form_class = OfferForm
    subpage_types: ClassVar[list[Any]] = []
    word_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    source_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("sources"), FieldPanel("checked_on")],
            heading=_("How we know"),
        ),
        FieldPanel("helpers"),
        MultiFieldPanel(
            [FieldPanel("headings"), FieldPanel("needs"), FieldPanel("stages")],
            heading=_("What it is about"),
        ),
    ]

    class Meta:
        abstract = True

    def originals(self) -> list[Original]:
        return [
            *super().originals(),
            Original("summary", _("Summary"), self.summary, "lead"),
            Original("body", _("Text"), self.body),
        ]

    def problems(self) -> list[Problem]:
        needed = {
            "summary": _("Summary"),
            "body": _("Text"),
            "sources": _("Where this comes from"),
        }
        found = [*super().problems(), *empty_problems(self, needed)]
        for field in ("summary", "body"):
            found += words_problems(field, getattr(self, field))
        found += text_problems("sources", self.sources)
        if not self.checked_on:
            says = _now("Please say on which day this was last checked.")
            found.append(Problem("checked_on", says))
        return [*found, *helper_problems(self.helpers), *self._term_problems()]

    def _term_problems(self) -> Iterable[Problem]:
        says = _now("“%s” is not one of our terms.")
        for field, key in LISTS.items():
            for term in unknown_terms(key, getattr(self, field)):
                yield Problem(field, says % term)


def words_problems(field: str, html: str) -> list[Problem]:
    """What is wrong inside a text, with time limits typed by hand or unknown to law."""
    says = _now("“[[%s]]” is not a time limit of the law.")
    return [
        *text_problems(field, html),
        *typed_limit_problems(field, html),
        *(Problem(field, says % key) for key in unknown_keys(html)),
    ]


class OfferGuidePage(OfferWords):
    """A guide: what a family can do about one thing."""

    parent_page_types: ClassVar = ["localoffer.GuideListPage"]
    content_panels: ClassVar = [*OfferWords.word_panels, *OfferWords.source_panels]

    class Meta:
        verbose_name = _("Local Offer guide")


class NewsPage(OfferWords):
    """One piece of news, dated."""

    dated_on = models.DateField(_("day of the news"))

    parent_page_types: ClassVar = ["localoffer.NewsListPage"]
    content_panels: ClassVar = [
        *OfferWords.word_panels,
        FieldPanel("dated_on"),
        *OfferWords.source_panels,
    ]

    class Meta:
        verbose_name = _("news")


class EventPage(OfferWords):
    """Something that happens on one day or more. Past days leave the lists."""

    who_for = models.CharField(_("who it is for"), max_length=200, blank=True)
    cost = models.CharField(_("what it costs"), max_length=120, blank=True)
    how_to_come = models.CharField(_("how to come"), max_length=200, blank=True)

    parent_page_types: ClassVar = ["localoffer.EventListPage"]
    content_panels: ClassVar = [
        *OfferWords.word_panels,
        InlinePanel("days", label=_("day"), min_num=0),
        FieldPanel("who_for"),
        FieldPanel("cost"),
        FieldPanel("how_to_come"),
        *OfferWords.source_panels,
    ]

    class Meta:
        verbose_name = _("event")

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.days.all():
            found.append(Problem("", _now("Please give at least one day.")))
        return found


class EventDay(Orderable):
    """One day of an event: when, and where."""

    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="days")
    on = models.DateField(_("day"))
    starts = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("until"), null=True, blank=True)
    where = models.CharField(_("where"), max_length=200, blank=True)

    panels: ClassVar = [
        FieldPanel("on"),
        FieldPanel("starts"),
        FieldPanel("ends"),
        FieldPanel("where"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_event_ends_after_it_starts",
                condition=models.Q(starts=None)
                | models.Q(ends=None)
                | models.Q(ends__gt=models.F("starts")),
                violation_error_message=_("It ends before it starts."),
            )
        ]

    def __str__(self) -> str:
        return str(self.on)


class PathwayForm(OfferForm):
    """The form of a pathway: services are chosen from the directory."""

    services = forms.MultipleChoiceField(
        label=_("services to use now"),
        choices=service_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class PathwayPage(OfferWords):
    """What a family can have now while it waits for one health service.

    `services` are ids of the directory. One that leaves the directory leaves the page.
    """

    waits_for = models.CharField(_("what is waited for"), max_length=200)
    services = models.JSONField(_("services to use now"), default=list, blank=True)

    base_form_class = PathwayForm
    parent_page_types: ClassVar = ["localoffer.PathwayListPage"]
    content_panels: ClassVar = [
        *OfferWords.word_panels,
        FieldPanel("waits_for"),
        FieldPanel("services"),
        *OfferWords.source_panels,
    ]

    class Meta:
        verbose_name = _("help while you wait")

    def originals(self) -> list[Original]:
        waits = Original("waits_for", _("What is waited for"), self.waits_for, "lead")
        return [*super().originals(), waits]

    def problems(self) -> list[Problem]:
        says = _now("“%s” is no service that people can see.")
        gone = unknown_services(self.services)
        return [
            *super().problems(),
            *empty_problems(self, {"waits_for": _("What is waited for")}),
            *(Problem("services", says % key) for key in gone),
        ]
