"""Every read of what is written beside the directory. All of it is public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from waymark.guidance import queries as guidance
from waymark.guidance.models import Question
from waymark.guidance.queries import address_of
from waymark.guidance.slots import Way
from waymark.localoffer import queries as directory
from waymark.localoffer.models import (
    EventDay,
    EventPage,
    NewsPage,
    OfferGuidePage,
    PathwayPage,
    Service,
)
from waymark.localoffer.reading.addresses import GENERAL

#: A page that nobody has checked for this many days is to be read again.
STALE_AFTER = 365


def guides() -> QuerySet[OfferGuidePage]:
    """The published guides, in the editors' order. Cost: one query when read."""
    return OfferGuidePage.objects.live().order_by("path")


def news() -> QuerySet[NewsPage]:
    """The published news, newest first. Cost: one query when read."""
    return NewsPage.objects.live().order_by("-dated_on", "-path")


def pathways() -> QuerySet[PathwayPage]:
    """The published collections for whoever waits, in order. Cost: one query."""
    return PathwayPage.objects.live().order_by("path")


def events() -> QuerySet[EventPage]:
    """Every published event with its days, past ones too. Cost: two queries."""
    return EventPage.objects.live().order_by("path").prefetch_related("days")


def coming_events(today: date) -> list[EventPage]:
    """The published events with a day still to come. Cost: two queries."""
    coming = EventPage.objects.live().filter(days__on__gte=today).distinct()
    return list(coming.order_by("path").prefetch_related("days"))


@dataclass(frozen=True, slots=True)
class Coming:
    """One day of an event that is still to come, and the event's page."""

    day: EventDay
    title: str
    summary: str
    address: str
    page_id: int


def coming_days(today: date) -> list[Coming]:
    """The days still to come, soonest first; a day stays until it has ended.

    Cost: one query.
    """
    rows = EventDay.objects.filter(event__live=True, on__gte=today)
    return [
        Coming(
            day,
            day.event.title,
            day.event.summary,
            address_of(day.event.url_path),
            day.event_id,
        )
        for day in rows.select_related("event").order_by("on", "starts", "pk")
    ]


def written_at(address: str) -> Any:
    """The published page of ours at this address, or None.

    Cost: at most two queries.
    """
    page = guidance.page_at(address.lstrip("/"))
    ours = (OfferGuidePage, NewsPage, EventPage, PathwayPage)
    return page if isinstance(page, ours) else None


def questions(guides: Iterable[OfferGuidePage]) -> list[Question]:
    """The published questions of these guides, and those of none. Cost: one query."""
    topics = [GENERAL, *(guide.slug for guide in guides)]
    return list(guidance.questions().filter(topic__in=topics))


def ways(pages: Iterable[Any]) -> list[Way]:
    """Pages as ways in. Cost: none beside the pages' own."""
    return [Way(page.title, address_of(page.url_path), page.summary) for page in pages]


def services(ids: Iterable[str]) -> list[Service]:
    """Those of the services that are listed, in the order asked for. One query."""
    wanted = list(ids)
    if not wanted:
        return []
    held = {str(s.pk): s for s in directory.listed_services().filter(id__in=wanted)}
    return [held[key] for key in wanted if key in held]


def unchecked_since(day: date) -> list[Any]:
    """Every published page of ours last checked before this day. Cost: four queries."""
    kinds = (OfferGuidePage, NewsPage, EventPage, PathwayPage)
    found: list[Any] = []
    for kind in kinds:
        found += kind.objects.live().filter(checked_on__lt=day)
    return sorted(found, key=lambda page: page.checked_on)
