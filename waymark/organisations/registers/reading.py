"""Reading a file of the register: every fault by row and column, then plain rows."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from waymark.organisations.registers import layout
from waymark.organisations.registers.cells import Memo
from waymark.organisations.registers.faults import Fault, NotARegister
from waymark.organisations.registers.layout import COLUMNS, NEEDS, PROVIDES
from waymark.organisations.sorts import sort_of

#: A file larger than this is not read at all. The whole register has some 60 MB.
LARGEST = 300_000_000


@dataclass(slots=True)
class Sheet:
    """What a file says: our fields, and one tuple of values for each good row.

    The first two fields are `urn` and `name`, and the last is `sort`.
    """

    fields: tuple[str, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)


def text_of(content: bytes) -> str:
    """The words of a file: UTF-8 or UTF-16 by their marks, else as it was downloaded.

    The register is written in Windows-1252. A byte that has no letter there is kept
    as a mark, so that the fault names its row and column.

    Raises: NotARegister, for a file that is too large or is not text.
    """
    if len(content) > LARGEST:
        raise NotARegister(Fault(1, "the file", f"has more than {LARGEST:,} bytes"))
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="surrogateescape")


def _utf_16(content: bytes) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError:
        says = "begins as UTF-16 and goes on as something else; download it again"
        raise NotARegister(Fault(1, "the file", says)) from None


def rows_of(content: bytes) -> Iterator[list[str]]:
    """The rows of a file, the names of its columns first.

    Raises: NotARegister, naming the row that is not CSV.
    """
    reader = csv.reader(io.StringIO(text_of(content), newline=""), strict=True)
    done = 0
    try:
        for cells in reader:
            yield cells
            done += 1
    except csv.Error as problem:
        where = Fault(done + 1, "the row", f"cannot be read as CSV: {problem}")
        raise NotARegister(where) from None


def header_of(rows: Iterator[list[str]], wanted: tuple[str, ...]) -> list[str]:
    """The names of the columns.

    Raises: NotARegister, with every wanted column that is missing or there twice.
    """
    names = [name.strip() for name in next(rows, [])]
    faults = [
        Fault(1, name, "is missing; download the file with all its columns")
        for name in wanted
        if name not in names
    ]
    known = {column.name for column in COLUMNS} | {PROVIDES, *NEEDS, *wanted}
    faults += [
        Fault(1, name, "is there twice; leave one of them out")
        for name in sorted(known)
        if names.count(name) > 1
    ]
    if faults:
        raise NotARegister(*faults)
    return names


def read(content: bytes) -> Sheet:
    """Every setting that a file of establishments names, and every fault in it.

    A row with a fault is left out of the rows, and its number, where it can be read,
    is among the faulty.

    Raises: NotARegister, if it is no such file.
    """
    rows = rows_of(content)
    wanted = tuple(column.name for column in COLUMNS if column.is_needed)
    reader = _Reader(header_of(rows, wanted))
    for number, cells in enumerate(rows, start=2):
        if any(cells):
            reader.take(number, cells)
    return reader.sheet


class _Reader:
    """Reads the rows of one file, quickly while nothing is wrong."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.plan = [
            (names.index(column.name), Memo(column.read), column)
            for column in COLUMNS
            if column.name in names
        ]
        self.quick = [(at, memo) for at, memo, _ in self.plan]
        self.provides = names.index(PROVIDES) if PROVIDES in names else None
        self.provision = Memo(layout.read_provision)
        self.needs = [names.index(name) for name in NEEDS if name in names]
        self.need = Memo(layout.read_need)
        fields = [column.field for _, _, column in self.plan]
        self.at = {name: at for at, name in enumerate(fields)}
        self.sheet = Sheet((*fields, *self._derived(), "sort"))
        self.seen: dict[str, int] = {}

    def _derived(self) -> Iterator[str]:
        if self.provides is not None:
            yield from ("sen_unit", "resourced_provision")
        if self.needs:
            yield "sen_needs"

    def take(self, number: int, cells: list[str]) -> None:
        """Read one row, and say every fault in it."""
        if len(cells) != len(self.names):
            says = f"has {len(cells)} cells for {len(self.names)} columns"
            self.sheet.faults.append(Fault(number, "the row", says))
            return
        try:
            values = [memo[cells[at]] for at, memo in self.quick]
            self._add(number, (*values, *self._more(cells), self._sort(values)))
        except ValueError:
            self._say_faults(number, cells)

    def _more(self, cells: list[str]) -> Iterator[Any]:
        if self.provides is not None:
            yield from self.provision[cells[self.provides]]
        if self.needs:
            found = (self.need[cells[at]] for at in self.needs)
            yield " ".join(dict.fromkeys(code for code in found if code))

    def _sort(self, values: list[Any]) -> str:
        at = self.at
        code = values[at["type_code"]] if "type_code" in at else None
        phase = values[at["phase"]] if "phase" in at else ""
        return sort_of(code, phase, values[at["establishment_number"]]).value

    def _add(self, number: int, row: tuple[Any, ...]) -> None:
        first = self.seen.setdefault(row[0], number)
        if first != number:
            says = f"is {row[0]}, which row {first} has already"
            self.sheet.faults.append(Fault(number, "URN", says))
            self.sheet.faulty.add(row[0])
        else:
            self.sheet.rows.append(row)

    def _say_faults(self, number: int, cells: list[str]) -> None:
        checks = [(at, memo, column.name) for at, memo, column in self.plan]
        if self.provides is not None:
            checks.append((self.provides, self.provision, PROVIDES))
        checks += [(at, self.need, self.names[at]) for at in self.needs]
        self.sheet.faulty.add(cells[self.names.index("URN")].strip())
        for at, memo, name in checks:
            try:
                memo[cells[at]]
            except ValueError as problem:
                self.sheet.faults.append(Fault(number, name, str(problem)))
