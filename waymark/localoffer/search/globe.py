"""Places on the round earth as points in space, those near each other together.

The straight line between two points, through the earth, grows with the way over it:
lengths are compared by it exactly, with no angle worked out for any of them.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import itemgetter, or_

from waymark.localoffer.distance import EARTH_IN_METRES, Position

#: A leaf holds at most so many places.
LEAF = 64

#: A place in the index, its latitude and its longitude.
Row = tuple[int, float, float]
#: On a globe of radius 1.
Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Leaf:
    """Places near each other: none is further from the middle than `reach`."""

    middle: Point
    reach: float
    points: tuple[tuple[Point, int], ...]
    these: int


def side_by_side(rows: Sequence[Row]) -> list[Row]:
    """The rows in an order in which each full leaf of them lies close together."""
    if len(rows) <= LEAF:
        return list(rows)
    axis = max((1, 2), key=lambda column: _width(rows, column))
    ordered = sorted(rows, key=itemgetter(axis, 0))
    half = -(-len(rows) // LEAF) // 2 * LEAF
    return side_by_side(ordered[:half]) + side_by_side(ordered[half:])


def leaves(rows: Sequence[Row]) -> tuple[Leaf, ...]:
    """The leaves of rows that stand side by side."""
    return tuple(
        _leaf(rows[first : first + LEAF]) for first in range(0, len(rows), LEAF)
    )


def point(position: Position) -> Point:
    """Where a position is on a globe of radius 1."""
    north, east = math.radians(position.latitude), math.radians(position.longitude)
    narrow = math.cos(north)
    return narrow * math.cos(east), narrow * math.sin(east), math.sin(north)


def line_of(metres: float) -> float:
    """The straight line under so many metres over the earth; at most its width."""
    return 2 * math.sin(min(metres / EARTH_IN_METRES / 2, math.pi / 2))


def metres_of(line: float) -> float:
    """The way over the earth above a straight line."""
    return 2 * EARTH_IN_METRES * math.asin(min(1.0, line / 2))


def lines_from(
    here: Point, points: Iterable[tuple[Point, int]]
) -> Iterator[tuple[float, int]]:
    """The straight line to each point, squared, with its place in the index."""
    x, y, z = here
    return (
        ((a - x) * (a - x) + (b - y) * (b - y) + (c - z) * (c - z), place)
        for (a, b, c), place in points
    )


def _leaf(rows: Sequence[Row]) -> Leaf:
    points = tuple((point(Position(lat, lon)), place) for place, lat, lon in rows)
    sums = (sum(each[axis] for each, _ in points) for axis in range(3))
    x, y, z = (total / len(points) for total in sums)
    middle = (x, y, z)
    reach = math.sqrt(max(squared for squared, _ in lines_from(middle, points)))
    these = reduce(or_, (1 << place for _, place in points))
    return Leaf(middle, reach * (1 + 1e-9), points, these)


def _width(rows: Sequence[Row], column: int) -> float:
    values = [row[column] for row in rows]
    return max(values) - min(values)
