"""Writing many published records at once: their rows, versions, places and terms.

Everything that is published goes through here, one record or fifty thousand, so that
columns, places and terms can never differ from the documents they are read out of.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from waymark import quick_rows
from waymark.localoffer.models import (
    Postcode,
    Service,
    ServicePlace,
    ServiceTerm,
    ServiceTime,
    ServiceVersion,
    Source,
)
from waymark.localoffer.record.facts import Facts, PlaceFacts, facts
from waymark.localoffer.record.parting import (
    keeping_back,
    public_part,
    without_organisation,
)
from waymark.localoffer.services.lists import TermBook
from waymark.localoffer.services.organisations import OrganisationWriter, Sent
from waymark.organisations import queries as organisations
from waymark.today import now

READ_OUT = [
    "document",
    "organisation",
    "source_digest",
    "name",
    "status",
    "minimum_age",
    "maximum_age",
    "is_free",
    "coverage",
    "words",
    "last_modified",
    "assured_on",
    "assured_by",
    "published_at",
]


PLACE = (
    "service",
    "at_id",
    "location_id",
    "name",
    "postcode",
    "latitude",
    "longitude",
    "order",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record to be published, as it was read: whole, with what is kept back."""

    record: dict[str, Any]
    id_at_source: str
    source: Source
    source_digest: str = ""
    found_in: str = ""
    checked_on: date | None = None


class Writer:
    """Publishes records by the thousand, inside one transaction of the caller's.

    Cost: about ten queries for each call of `write`, however many records it holds.
    """

    def __init__(
        self, why: ServiceVersion.Why, *, by: UUID | None = None, note: str = ""
    ) -> None:
        self.why, self.by, self.note = why, by, note
        self.book = TermBook()
        #: Every organisation as the records so far say it, together.
        self.said: dict[UUID, dict[str, Any]] = {}
        self.at = now()
        self.area_names = _area_names()
        self.organisations = OrganisationWriter(self.at, by)
        self.positions = {
            postcode: (latitude, longitude)
            for postcode, latitude, longitude in Postcode.objects.values_list()
        }

    def write(self, entries: Sequence[Entry]) -> list[UUID]:
        """Publish the records; the ids of their services, in order."""
        ids = [UUID(entry.record["id"]) for entry in entries]
        before = Service.objects.in_bulk(ids)
        entries = self._with_kept_back(entries, before)
        self.organisations.write(self._organisations_in(entries))
        rows = [self._row(entry, before) for entry in entries]
        read = [found for _, found in rows]
        quick_rows.put(Service, [row for row, _ in rows], changing=READ_OUT)
        self._write_versions(ids, entries, before)
        self._write_around(ids, read, before)
        return ids

    def _with_kept_back(
        self, entries: Sequence[Entry], before: dict[UUID, Service]
    ) -> Sequence[Entry]:
        """The entries of an import with what the newest versions keep back."""
        if self.why != ServiceVersion.Why.IMPORTED or not before:
            return entries
        newest = dict(
            ServiceVersion.objects.filter(service__in=list(before))
            .order_by("service", "number")
            .values_list("service", "document")
        )
        return [
            replace(entry, record=keeping_back(entry.record, newest[key]))
            if (key := UUID(entry.record["id"])) in newest
            else entry
            for entry in entries
        ]

    def _organisations_in(self, entries: Sequence[Entry]) -> Sent:
        """The organisations of the records, each as full as any record says it."""
        sent: Sent = {}
        for entry in entries:
            organisation = entry.record.get("organization")
            if isinstance(organisation, dict):
                key = UUID(organisation["id"])
                earlier = self.said.get(key, {})
                if earlier.items() >= organisation.items():
                    continue
                self.said[key] = {**earlier, **organisation}
                sent[key] = (self.said[key], entry.source)
        return sent

    # ---- the row of a service -------------------------------------------------------

    def _row(self, entry: Entry, before: dict[UUID, Service]) -> tuple[Service, Facts]:
        record, organisation = without_organisation(entry.record)
        key = UUID(record["id"])
        earlier = before.get(key)
        shown = public_part(record)
        read = facts(shown, organisation, self.area_names)
        row = Service(
            id=key,
            source=earlier.source if earlier else entry.source,
            id_at_source=earlier.id_at_source if earlier else entry.id_at_source,
            source_digest=entry.source_digest
            or (earlier.source_digest if earlier else ""),
            organisation_id=_organisation_id(
                record, organisation, self.organisations.known
            )
            # A version is kept without its organisation, and stays with it.
            or (earlier.organisation_id if earlier else None),
            document=shown,
            found_in=entry.found_in[:500],
            checked_on=entry.checked_on,
            last_modified=self._modified(read.last_modified, earlier),
            published_at=self.at,
        )
        for column in (
            "name",
            "status",
            "minimum_age",
            "maximum_age",
            "is_free",
            "coverage",
            "words",
            "assured_on",
            "assured_by",
        ):
            setattr(row, column, getattr(read, column))
        return row, read

    def _modified(self, said: datetime | None, earlier: Service | None) -> datetime:
        """When the record changed: as it says, unless that is no later than before.

        A feed that changes a record and not its date would hide the change from
        everybody who asks for what is new.
        """
        changed_before = earlier is not None and earlier.document is not None
        if said is None:
            return self.at
        if earlier is not None and changed_before and said <= earlier.last_modified:
            return self.at
        return said

    # ---- what stands around it ------------------------------------------------------

    def _write_versions(
        self,
        ids: Sequence[UUID],
        entries: Sequence[Entry],
        before: dict[UUID, Service],
    ) -> None:
        counted = dict(
            ServiceVersion.objects.filter(service__in=list(before))
            .values_list("service")
            .annotate(last=Max("number"))
        )
        quick_rows.put(
            ServiceVersion,
            [
                ServiceVersion(
                    service_id=key,
                    number=counted.get(key, 0) + 1,
                    document=without_organisation(entry.record)[0],
                    why=self.why,
                    note=self.note,
                    by=self.by,
                    made_at=self.at,
                )
                for key, entry in zip(ids, entries, strict=True)
            ],
        )

    def _write_around(
        self, ids: Sequence[UUID], read: Sequence[Facts], before: dict[UUID, Service]
    ) -> None:
        self.book.write(term for found in read for term in found.terms)
        for rows in (ServicePlace, ServiceTerm, ServiceTime):
            rows.objects.filter(service__in=list(before)).delete()
        pairs = list(zip(ids, read, strict=True))
        quick_rows.insert(
            ServiceTerm,
            ("service", "term", "said"),
            (
                (key, term, said)
                for key, found in pairs
                for term, said in self.book.borne(found.terms).items()
            ),
        )
        quick_rows.insert(
            ServiceTime,
            ("service", "day", "opens_at", "closes_at"),
            (
                (key, found.day, found.opens_at, found.closes_at)
                for key, said in pairs
                for found in said.times
            ),
        )
        quick_rows.insert(
            ServicePlace,
            PLACE,
            (self._place(key, place) for key, found in pairs for place in found.places),
        )

    def _place(self, service: UUID, place: PlaceFacts) -> tuple[Any, ...]:
        """The values of a place, in the order of `PLACE`."""
        latitude, longitude = place.latitude, place.longitude
        if latitude is None or longitude is None:
            latitude, longitude = self.positions.get(place.postcode, (None, None))
        where = (latitude, longitude)
        about = (place.at_id, place.location_id, place.name, place.postcode)
        return (service, *about, *where, place.order)


def _organisation_id(
    record: dict[str, Any], organisation: dict[str, Any] | None, known: set[UUID]
) -> UUID | None:
    said = organisation["id"] if organisation else record.get("organization_id")
    key = UUID(said) if said else None
    return key if key in known else None


def _area_names() -> frozenset[str]:
    """The area's own names, in small letters, by which records say they cover it."""
    authority = organisations.authority()
    return frozenset({authority.name.casefold()}) if authority else frozenset()
