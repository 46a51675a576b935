"""Taking in many records at once, from another program or for a demonstration."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import models, transaction

from waymark.access import audit
from waymark.access.record import Part
from waymark.access.roles import Role
from waymark.access.ties import How
from waymark.people import sealed
from waymark.people.identifiers import Kind
from waymark.people.models import (
    Address,
    Adult,
    Assignment,
    Attendance,
    Child,
    Identifier,
    LegalStatus,
    Relationship,
)
from waymark.people.services.children import Person

#: Rows of one source keep their ids, so that taking them in again writes nothing.
_SPACE = UUID("6b7f0ed2-5b4e-5d7e-9a52-0f4d4d9f8b11")
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives, and whether it is kept back."""

    lines: str
    postcode: str
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class Grownup:
    """An adult of a record that is taken in; `key` names them in their source."""

    key: str
    name: str
    email: str
    phone: str
    kind: str
    responsibility: str
    is_carer: bool
    home: Home


@dataclass(frozen=True, slots=True)
class Taken:
    """A record that is taken in; `key` names the child in the source."""

    key: str
    person: Person
    numbers: tuple[tuple[Kind, str], ...]
    home: Home
    adults: tuple[Grownup, ...]
    setting_id: UUID | None
    since: date
    officer_id: UUID | None = None
    team_id: UUID | None = None
    looked_after_by: UUID | None = None


class NumberTaken(ValueError):
    """A number of a record that is taken in belongs to another child here."""


def id_of(source: str, key: str) -> UUID:
    """The id that a row of a source has here."""
    return uuid5(_SPACE, f"{source}/{key}")


@transaction.atomic
def take_in(records: Iterable[Taken], *, source: str) -> int:
    """Write down records that are not here yet, all of them or none. How many.

    Numbers are taken as they come: whoever makes them has checked them. What was taken
    in before from the same source stays as it is now.

    Raises: NumberTaken. Cost: some ten insertions for each 500 records.
    """
    known = _known(source)
    new = [each for each in records if id_of(source, each.key) not in known]
    for at in range(0, len(new), AT_ONCE):
        _write(new[at : at + AT_ONCE], source)
    ids = [id_of(source, each.key) for each in new]
    audit.record_taken_in(ids, Part.PERSON, why="The record was taken in")
    return len(new)


def _known(source: str) -> set[UUID]:
    """The children who are here already. A source is loaded whole, so all are asked."""
    return set(Child.objects.values_list("pk", flat=True)) if source else set()


def _write(records: Sequence[Taken], source: str) -> None:
    rows = _Rows(source)
    for each in records:
        rows.add(each)
    rows.save()


class _Rows:
    """The rows of some records, gathered by their tables in the order they need."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._by_table: dict[type[models.Model], list[Any]] = {
            table: []
            for table in (
                Child,
                Adult,
                Identifier,
                Relationship,
                Address,
                Attendance,
                Assignment,
                LegalStatus,
            )
        }

    def _put(self, row: models.Model) -> None:
        self._by_table[type(row)].append(row)

    def save(self) -> None:
        """Write the rows. Raises: NumberTaken, before anything is written."""
        marks = [row.mark for row in self._by_table[Identifier]]
        if Identifier.objects.filter(mark__in=marks, ended_at=None).exists():
            raise NumberTaken("A number belongs to another child here already.")
        for table, rows in self._by_table.items():
            table._default_manager.bulk_create(rows)

    def add(self, said: Taken) -> None:
        person = said.person
        child = Child(
            id=id_of(self._source, said.key),
            **{name: getattr(person, name) for name in Person.__dataclass_fields__},
        )
        self._put(child)
        self._numbers(child, said)
        self._lives(said.home, said.since, child=child)
        for each in said.adults:
            self._adult(child, each, said.since)
        self._ties(child, said)

    def _numbers(self, child: Child, said: Taken) -> None:
        for kind, value in said.numbers:
            mark = sealed.mark_of_number(kind, value)
            row = Identifier(child=child, kind=kind, mark=mark, said_by=self._source)
            sealed.put(row, "sealed_value", value)
            self._put(row)

    def _lives(self, home: Home, since: date, **whose: Any) -> None:
        row = Address(is_restricted=home.is_restricted, began_on=since, **whose)
        sealed.put(row, "sealed_lines", home.lines)
        sealed.put(row, "sealed_postcode", home.postcode)
        self._put(row)

    def _adult(self, child: Child, said: Grownup, since: date) -> None:
        adult = Adult(
            id=id_of(self._source, f"adult/{said.key}"),
            name=said.name,
            channel=Adult.Channel.EMAIL,
        )
        sealed.put(adult, "sealed_email", said.email)
        sealed.put(adult, "sealed_phone", said.phone)
        self._put(adult)
        self._lives(said.home, since, adult=adult)
        self._put(
            Relationship(
                child=child,
                adult=adult,
                kind=said.kind,
                responsibility=said.responsibility,
                is_carer=said.is_carer,
                began_on=child.born_on,
            )
        )

    def _ties(self, child: Child, said: Taken) -> None:
        since = said.since
        if said.setting_id is not None:
            self._put(
                Attendance(child=child, setting_id=said.setting_id, began_on=since)
            )
        if said.looked_after_by is not None:
            self._put(
                LegalStatus(
                    child=child,
                    kind=LegalStatus.Kind.LOOKED_AFTER,
                    authority_id=said.looked_after_by,
                    began_on=since,
                )
            )
        if said.officer_id is not None:
            self._put(
                Assignment(
                    child=child,
                    account_id=said.officer_id,
                    role=Role.COORDINATOR.value,
                    how=How.ASSIGNED.value,
                    team_id=said.team_id,
                    began_on=since,
                )
            )
