"""The register's file of links: which setting took over from which.

Each link stands there twice, once from either end. What only ties two settings that
both go on, such as a sixth form centre, is no succession and is passed over.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from waymark.organisations.registers import cells
from waymark.organisations.registers.faults import Fault
from waymark.organisations.registers.reading import header_of, rows_of

NEEDED = ("URN", "LinkURN", "LinkType", "LinkEstablishedDate")
#: What marks a file of links.
MARK = "LinkURN"
_TAKES_OVER = "successor"
_TOOK_OVER = ("predecessor", "result of amalgamation", "merged")


@dataclass(frozen=True, slots=True)
class Link:
    """That the setting `after` took over from `before`, how, and on which day."""

    before: str
    after: str
    how: str
    on: date | None


@dataclass(slots=True)
class Links:
    """The successions of a file, each once, and every fault in it."""

    found: dict[tuple[str, str], Link] = field(default_factory=dict)
    passed_over: int = 0
    faults: list[Fault] = field(default_factory=list)


def is_links(content: bytes) -> bool:
    """Whether a file is one of links rather than of establishments."""
    return MARK in next(rows_of(content[:100_000]), [])


def read_links(content: bytes) -> Links:
    """Every succession that a file of links names.

    Raises: NotARegister, if it is no such file.
    """
    rows = rows_of(content)
    names = header_of(rows, NEEDED)
    reads = (cells.urn, cells.urn, cells.needed(cells.words(80)), cells.day)
    plan = [
        (name, names.index(name), read)
        for name, read in zip(NEEDED, reads, strict=True)
    ]
    links = Links()
    for number, row in enumerate(rows, start=2):
        if not any(row):
            continue
        if len(row) != len(names):
            says = f"has {len(row)} cells for {len(names)} columns"
            links.faults.append(Fault(number, "the row", says))
            continue
        _take(links, number, [(name, read, row[at]) for name, at, read in plan])
    return links


def _take(links: Links, number: int, row: list[tuple[str, cells.Read, str]]) -> None:
    values: list[Any] = []
    for name, read, cell in row:
        try:
            values.append(read(cell))
        except ValueError as problem:
            links.faults.append(Fault(number, name, str(problem)))
    if len(values) == len(row):
        _keep(links, number, *values)


def _keep(links: Links, number: int, urn: str, other: str, how: str, on: Any) -> None:
    kind = how.lower()
    if urn == other:
        says = f"is {other}, the same as the URN; a setting does not follow itself"
        links.faults.append(Fault(number, "LinkURN", says))
    elif kind.startswith(_TAKES_OVER):
        links.found[urn, other] = Link(urn, other, how, on)
    elif kind.startswith(_TOOK_OVER):
        links.found.setdefault((other, urn), Link(other, urn, how, on))
    else:
        links.passed_over += 1
