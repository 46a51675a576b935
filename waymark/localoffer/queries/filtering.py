"""Services and places by what somebody asks for: the filters of the API.

Each filter is exact, so that a reader of the whole list who filters for himself finds
the same. The search that families use ranks and forgives; this one does neither.
"""

import math
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import (
    ExpressionWrapper,
    F,
    FloatField,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import ASin, Cos, Least, Radians, Sin, Sqrt

from waymark.localoffer.distance import (
    EARTH_IN_METRES,
    Position,
    box_around,
    is_inside,
)
from waymark.localoffer.models import (
    Coverage,
    Service,
    ServicePlace,
    ServiceTerm,
    ServiceTime,
    TaxonomyTerm,
)
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
        listed = TaxonomyTerm.objects.filter(taxonomy=filters.taxonomy_id)
        found = found.filter(_bears(term__in=listed.order_by().values("id")))
    if filters.day or filters.start_time or filters.end_time:
        found = found.filter(_open_then(filters))
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


def _bears(**which: Any) -> Q:
    borne = ServiceTerm.objects.filter(said=True, **which)
    return Q(id__in=borne.values("service"))


def _open_then(filters: Filters) -> Q:
    """A time of the service that meets the day and the hours asked for.

    Looked up once and not for each service, which took minutes.
    """
    times = ServiceTime.objects.all()
    if filters.day:
        times = times.filter(day=filters.day)
    if filters.start_time:
        times = times.filter(opens_at__gte=filters.start_time)
    if filters.end_time:
        times = times.filter(closes_at__lte=filters.end_time)
    return Q(id__in=times.order_by().values("service"))


def places(
    filters: Filters, near: Position | None = None, metres: float | None = None
) -> QuerySet[ServicePlace]:
    """The places of those services; near a point if one is given.

    With a distance: places within it. Without: places of services that are known to
    cover the point, because their area does. Cost: two or three queries.
    """
    found = ServicePlace.objects.filter(service__in=services(filters).order_by())
    if near and metres is not None:
        found = with_metres(found, near, metres).filter(metres__lte=metres)
    elif near:
        found = found.filter(service__in=covering(filters, near).order_by())
    found = found.select_related("service__organisation", "service__source")
    return found.order_by(F("service__last_modified"), "service_id", "order")


def with_metres(
    found: QuerySet[ServicePlace], near: Position, metres: float
) -> QuerySet[Any]:
    """The places in a box about a distance round a point, each with its `metres` to it.

    Some in the corners of the box are farther than the distance. The formula is that
    of `distance.metres_between`. Cost: none until it is read.
    """
    box = box_around(near, metres)
    up = Sin((Radians(F("latitude")) - math.radians(near.latitude)) / 2.0)
    along = Sin((Radians(F("longitude")) - math.radians(near.longitude)) / 2.0)
    narrowed = Cos(Radians(F("latitude"))) * math.cos(math.radians(near.latitude))
    part = Least(Value(1.0), up * up + narrowed * along * along)
    return found.filter(
        latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
    ).annotate(
        metres=ExpressionWrapper(
            ASin(Sqrt(part)) * 2.0 * EARTH_IN_METRES, output_field=FloatField()
        )
    )


def covering(filters: Filters, near: Position) -> QuerySet[Service]:
    """Of the services that meet the filters, those whose known area holds a point.

    The point is one of our own area. Cost: one query for the shapes that are drawn,
    and one when read.
    """
    wanted = services(filters)
    drawn = wanted.order_by().select_related(None).filter(coverage=Coverage.SHAPE)
    around = [
        key
        for key, record in drawn.values_list("id", "document")
        if _draws_around(record or {}, near)
    ]
    known = (Coverage.AREA, Coverage.NATION)
    return wanted.filter(Q(coverage__in=known) | Q(id__in=around))


def _draws_around(record: dict[str, Any], near: Position) -> bool:
    shapes = [shape_of(area) for area in record.get("service_areas") or ()]
    return any(shape and is_inside(near, shape) for shape in shapes)
