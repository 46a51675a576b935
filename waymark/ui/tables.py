"""Rows of things: a table that becomes cards, and facts with their words."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise

from waymark.ui.component import Component, Words


@dataclass(frozen=True)
class Cell:
    """One cell with the column it stands in, for when the row becomes a card."""

    words: Words
    column: str | Promise
    is_number: bool


@dataclass(frozen=True)
class TableOf(Component):
    """A table whose first column names its row; on a narrow page each row is a card.

    `numbers` are the columns set as numbers, counted from 0. `heard` keeps the caption
    for those who hear the page, where a heading above already shows it.
    """

    template: ClassVar[str] = "ui/table_of.html"

    caption: str | Promise
    headers: tuple[str | Promise, ...]
    rows: tuple[tuple[Words, ...], ...]
    numbers: tuple[int, ...] = ()
    heard: bool = False

    @property
    def columns(self) -> list[tuple[str | Promise, bool]]:
        return [(words, at in self.numbers) for at, words in enumerate(self.headers)]

    @property
    def lines(self) -> list[tuple[Words, list[Cell]]]:
        """Each row as its name and the cells after it."""
        return [(row[0], self._cells(row)) for row in self.rows]

    def _cells(self, row: tuple[Words, ...]) -> list[Cell]:
        return [
            Cell(words, self.headers[at], at in self.numbers)
            for at, words in enumerate(row)
            if at
        ]


@dataclass(frozen=True)
class Fact:
    """A word and what stands against it; perhaps a way to change it."""

    word: str | Promise
    says: Words
    href: str = ""
    action: str | Promise = ""


@dataclass(frozen=True)
class SummaryList(Component):
    """Facts in a list: what is asked on the left, what is known on the right."""

    template: ClassVar[str] = "ui/summary_list.html"

    facts: tuple[Fact, ...]
