"""Services and places by what somebody asks for: the filters of the API.

Each filter is exact, so that a reader of the whole list who filters for himself finds
the same. The search that families use ranks and forgives; this one does neither.
"""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from waymark.localoffer.distance import (
    Position,
    box_around,
    is_inside,
    metres_between,
)
from waymark.localoffer.models import Coverage, Service, ServicePlace, ServiceTerm
from waymark.localoffer.queries.lists import terms_below
from waymark.localoffer.queries.records import published_services
from waymark.localoffer.record.facts import shape_of


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. What is left out does not filter.

    `search`: every word stands somewhere in the record, in any case. `term_id` counts
    the terms below it. `modified_after` is "on or after". Ages: the service takes
    somebody of that age, so far as it says. `day` is MO to SU, and with `opens`,
    `closes` finds services that are open then, by a time of theirs that says so.
    """

    search: str = ""
    term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organisation_id: UUID | None = None
    modified_after: datetime | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    day: str = ""
    start_time: time | None = None
    end_time: time | None = None


def services(filters: Filters) -> QuerySet[Service]:
    """The published services that meet every filter, in the order they changed.

    The order is fixed (last change, then id) so that pages never overlap. Cost: one
    query when read, and one for each level of terms below the one asked for.
    """
    found = published_services().filter(_plain(filters))
    if filters.term_id:
        found = found.filter(_bears(term__in=terms_below(filters.term_id)))
    if filters.taxonomy_id:
        found = found.filter(_bears(term__taxonomy=filters.taxonomy_id))
    if filters.day or filters.start_time or filters.end_time:
        found = found.filter(id__in=_open_then(found, filters))
    return found.order_by("last_modified", "id")


def _plain(filters: Filters) -> Q:
    wanted = Q()
    for word in filters.search.casefold().split():
        wanted &= Q(words__contains=word)
    if filters.organisation_id:
        wanted &= Q(organisation=filters.organisation_id)
    if filters.modified_after:
        wanted &= Q(last_modified__gte=filters.modified_after)
    return wanted & _ages(filters)


def _ages(filters: Filters) -> Q:
    """Services whose ages overlap those asked for; one that says no age takes all."""
    wanted = Q()
    if filters.minimum_age is not None:
        no_end = Q(maximum_age__isnull=True)
        wanted &= no_end | Q(maximum_age__gte=filters.minimum_age)
    if filters.maximum_age is not None:
        no_start = Q(minimum_age__isnull=True)
        wanted &= no_start | Q(minimum_age__lte=filters.maximum_age)
    return wanted


def _bears(**which: Any) -> Exists:
    return Exists(
        ServiceTerm.objects.filter(service=OuterRef("pk"), said=True, **which)
    )


def _open_then(found: QuerySet[Service], filters: Filters) -> list[UUID]:
    """Services with a time that meets the day and hours asked for.

    Times stand in the record alone, so the others' answers are read. Cost: one query.
    """
    rows = found.order_by().select_related(None).values_list("id", "document")
    return [
        key
        for key, record in rows.iterator(chunk_size=2000)
        if any(_meets(each, filters) for each in times_of(record or {}))
    ]


def times_of(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Every time of a record: its own and those of its places."""
    found = [*(record.get("schedules") or ())]
    for place in record.get("service_at_locations") or ():
        found += place.get("schedules") or ()
        found += (place.get("location") or {}).get("schedules") or ()
    return found


def _meets(each: dict[str, Any], filters: Filters) -> bool:
    days = str(each.get("byday", "")).upper().replace(" ", "").split(",")
    if filters.day and filters.day not in days:
        return False
    opens, closes = clock(each.get("opens_at")), clock(each.get("closes_at"))
    if filters.start_time and not (opens and opens >= filters.start_time):
        return False
    return not (filters.end_time and not (closes and closes <= filters.end_time))


def clock(value: Any) -> time | None:
    """A time of day as a record writes it, without its zone, or None."""
    try:
        return time.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError:
        return None


def places(
    filters: Filters, near: Position | None = None, metres: float | None = None
) -> QuerySet[ServicePlace]:
    """The places of those services; near a point if one is given.

    With a distance: places within it. Without: places of services that are known to
    cover the point, because their area does. Cost: two or three queries.
    """
    found = ServicePlace.objects.filter(service__in=services(filters).order_by())
    if near and metres is not None:
        found = found.filter(id__in=_within(found, near, metres))
    elif near:
        found = found.filter(service__in=covering(filters, near))
    found = found.select_related("service__organisation", "service__source")
    return found.order_by(F("service__last_modified"), "service_id", "order")


def _within(found: QuerySet[ServicePlace], near: Position, metres: float) -> list[int]:
    box = box_around(near, metres)
    rows = found.filter(
        latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
    ).values_list("id", "latitude", "longitude")
    return [
        key
        for key, latitude, longitude in rows
        if latitude is not None
        and longitude is not None
        and metres_between(near, Position(latitude, longitude)) <= metres
    ]


def covering(filters: Filters, near: Position) -> list[UUID]:
    """Of the services that meet the filters, those whose known area holds a point.

    The point is one of our own area. Cost: two queries.
    """
    wanted = services(filters).order_by().select_related(None)
    known = (Coverage.AREA, Coverage.NATION)
    ids = list(wanted.filter(coverage__in=known).values_list("id", flat=True))
    drawn = wanted.filter(coverage=Coverage.SHAPE).values_list("id", "document")
    for key, record in drawn:
        areas = (record or {}).get("service_areas") or ()
        shapes = [shape_of(area) for area in areas]
        if any(shape and is_inside(near, shape) for shape in shapes):
            ids.append(key)
    return ids
