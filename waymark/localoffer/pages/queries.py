"""What the pages of the Local Offer read beside the search."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, IntegerField, When

from waymark.localoffer.models import Service, ServicePlace, ServiceTerm
from waymark.localoffer.pages import addresses
from waymark.localoffer.queries import listed_services, published_services


@dataclass(frozen=True, slots=True)
class Borne:
    """One of our own terms that a service bears: which list, its key and its name."""

    list: str
    key: str
    name: str


def terms_borne(ids: Iterable[UUID]) -> dict[UUID, list[Borne]]:
    """Our own terms of each service, said or meant, in the order of their lists.

    Cost: one query.
    """
    wanted = list(ids)
    found: dict[UUID, list[Borne]] = {each: [] for each in wanted}
    rows = (
        ServiceTerm.objects.filter(service__in=wanted)
        .exclude(term__taxonomy__key="")
        .exclude(term__taxonomy=None)
        .order_by("term__taxonomy__key", "term__order")
        .values_list("service_id", "term__taxonomy__key", "term__key", "term__name")
    )
    for service_id, *term in rows:
        found[service_id].append(Borne(*term))
    return found


def places_of(ids: Iterable[UUID]) -> dict[UUID, list[ServicePlace]]:
    """The places of each service, in the order of its record. Cost: one query."""
    wanted = list(ids)
    found: dict[UUID, list[ServicePlace]] = {each: [] for each in wanted}
    for place in ServicePlace.objects.filter(service__in=wanted):
        found[place.service_id].append(place)
    return found


def services_in_order(ids: Iterable[UUID]) -> list[Service]:
    """Published services in the order asked for; what cannot be seen is left out.

    Whatever its status: a plan must say that something has ended. Cost: one query.
    """
    wanted = list(ids)
    found = published_services().filter(id__in=wanted).in_bulk()
    return [found[each] for each in wanted if each in found]


def bearing(terms: Iterable[UUID], most: int) -> list[Service]:
    """The listed services that bear most of these terms, those first, then by name.

    Who was confirmed or checked last comes first among equals. Cost: one query.
    """
    wanted = list(terms)
    if not wanted:
        return []
    running = Case(
        When(status="active", then=0), default=1, output_field=IntegerField()
    )
    return list(
        listed_services()
        .filter(terms__term__in=wanted)
        .annotate(borne=Count("terms__term", distinct=True), running=running)
        .order_by("running", "-borne", "name", "id")[:most]
    )


def counts_of(keys: Iterable[str]) -> dict[tuple[str, str], int]:
    """How many listed services bear each term of these lists, by list and term.

    Cost: one query.
    """
    rows = (
        ServiceTerm.objects.filter(
            term__taxonomy__key__in=list(keys),
            service__in=listed_services().order_by().values("id"),
        )
        .order_by()
        .values_list("term__taxonomy__key", "term__key")
        .annotate(Count("service", distinct=True))
    )
    return {(key, term): count for key, term, count in rows}


#: A sitemap may hold 50,000 addresses; the pages of the tree need a few.
LISTED_AT_MOST = 45_000


def every_address() -> list[tuple[str, object]]:
    """The pages that search engines may list, with when each last changed.

    Cost: one query.
    """
    rows = listed_services().order_by("-last_modified", "id")
    known = rows.values_list("id", "last_modified")[:LISTED_AT_MOST]
    services = [(addresses.of_service(each), changed) for each, changed in known]
    return [(addresses.FIRST, None), (addresses.ALL, None), *services]
