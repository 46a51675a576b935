"""How far it is, as pure functions: positions, distances, boxes and shapes.

Straight lines over a round earth. Over a city that is exact to a few metres, and a
family's road is longer: pages say "about" and "as the crow flies".
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

EARTH_IN_METRES = 6_371_008.8
METRES_IN_A_MILE = 1609.344

_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})")

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Position:
    """A point in degrees (WGS84). Raises: ValueError if it is not on the earth."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (abs(self.latitude) <= 90 and abs(self.longitude) <= 180):
            raise ValueError(f"{self.latitude}, {self.longitude} is not on the earth.")


@dataclass(frozen=True, slots=True)
class Box:
    """A box that holds every point within a distance, and some beyond it."""

    south: float
    north: float
    west: float
    east: float


def tidy_postcode(typed: str) -> str:
    """A postcode as it is written, or an empty text if it cannot be one.

    Spaces and small letters do not matter: "ss99zz" is SS9 9ZZ.
    """
    letters = "".join(typed.split()).upper()
    found = _POSTCODE.fullmatch(letters)
    return f"{found.group(1)} {found.group(2)}" if found else ""


def metres_between(one: Position, other: Position) -> float:
    """The distance between two points in metres, by the haversine formula."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    up = math.sin((south - north) / 2) ** 2
    turn = math.radians(other.longitude - one.longitude)
    along = math.cos(north) * math.cos(south) * math.sin(turn / 2) ** 2
    return 2 * EARTH_IN_METRES * math.asin(min(1.0, math.sqrt(up + along)))


def box_around(middle: Position, metres: float) -> Box:
    """A box in which every point within so many metres of the middle lies."""
    up = math.degrees(metres / EARTH_IN_METRES) * 1.001
    edge = min(abs(middle.latitude) + up, 90)
    narrow = math.cos(math.radians(edge))
    along = 360.0 if narrow < 1e-9 else min(up / narrow, 360.0)
    return Box(
        middle.latitude - up,
        middle.latitude + up,
        middle.longitude - along,
        middle.longitude + along,
    )


def nearest(
    middle: Position, things: Iterable[tuple[Position, Thing]]
) -> list[tuple[float, Thing]]:
    """Each thing with its distance in metres, nearest first; equals stay in order."""
    found = [(metres_between(middle, where), thing) for where, thing in things]
    return sorted(found, key=lambda pair: pair[0])


def in_miles(metres: float) -> float:
    """The same distance in miles."""
    return metres / METRES_IN_A_MILE


def is_inside(where: Position, shape: dict[str, Any]) -> bool:
    """True if the point lies in a GeoJSON Polygon or MultiPolygon; False if unreadable.

    A ring that follows the first is a hole.
    """
    polygons = shape.get("coordinates") or []
    if shape.get("type") == "Polygon":
        polygons = [polygons]
    try:
        return any(_in_polygon(where, polygon) for polygon in polygons)
    except (TypeError, IndexError, ValueError):
        return False


def _in_polygon(where: Position, rings: Sequence[Any]) -> bool:
    inside = [_in_ring(where, ring) for ring in rings]
    return bool(inside) and inside[0] and not any(inside[1:])


def _in_ring(where: Position, ring: Sequence[Any]) -> bool:
    """Whether a line from the point to the east crosses the ring oddly often."""
    crossings = 0
    for (x1, y1, *_), (x2, y2, *_) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (y1 > where.latitude) == (y2 > where.latitude):
            continue
        at = x1 + (where.latitude - y1) * (x2 - x1) / (y2 - y1)
        crossings += at > where.longitude
    return crossings % 2 == 1
