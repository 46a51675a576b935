"""A file that somebody imports: which rows it holds, whatever program wrote it."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from waymark.localoffer.record.faults import Fault
from waymark.localoffer.record.sheet import COLUMNS, as_typed

#: A file larger than this is not read at all.
LARGEST = 600_000_000
LISTS_OF_A_PAGE = ("contents", "content", "services")


class NotReadable(ValueError):
    """A file of which no row can be read, with the faults that say why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = list(faults)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number in a spreadsheet, and its cells by column."""

    number: int
    cells: dict[str, str]


def _wrong(says: str, *, row: int = 1, field: str = "the file") -> NotReadable:
    return NotReadable(Fault(row, field, says))


def text_of(content: bytes) -> str:
    """The words of a file: UTF-8 or UTF-16 with their marks, else Windows letters.

    Raises: NotReadable.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _wrong("is neither UTF-8 nor Windows text; save it as CSV UTF-8")


def json_rows(content: bytes) -> list[Any]:
    """The records of a JSON file: a page of a feed, a plain list, or one a line.

    Raises: NotReadable, naming line and column.
    """
    text = text_of(content)
    try:
        found = json.loads(text, parse_constant=_no_such_number)
    except RecursionError:
        raise _wrong("goes too deep to be read") from None
    except json.JSONDecodeError as problem:
        lines = _lines(text)
        if lines is not None:
            return lines
        where = f"line {problem.lineno}, column {problem.colno}"
        raise _wrong(f"is not good JSON at {where}") from None
    except ValueError as problem:
        raise _wrong(str(problem)) from None
    return records_of(found)


def records_of(found: Any) -> list[Any]:
    """The list inside a page of a feed, or the list itself.

    Raises: NotReadable.
    """
    if isinstance(found, dict):
        lists = [found[name] for name in LISTS_OF_A_PAGE if name in found]
        if not lists:
            raise _wrong("has no list of records; name it contents")
        found = lists[0]
    if not isinstance(found, list):
        raise _wrong("should hold a list of records")
    return found


def _lines(text: str) -> list[Any] | None:
    """The records of a file with one on each line; None if it is no such file."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not lines[0].lstrip().startswith("{"):
        return None
    try:
        return [json.loads(line, parse_constant=_no_such_number) for line in lines]
    except (ValueError, RecursionError):
        return None


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(f"holds {name}, which is no number of JSON")


def sheet_rows(content: bytes) -> list[Row]:
    """The rows of a CSV file, those without anything in them left out.

    Raises: NotReadable, with every column that is not one of ours.
    """
    text = text_of(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_between(text))
    try:
        names = [name.strip() for name in next(reader, [])]
        _check(names)
        return list(_rows(reader, names))
    except csv.Error as problem:
        raise _wrong(f"cannot be read here: {problem}", row=reader.line_num) from None


def _between(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _check(names: list[str]) -> None:
    faults = [
        Fault(1, name[:60] or "a column", "is not one of our columns; see the download")
        for name in names
        if name not in COLUMNS
    ]
    faults += [
        Fault(1, name, "is there twice; leave one of them out")
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
    if "id" not in names:
        says = "is missing; without it a second import would make a second record"
        faults.append(Fault(1, "id", says))
    if faults:
        raise NotReadable(*faults)


def _rows(reader: Iterator[list[str]], names: list[str]) -> Iterator[Row]:
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names):
            says = f"has {len(cells)} cells for {len(names)} columns"
            raise _wrong(says, row=number, field="the row")
        typed = (as_typed(cell) for cell in cells)
        yield Row(number, dict(zip(names, typed, strict=False)))
