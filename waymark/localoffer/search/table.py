"""What is counted and measured of everything that can be found, kept beside the index.

Places here are those of the records in the index. A list of a search is a set of
places for each value, so that a facet is counted by meeting sets.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from waymark.finding.index import Opened
from waymark.finding.sources import Record
from waymark.localoffer.assurance.rules import (
    ARCHIVED_AFTER,
    LEAVES_SEARCH_AFTER,
    SINKS_AFTER,
    Standing,
    newest_counted_day,
)
from waymark.localoffer.search import bits, globe, ranking
from waymark.localoffer.search.asked import LISTED, OLDEST
from waymark.localoffer.search.globe import Leaf, Point

#: Under this name it lies beside the index.
NAME = "local-offer"

#: What other rooms hand over, as the kinds of this search. What is not named here is
#: found by the search of everything, and not by this one.
KINDS = {
    "service": "service",
    "routemap": "routemap-step",
    "step": "routemap-step",
    "dates": "routemap-step",
    "letter": "routemap-step",
    "time-limit": "guide",
    "guide": "guide",
    "question": "guide",
    "easy-read": "guide",
    "event": "event",
    "news": "news",
}
WAYS = ("comes-to-you", "online", "national")


@dataclass(frozen=True, slots=True)
class Table:
    """Sets of places, and the columns that are measured.

    `lists`: for each list of a search, the set of each value. `ages`: the set that
    takes each year of age. `services`, `pages` and `placed`: services, what is none,
    and services that happen at a place. `leaves`: all the positions of services, those
    near each other together; `points`: the same by place. `counted`: the ordinal of the
    day that each service counts from. `windows`: place, first and last day it may be
    seen.
    """

    size: int
    lists: dict[str, dict[str, int]]
    ages: tuple[int, ...]
    ways: dict[str, int]
    services: int
    pages: int
    placed: int
    leaves: tuple[Leaf, ...]
    points: dict[int, list[Point]]
    counted: tuple[tuple[int, int], ...]
    windows: tuple[tuple[int, int, int], ...]
    standing: tuple[float, ...]
    _days: dict[date, "Day"] = field(default_factory=dict, compare=False, repr=False)

    def on(self, today: date) -> "Day":
        """How everything stands on a day; worked out once a day."""
        if today not in self._days:
            self._days.clear()
            self._days[today] = _day(self, today)
        return self._days[today]


@dataclass(frozen=True, slots=True)
class Day:
    """How everything stands on one day.

    `shown`: what a default search shows; `kept`: what may be seen at all; `weights`:
    what each place's score is multiplied with.
    """

    shown: int
    kept: int
    weights: list[float]


def of(index: Opened) -> Table:
    """The table of a build. Raises: finding.index.OutOfOrder if it cannot be read."""
    table: Table = index.beside(NAME)
    return table


def make(records: Sequence[Record]) -> dict[str, Any]:
    """The table of these records, as plain JSON."""
    made = _Making(len(records))
    for place, record in enumerate(records):
        made.add(place, record)
    return made.plain()


def read(kept: dict[str, Any]) -> Table:
    """A table as `make` wrote it."""
    size = kept["size"]
    lists = {
        name: {value: int(these, 16) for value, these in values.items()}
        for name, values in kept["lists"].items()
    }
    services, pages = int(kept["services"], 16), int(kept["pages"], 16)
    leaves = globe.leaves([(place, lat, lon) for place, lat, lon in kept["where"]])
    points = _by_place(leaves)
    return Table(
        size=size,
        lists={name: lists.get(name, {}) for name in LISTED},
        ages=tuple(int(these, 16) for these in kept["ages"]),
        ways={way: lists.get("ways", {}).get(way, 0) for way in WAYS},
        services=services,
        pages=pages,
        placed=bits.of(points, size),
        leaves=leaves,
        points=points,
        counted=tuple(map(tuple, kept["counted"])),
        windows=tuple(map(tuple, kept["windows"])),
        standing=tuple(kept["standing"]),
    )


class _Making:
    """Collects the places of every value, one record after another."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lists: dict[str, dict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.ages: list[list[int]] = [[] for _ in range(OLDEST + 1)]
        self.of_kind: dict[bool, list[int]] = {True: [], False: []}
        self.where: list[globe.Row] = []
        self.counted: list[tuple[int, int]] = []
        self.windows: list[tuple[int, int, int]] = []
        self.standing: list[float] = []

    def add(self, place: int, record: Record) -> None:
        self.standing.append(record.standing)
        kind = KINDS.get(record.kind)
        if kind is None or (kind == "service" and record.about is None):
            return
        self.of_kind[kind == "service"].append(place)
        if kind == "service":
            self._add_service(place, record.about)
        else:
            self.lists["kinds"][kind].append(place)
            self._add_ages(place, 0, OLDEST)

    def _add_service(self, place: int, about: dict[str, Any]) -> None:
        for name, values in (*about["lists"].items(), ("ways", about["ways"])):
            for value in values:
                self.lists[name][value].append(place)
        self._add_ages(place, *about["ages"])
        self.where += [(place, lat, lon) for lat, lon in about["positions"]]
        counted, first, last = about["days"]
        self.counted.append((place, counted))
        if first or last:
            self.windows.append((place, first, last))

    def _add_ages(self, place: int, first: int, last: int) -> None:
        for age in range(max(first, 0), min(last, OLDEST) + 1):
            self.ages[age].append(place)

    def plain(self) -> dict[str, Any]:
        return {
            "size": self.size,
            "lists": {
                name: {value: self._hex(places) for value, places in values.items()}
                for name, values in self.lists.items()
            },
            "ages": [self._hex(places) for places in self.ages],
            "services": self._hex(self.of_kind[True]),
            "pages": self._hex(self.of_kind[False]),
            "where": globe.side_by_side(self.where),
            "counted": self.counted,
            "windows": self.windows,
            "standing": self.standing,
        }

    def _hex(self, places: list[int]) -> str:
        return f"{bits.of(places, self.size):x}"


def _by_place(leaves: tuple[Leaf, ...]) -> dict[int, list[Point]]:
    found: dict[int, list[Point]] = defaultdict(list)
    for leaf in leaves:
        for point, place in leaf.points:
            found[place].append(point)
    return dict(found)


def _day(table: Table, today: date) -> Day:
    weights = list(table.standing)
    left, archived = [], []
    sinks, leaves, is_archived = (
        newest_counted_day(today, months).toordinal()
        for months in (SINKS_AFTER, LEAVES_SEARCH_AFTER, ARCHIVED_AFTER)
    )
    for place, counted in table.counted:
        if counted <= is_archived:
            archived.append(place)
        elif counted <= leaves:
            left.append(place)
            weights[place] *= ranking.FRESHNESS[Standing.OUT_OF_SEARCH]
        elif counted <= sinks:
            weights[place] *= ranking.FRESHNESS[Standing.SINKING]
    hidden = _unseen(table, today) | bits.of(archived, table.size)
    kept = (table.services | table.pages) & ~hidden
    return Day(kept & ~bits.of(left, table.size), kept, weights)


def _unseen(table: Table, today: date) -> int:
    now = today.toordinal()
    hidden = [
        place
        for place, first, last in table.windows
        if now < first or (last and now > last)
    ]
    return bits.of(hidden, table.size)
