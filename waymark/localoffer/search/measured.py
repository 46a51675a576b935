"""How far everything is from a place, quickly for all and exactly where it matters."""

import math
from dataclasses import dataclass, field

from waymark.localoffer.distance import METRES_IN_A_MILE, Position, metres_between
from waymark.localoffer.search import bits
from waymark.localoffer.search.table import Table

_METRES_IN_A_DEGREE = 111_195.08
#: How far the quick way may be out: a hundredth over a city, more over a country.
_DOUBT, _MORE_A_MILE = 0.01, 0.0005


@dataclass(frozen=True, slots=True)
class Measured:
    """Distances from one place to everything that has a place."""

    table: Table
    position: Position
    #: The place in the index and the rough distance in metres, squared, of each place.
    rough: list[float] = field(init=False)

    def __post_init__(self) -> None:
        north, east = self.position.latitude, self.position.longitude
        narrow = math.cos(math.radians(north))
        _, latitudes, longitudes = self.table.where
        squared = [
            (a - north) * (a - north) + (b - east) * (b - east) * narrow * narrow
            for a, b in zip(latitudes, longitudes, strict=True)
        ]
        object.__setattr__(self, "rough", squared)

    def rings(self, miles: list[float]) -> list[int]:
        """The set of what has a place within each of these distances.

        A circle on the map would leave out or let in what stands on its edge: there
        each is measured exactly, so that counts are those of the exact distance.
        """
        found = {}
        rows = list(zip(self.rough, range(len(self.rough)), strict=True))
        for distance in sorted(set(miles), reverse=True):
            degrees = distance * METRES_IN_A_MILE / _METRES_IN_A_DEGREE
            doubt = _DOUBT + distance * _MORE_A_MILE
            least = (degrees * max(0, 1 - doubt)) ** 2
            most = (degrees * (1 + doubt)) ** 2
            rows = [row for row in rows if row[0] <= most]
            places = self.table.where[0]
            inside = [
                places[at]
                for squared, at in rows
                if squared < least or self._is_within(at, distance)
            ]
            found[distance] = bits.of(inside, self.table.size)
        return [found[distance] for distance in miles]

    def metres(self, wanted: set[int]) -> dict[int, float]:
        """The exact distance of each of some places of the index, its nearest counting.

        What has no place is not in it.
        """
        found: dict[int, float] = {}
        for at, place in enumerate(self.table.where[0]):
            if place in wanted:
                metres = self._exactly(at)
                if metres < found.get(place, math.inf):
                    found[place] = metres
        return found

    def nearest(self, wanted: int) -> list[int]:
        """The places of a set that have a place, nearest first."""
        told = bits.marks(wanted, self.table.size)
        rows = sorted(
            (squared, place)
            for squared, place in zip(self.rough, self.table.where[0], strict=True)
            if told[place] == "1"
        )
        return list(dict.fromkeys(place for _, place in rows))

    def _is_within(self, at: int, miles: float) -> bool:
        return self._exactly(at) <= miles * METRES_IN_A_MILE

    def _exactly(self, at: int) -> float:
        _, latitudes, longitudes = self.table.where
        there = Position(latitudes[at], longitudes[at])
        return metres_between(self.position, there)
