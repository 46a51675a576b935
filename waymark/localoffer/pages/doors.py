"""The doors of the first page: needs, ages, kinds of help and themes.

Each is an address without a query, so that it can be linked, kept and listed, and so
that everything stands three clicks from home.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.queries import counts_of
from waymark.localoffer.search.asked import Asked
from waymark.localoffer.taxonomies import BY_KEY, Term

#: Which part of a search each list of terms narrows; themes are looked for by words.
NARROWS = {"need": "needs", "stage": "stages", "kind": "kinds"}
#: Doors that always stand: themes are looked for by words, and a stage is an age too.
ALWAYS = {"topic", "stage"}

TITLES: dict[str, Promise] = {
    "topic": _("What families come about"),
    "stage": _("By age"),
    "need": _("By need"),
    "kind": _("By kind of help"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """One door: what it says, where it leads, how many services stand behind it."""

    list: str
    key: str
    title: str
    count: int = 0

    @property
    def address(self) -> str:
        return addresses.of_term(self.list, self.key)

    @property
    def asked(self) -> Asked:
        """The search that the door stands for."""
        narrows = NARROWS.get(self.list)
        if narrows is None:
            return Asked(words=self.title)
        choice: dict[str, Any] = {narrows: (self.key,)}
        return Asked(**choice)


@dataclass(frozen=True, slots=True)
class Doors:
    """The doors of one list, under one heading."""

    list: str
    title: str | Promise
    doors: tuple[Door, ...]


def doors() -> list[Doors]:
    """Every door behind which there is something; themes and ages always.

    Cost: one query.
    """
    counts = counts_of(TITLES)
    return [
        Doors(key, title, tuple(_held(key, BY_KEY[key].terms, counts)))
        for key, title in TITLES.items()
    ]


def _held(
    key: str, terms: Iterable[Term], counts: dict[tuple[str, str], int]
) -> list[Door]:
    found = [Door(key, t.key, t.name, _count(key, t, terms, counts)) for t in terms]
    return [door for door in found if door.count or key in ALWAYS]


def _count(
    key: str, term: Term, terms: Iterable[Term], counts: dict[tuple[str, str], int]
) -> int:
    """Whether anything bears the term or one below it. Not a sum: some bear both."""
    below = [each.key for each in terms if each.parent == term.key]
    return max(counts.get((key, each), 0) for each in [term.key, *below])


def door_at(key: str, term: str) -> Door | None:
    """The door at an address, whether or not anything stands behind it today."""
    if key not in TITLES:
        return None
    known = {each.key: each for each in BY_KEY[key].terms}
    return Door(key, term, known[term].name) if term in known else None
