"""In which order what was found is shown."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import tantivy

from waymark.finding import matching
from waymark.finding.index import Opened
from waymark.finding.question import Question
from waymark.localoffer.search import bits, ranking
from waymark.localoffer.search.groups import Grouped
from waymark.localoffer.search.measured import Measured
from waymark.localoffer.search.table import Day, Table

#: What the words find, best first: score, place in the index, and address in it.
Matched = list[tuple[float, int, tantivy.DocAddress]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in the index and what it scored."""

    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Order:
    """Puts what meets a search in order. `met` is the set of it."""

    index: Opened
    table: Table
    day: Day
    met: int
    question: Question | None
    matched: Matched
    grouped: Grouped | None = None
    measured: Measured | None = None
    age: int | None = None
    _told: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_told", bits.marks(self.met, self.table.size))

    def page(self, number: int, *, nearest: bool) -> list[Placed]:
        """One page, from 1. What is asked for by the nearest goes by groups first."""
        first = (number - 1) * ranking.PAGE
        most = first + ranking.PAGE
        if nearest and self.measured and self.grouped:
            found = self._nearest(self.measured, self.grouped, most)
        else:
            found = self._best(most)
        return found[first:most]

    def _best(self, most: int) -> list[Placed]:
        return self._worded(most) if self.question else self._without_words(most)

    # ---- by words -------------------------------------------------------------------

    def _worded(self, most: int) -> list[Placed]:
        """The best compared closely; those after them by their words alone."""
        weights, told = self.table.standing, self._told
        found = [
            (score * weights[place], score, place, address)
            for score, place, address in self.matched
            if told[place] == "1"
        ]
        wanted = max(most, ranking.COMPARED)
        best = heapq.nlargest(wanted, found, key=lambda row: row[0])
        compared = self._compared(best[: ranking.COMPARED])
        rest = [Placed(place, score) for score, _, place, _ in best[len(compared) :]]
        return compared + rest

    def _compared(
        self, best: Sequence[tuple[float, float, int, tantivy.DocAddress]]
    ) -> list[Placed]:
        if not best or self.question is None:
            return []
        places = {_key(address): place for _, _, place, address in best}
        again = matching.reranked(
            self.index, self.question, [(score, at) for _, score, _, at in best]
        )
        near = self._nearby(places.values())
        found = [
            Placed(place, match.score * self._factor(place, near))
            for match in again
            if (place := places[_key(match.address)]) >= 0
        ]
        found.sort(key=lambda each: -each.score)
        return self._with_both_kinds(found)

    def _factor(self, place: int, near: dict[int, float]) -> float:
        fresh = self.day.weights[place] / (self.table.standing[place] or 1)
        close = near.get(place)
        if close is not None and close <= ranking.NEARBY_METRES:
            fresh *= ranking.NEARBY
        return fresh * self._for_age(place)

    def _for_age(self, place: int) -> float:
        """What a service gets for taking an age that was said in the words."""
        if self.age is None or not (self.table.services >> place) & 1:
            return 1.0
        says = not (self.table.ages[0] & self.table.ages[-1]) >> place & 1
        if (self.table.ages[self.age] >> place) & 1:
            return ranking.AGE_FITS if says else 1.0
        return ranking.AGE_DOES_NOT

    def _nearby(self, places: Iterable[int]) -> dict[int, float]:
        return self.measured.metres(set(places)) if self.measured else {}

    def _with_both_kinds(self, found: list[Placed]) -> list[Placed]:
        """The first three hold the best service and the best page, if worth it.

        A family that asks about a process also wants whom to ring, and the other way.
        """
        for kind in (self.table.services, self.table.pages):
            at = next((n for n, f in enumerate(found) if (kind >> f.place) & 1), 0)
            if at >= 3 and found[at].score >= found[0].score * ranking.BOTH_KINDS:
                best = found.pop(at)
                found.insert(2, Placed(best.place, found[2].score))
        return found

    # ---- without words --------------------------------------------------------------

    def _without_words(self, most: int) -> list[Placed]:
        """Services before pages, what is trusted and near the area first, by name."""
        weights, services = (
            self.day.weights,
            bits.marks(self.table.services, self.table.size),
        )
        best = heapq.nsmallest(
            most,
            (
                (services[place] == "0", -weights[place], place)
                for place in bits.within(self.met, self.table.size)
            ),
        )
        return [Placed(place, -weight) for _, weight, place in best]

    # ---- by distance ----------------------------------------------------------------

    def _nearest(self, measured: Measured, grouped: Grouped, most: int) -> list[Placed]:
        """Near you by distance; then each other group, the best first."""
        found = [Placed(p, 0.0) for p in measured.nearest(self.met & grouped.near)]
        if len(found) >= most:
            return found
        others = [row for row in self._best(self.met.bit_count())]
        for these in grouped.others():
            told = bits.marks(these, self.table.size)
            found += [row for row in others if told[row.place] == "1"]
        return found


def _key(address: tantivy.DocAddress) -> tuple[int, int]:
    return address.segment_ord, address.doc
