"""What is left of everything when a search is narrowed, and what each part costs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from waymark.localoffer.search import bits
from waymark.localoffer.search.asked import LISTED, Asked
from waymark.localoffer.search.measured import Measured
from waymark.localoffer.search.table import Table

AGE, WITHIN = "age", "within_miles"


@dataclass(frozen=True, slots=True)
class Sieve:
    """Meets the parts of a search as sets: any value within a part, every part at once.

    `base` is what the words find and the day shows. `worded` is everything that the
    day shows, were there no words.
    """

    table: Table
    asked: Asked
    base: int
    measured: Measured | None = None
    _parts: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parts", dict(self._narrowed()))

    @property
    def met(self) -> int:
        """What meets everything that was asked."""
        return self.without("")

    def without(self, *left_out: str) -> int:
        """What would be met if some parts were left out."""
        met = self.base
        for part, these in self._parts.items():
            if part not in left_out:
                met &= these
        return met

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that narrow this search."""
        return tuple(self._parts)

    def reached(self, ring: int) -> int:
        """What stands inside a ring, and what has no place or comes to a family."""
        anyway = bits.everything(self.table.size) & ~self.table.placed
        return ring | reduce(or_, self.table.ways.values(), anyway)

    def _narrowed(self) -> Iterator[tuple[str, int]]:
        for part in LISTED:
            values: tuple[str, ...] = getattr(self.asked, part)
            if values:
                known = self.table.lists[part]
                yield part, reduce(or_, (known.get(value, 0) for value in values), 0)
        if self.asked.age is not None:
            yield AGE, self.table.ages[self.asked.age]
        if self.asked.within_miles is not None and self.measured:
            yield WITHIN, self.reached(self.measured.ring(self.asked.within_miles))
