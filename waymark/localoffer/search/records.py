"""What the Local Offer hands over to be found: one record for each service."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.finding.sources import Record
from waymark.localoffer.distance import tidy_postcode
from waymark.localoffer.models import (
    Coverage,
    Postcode,
    Service,
    ServicePlace,
    ServiceTerm,
    ServiceTime,
)
from waymark.localoffer.queries.records import LISTED
from waymark.localoffer.record.words import plain
from waymark.localoffer.search import lay_words, ranking
from waymark.localoffer.search.facts import (
    PlaceRow,
    Term,
    TimeRow,
    about,
    first_words,
)
from waymark.localoffer.search.lay_words import LayWords

KINDS: dict[str, object] = {"service": _("Service")}
#: What stands before the id of a service in the id of its record.
PREFIX = "service-"

#: The fields of a record, at any depth, that hold words worth finding.
_WORTH_FINDING = """
alternate_name description eligibility_description application_process fees
fees_description interpretation_services alert transportation details
address_1 address_2 city region postal_code number title department option note
"""
_SAID = frozenset(_WORTH_FINDING.split())
#: Objects whose words are of their own and not of this service.
_NOT_SAID = frozenset({"organization", "attributes", "service_areas", "funding"})
_AT_ONCE = 2000


def address_of(service_id: UUID) -> str:
    """The page of a service."""
    return f"/local-offer/services/{service_id}/"


def service_id_of(record_id: str) -> UUID:
    """The service of a record. Raises: ValueError if it is of something else."""
    return UUID(record_id.removeprefix(PREFIX))


def records() -> Iterator[Record]:
    """Every service that runs or is closed for a while, by name.

    Those that may not be seen yet, or no longer, are among them: which may is asked
    on the day. Cost: five queries.
    """
    rows, said = _Rows(), lay_words.from_areas()
    services = Service.objects.filter(published_at__isnull=False, status__in=LISTED)
    services = services.select_related("organisation").order_by("name", "id")
    for service in services.iterator(chunk_size=_AT_ONCE):
        yield _record(service, rows, said)


@dataclass
class _Rows:
    """Every row that is read out of services, by service. Cost: four queries."""

    terms: dict[UUID, list[tuple[Term, str]]] = field(init=False)
    places: dict[UUID, list[PlaceRow]] = field(init=False)
    times: dict[UUID, list[TimeRow]] = field(init=False)
    postcodes: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.terms, self.places = defaultdict(list), defaultdict(list)
        self.times = defaultdict(list)
        terms = ServiceTerm.objects.values_list(
            "service", "term__taxonomy__key", "term__key", "term__name"
        )
        for service, listed, key, name in terms.iterator(_AT_ONCE):
            self.terms[service].append(((listed or "", key), name))
        places = ServicePlace.objects.order_by("service", "order")
        where = places.values_list("service", "postcode", "latitude", "longitude")
        for service, postcode, latitude, longitude in where.iterator(_AT_ONCE):
            self.places[service].append((postcode, latitude, longitude))
        times = ServiceTime.objects.order_by().values_list(
            "service", "day", "opens_at", "closes_at"
        )
        for service, day, opens, closes in times.iterator(_AT_ONCE):
            self.times[service].append((day, opens, closes))
        known = Postcode.objects.values_list("postcode", flat=True)
        self.postcodes = frozenset(known)


def _record(service: Service, rows: _Rows, said: LayWords) -> Record:
    terms, places = rows.terms[service.pk], rows.places[service.pk]
    document = service.document or {}
    description = plain(str(document.get("description") or ""))
    organisation = service.organisation.name if service.organisation else ""
    topics = tuple(dict.fromkeys(name for _, name in terms))
    return Record(
        id=f"{PREFIX}{service.pk}",
        kind="service",
        name=service.name,
        text=" ".join([organisation, *_said(document)]),
        address=address_of(service.pk),
        local=service.coverage != Coverage.NATION,
        summary=first_words(description) if description else "",
        lay_words=said.of([service.name, *topics]),
        topics=topics,
        standing=_standing(service, places, rows.postcodes),
        about=about(
            service, [term for term, _ in terms], places, rows.times[service.pk]
        ).plain(),
    )


def _said(value: Any) -> Iterator[str]:
    """The words of a record and of what it holds."""
    if isinstance(value, list):
        for inner in value:
            yield from _said(inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str):
                if name in _SAID or (name == "name" and "id" in value):
                    yield plain(inner)
            elif name not in _NOT_SAID:
                yield from _said(inner)


def _standing(
    service: Service, places: list[PlaceRow], postcodes: frozenset[str]
) -> float:
    """What it gets for being known to serve this area, or for being elsewhere."""
    if service.coverage != Coverage.NOT_KNOWN or not postcodes:
        return ranking.HERE
    known = [code for postcode, _, _ in places if (code := tidy_postcode(postcode))]
    if any(code in postcodes for code in known):
        return ranking.HERE
    return ranking.ELSEWHERE if known else ranking.NOT_SAID
