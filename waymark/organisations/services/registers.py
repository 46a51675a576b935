"""Taking in a register of settings: every fault first, then everything or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from waymark import quick_rows
from waymark.ids import new_id
from waymark.organisations import changes
from waymark.organisations.models import FormerName, Organisation, Register, Setting
from waymark.organisations.registers.faults import Fault
from waymark.organisations.registers.reading import Sheet, read
from waymark.today import now


class OlderRegister(ValueError):
    """A file speaks of an earlier day than what is held from the same register."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Which register a file is from, and of which day it speaks.

    `as_of` says the day in the register's own precision where that is not the day.
    """

    key: str
    name: str
    as_of_on: date
    as_of: str = ""
    note: str = ""


#: The national register, whole.
NATIONAL = "national"
NATIONAL_NAME = (
    "Department for Education, Get Information About Schools. "
    "Open Government Licence v3.0"
)


@dataclass(slots=True)
class Outcome:
    """What a reading did, or would do. With a fault that was not let pass, nothing.

    `renamed` are among those `changed`. `missing` are held from this register and not
    in the file: they are left as they are, because a register drops nobody.
    """

    new: int = 0
    changed: int = 0
    renamed: int = 0
    same: int = 0
    missing: int = 0
    left_out: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def wrote(self) -> int:
        """How many settings were written, or would be."""
        return self.new + self.changed


def import_register(
    content: bytes, origin: Origin, *, dry_run: bool = False, lenient: bool = False
) -> Outcome:
    """Take in a file of the register in one transaction.

    A setting is known by its number (URN). One that says what is held already is not
    written; a column that the file has not leaves what is held. With any fault nothing
    is done; if `lenient`, the rows with faults are left as they were and all others
    are taken in.

    Raises: NotARegister, if no row can be read; OlderRegister. Cost: five queries and
    one more for each kind of change, however many settings there are.
    """
    sheet = read(content)
    faults = sorted(sheet.faults)
    if faults and not lenient:
        return Outcome(faults=faults)
    with transaction.atomic():
        work = _Import(sheet, origin)
        work.compare()
        if not dry_run:
            work.write()
    work.outcome.faults = faults
    work.outcome.left_out = len({fault.row for fault in faults})
    return work.outcome


@dataclass(frozen=True, slots=True)
class _Held:
    """One setting as it is held: its organisation, its register, and its values."""

    id: UUID
    register: int
    values: tuple[Any, ...]


class _Import:
    """One reading while it runs."""

    def __init__(self, sheet: Sheet, origin: Origin) -> None:
        self.sheet, self.origin = sheet, origin
        self.outcome = Outcome()
        self.register = self._register()
        #: Ours, and the one of the organisation that stands second among them.
        self.fields = [name for name in sheet.fields if name != "name"]
        self.new: list[tuple[UUID, tuple[Any, ...]]] = []
        self.changed: list[tuple[_Held, tuple[Any, ...]]] = []

    def _register(self) -> Register:
        held = Register.objects.filter(key=self.origin.key).first()
        if held and held.as_of_on > self.origin.as_of_on:
            raise OlderRegister(
                f"This file is of {self.origin.as_of_on:%d-%m-%Y}, and what is held "
                f"is of {held.as_of_on:%d-%m-%Y}. Download a newer one."
            )
        return held or Register(key=self.origin.key)

    def compare(self) -> None:
        """Tell the new from the changed and from those that are the same."""
        held = self._held()
        here = self.register.pk
        for row in self.sheet.rows:
            before = held.pop(row[0], None)
            if before is None:
                self.new.append((new_id(), row))
            elif before.values != row or before.register != here:
                self.changed.append((before, row))
            else:
                self.outcome.same += 1
        self.outcome.missing = sum(
            1
            for urn, each in held.items()
            if each.register == here and urn not in self.sheet.faulty
        )
        self.outcome.new, self.outcome.changed = len(self.new), len(self.changed)
        self.outcome.renamed = sum(
            1 for before, row in self.changed if before.values[1] != row[1]
        )

    def _held(self) -> dict[str, _Held]:
        names = [
            "organisation__name" if name == "name" else name
            for name in self.sheet.fields
        ]
        rows = Setting.objects.order_by().values_list(
            "organisation_id", "register_id", *names
        )
        return {row[2]: _Held(row[0], row[1], row[2:]) for row in rows.iterator(5000)}

    def write(self) -> None:
        """Write what is new or changed, and of which day the register speaks."""
        wrote = self._note_register()
        if self.new:
            self._write_new()
        if self.changed:
            self._write_changed()
        if wrote or self.outcome.wrote:
            changes.tell_after_commit()

    def _note_register(self) -> bool:
        origin, register = self.origin, self.register
        words = origin.as_of or f"{origin.as_of_on.day} {origin.as_of_on:%B %Y}"
        said = {
            "name": origin.name,
            "as_of_on": origin.as_of_on,
            "as_of": words,
            "note": origin.note,
        }
        before = {name: getattr(register, name) for name in said}
        if register.pk and before == said:
            return False
        for name, value in {**said, "read_at": now()}.items():
            setattr(register, name, value)
        register.save()
        return True

    def _write_new(self) -> None:
        moment = now()
        kind = Organisation.Kind.SETTING.value
        names = ("id", "kind", "name", "code", "phone", "email", "website", "made_at")
        quick_rows.insert(
            Organisation,
            names,
            ((id_, kind, row[1], "", "", "", "", moment) for id_, row in self.new),
        )
        unsaid = _unsaid(self.fields)
        register = self.register.pk
        quick_rows.insert(
            Setting,
            ("organisation", "register", *self.fields, *unsaid),
            (
                (id_, register, row[0], *row[2:], *unsaid.values())
                for id_, row in self.new
            ),
        )

    def _write_changed(self) -> None:
        register = self.register.pk
        quick_rows.update(
            Setting,
            ("register", *self.fields),
            ((register, row[0], *row[2:], before.id) for before, row in self.changed),
        )
        renamed = [
            (before.id, before.values[1], row[1])
            for before, row in self.changed
            if before.values[1] != row[1]
        ]
        quick_rows.update(
            Organisation, ("name",), ((name, id_) for id_, _, name in renamed)
        )
        FormerName.objects.bulk_create(
            [
                FormerName(organisation_id=id_, name=name, until=self.origin.as_of_on)
                for id_, name, _ in renamed
            ],
            batch_size=500,
        )


def _unsaid(fields: Sequence[str]) -> dict[str, str]:
    """What a new setting holds where the file has no column: nothing, as words."""
    said = {"organisation", "register", *fields}
    columns: Iterable[Any] = Setting._meta.concrete_fields
    return {
        column.name: ""
        for column in columns
        if column.name not in said and not column.null
    }
