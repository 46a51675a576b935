"""How far everything is from a place, looking closely only where it matters."""

import math
from dataclasses import dataclass, field

from waymark.localoffer.distance import METRES_IN_A_MILE, Position
from waymark.localoffer.search import bits, globe
from waymark.localoffer.search.globe import Leaf, Point
from waymark.localoffer.search.table import Table


@dataclass(frozen=True, slots=True)
class Measured:
    """Distances from one place to everything that has a place."""

    table: Table
    position: Position
    _here: Point = field(init=False)
    #: How far the middle of each leaf is, in a straight line.
    _leaves: list[tuple[float, Leaf]] = field(init=False)
    _rings: dict[float, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        here = globe.point(self.position)
        known = self.table.leaves
        away = [(math.dist(here, leaf.middle), leaf) for leaf in known]
        object.__setattr__(self, "_here", here)
        object.__setattr__(self, "_leaves", away)

    def ring(self, miles: float) -> int:
        """The set of what has a place within so many miles."""
        if miles not in self._rings:
            self._rings[miles] = self._ring(globe.line_of(miles * METRES_IN_A_MILE))
        return self._rings[miles]

    def metres(self, wanted: set[int]) -> dict[int, float]:
        """The distance of each of some places of the index, its nearest counting.

        What has no place is not in it.
        """
        return {
            place: globe.metres_of(min(math.dist(self._here, each) for each in points))
            for place in wanted
            if (points := self.table.points.get(place))
        }

    def nearest(self, wanted: int) -> list[int]:
        """The places of a set that have a place, nearest first."""
        told = bits.marks(wanted, self.table.size)
        rows = sorted(
            row
            for _, leaf in self._leaves
            if leaf.these & wanted
            for row in globe.lines_from(self._here, leaf.points)
            if told[row[1]] == "1"
        )
        return list(dict.fromkeys(place for _, place in rows))

    def _ring(self, line: float) -> int:
        """Leaves wholly inside are taken whole; those on the edge point by point."""
        inside, edge, most = 0, list[int](), line * line
        x, y, z = self._here
        for away, leaf in self._leaves:
            if away + leaf.reach <= line:
                inside |= leaf.these
            elif away - leaf.reach <= line:
                edge += [
                    place
                    for (a, b, c), place in leaf.points
                    if (a - x) * (a - x) + (b - y) * (b - y) + (c - z) * (c - z) <= most
                ]
        return inside | bits.of(edge, self.table.size)
