"""The map beside a list: our own drawing of the area, with pins numbered as the list.

It asks no other site for anything. The list says the same and more, so the drawing is
hidden from those who hear the page, and its pins are for those who point.
"""

import json
import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from waymark.localoffer.distance import Position
from waymark.localoffer.models import Postcode
from waymark.organisations import queries as organisations

#: The drawing is this wide, in its own units; on a narrow screen one is nearly a pixel.
WIDE = 360
LOWEST, TALLEST = 150, 320
MARGIN = 14
#: Pins nearer than this to each other become one with several numbers.
APART = 20
#: So many numbers stand in one pin; the rest are counted.
IN_ONE_PIN = 3
PIN_HEIGHT = 24
NUMBER_WIDTH = 9
#: The side of a cell where the drawing is made of postcodes.
CELL = 5

Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Which part of the earth is drawn, and how degrees become the drawing's units."""

    west: float
    north: float
    scale: float
    narrow: float
    height: int

    def at(self, where: Position) -> tuple[float, float]:
        """The point of a position, in units from the top left."""
        x = MARGIN + (where.longitude - self.west) * self.narrow * self.scale
        y = MARGIN + (self.north - where.latitude) * self.scale
        return round(x, 1), round(y, 1)

    def holds(self, point: tuple[float, float]) -> bool:
        return 0 <= point[0] <= WIDE and 0 <= point[1] <= self.height


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the area by its name, where the drawing says it."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the pins: one path, names, and whom to credit."""

    frame: Frame
    path: str
    names: tuple[Named, ...]
    credit: str
    is_outline: bool


@dataclass(frozen=True, slots=True)
class Pin:
    """One place with the numbers of what is there. `x` and `y` are its middle."""

    numbers: tuple[int, ...]
    x: float
    y: float

    @property
    def says(self) -> str:
        """The numbers, as far as they fit."""
        held = [str(number) for number in self.numbers[:IN_ONE_PIN]]
        more = len(self.numbers) - len(held)
        return " ".join([*held, f"+{more}"] if more else held)

    @property
    def width(self) -> int:
        return max(PIN_HEIGHT, 8 + NUMBER_WIDTH * len(self.says))

    @property
    def left(self) -> float:
        """Where it begins, so that none hangs over the edge."""
        return round(min(max(self.x - self.width / 2, 1), WIDE - self.width - 1), 1)

    @property
    def top(self) -> float:
        return round(self.y - PIN_HEIGHT / 2, 1)

    @property
    def middle(self) -> float:
        return round(self.left + self.width / 2, 1)

    @property
    def base(self) -> float:
        """The line that its numbers stand on."""
        return round(self.y + 5, 1)

    @property
    def href(self) -> str:
        return f"#result-{self.numbers[0]}"


@dataclass(frozen=True, slots=True)
class AreaMap:
    """The drawing with its pins; `outside` are places that lie beyond it.

    `without` is how many of the list have no place, and `here` the point that
    distances are measured from.
    """

    ground: Ground
    pins: tuple[Pin, ...]
    outside: int = 0
    without: int = 0
    here: tuple[float, float] | None = None


def area_map(
    places: Iterable[tuple[int, Position | None]], here: Position | None = None
) -> AreaMap | None:
    """A map of numbered things; None where nothing has a place or none can be drawn.

    Cost: one query; where an area has no outline, two more for its postcodes once.
    """
    placed = list(places)
    known = [(number, where) for number, where in placed if where]
    ground = the_ground() if known else None
    if ground is None:
        return None
    points = [(number, ground.frame.at(where)) for number, where in known]
    inside = [(n, point) for n, point in points if ground.frame.holds(point)]
    spot = ground.frame.at(here) if here else None
    return AreaMap(
        ground,
        tuple(_pins(inside)),
        outside=len(points) - len(inside),
        without=len(placed) - len(known),
        here=spot if spot and ground.frame.holds(spot) else None,
    )


def _pins(points: Sequence[tuple[int, tuple[float, float]]]) -> list[Pin]:
    """One pin for all that stand together, at the place of the first."""
    held: list[Pin] = []
    for number, (x, y) in points:
        near = next((p for p in held if math.hypot(p.x - x, p.y - y) < APART), None)
        if near is None:
            held.append(Pin((number,), x, y))
        else:
            held[held.index(near)] = Pin((*near.numbers, number), near.x, near.y)
    return held


def the_ground() -> Ground | None:
    """The drawing of this area: its outline, or what its postcodes make."""
    authority = organisations.authority()
    if authority is None:
        return None
    drawn = _outlined(authority.key)
    return drawn or _from_postcodes(authority.key, Postcode.objects.count())


@lru_cache(maxsize=4)
def _outlined(area: str) -> Ground | None:
    """The ground from the outline in the area's own folder, if it has one."""
    file = _folder(area) / "outline.json"
    if not file.exists():
        return None
    said = json.loads(file.read_text(encoding="utf-8"))
    rings = [[(float(x), float(y)) for x, y in ring] for ring in said["rings"]]
    frame = _frame([point for ring in rings for point in ring])
    names = tuple(_named(frame, each) for each in said.get("names", ()))
    path = "".join(_drawn(frame, ring) for ring in rings)
    return Ground(frame, path, names, said["credit"], is_outline=True)


def _folder(area: str) -> Path:
    return Path(settings.AREAS) / area / "local_offer"


def _named(frame: Frame, said: dict[str, Any]) -> Named:
    where = Position(said["latitude"], said["longitude"])
    return Named(said["name"], *frame.at(where))


def _frame(points: Sequence[tuple[float, float]]) -> Frame:
    """The frame round points, each a longitude and a latitude."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((south + north) / 2))
    across = max((east - west) * narrow, 0.001)
    up = max(north - south, 0.001)
    scale = min((WIDE - 2 * MARGIN) / across, (TALLEST - 2 * MARGIN) / up)
    height = max(LOWEST, round(up * scale) + 2 * MARGIN)
    return Frame(west, north, scale, narrow, height)


def _drawn(frame: Frame, ring: Ring) -> str:
    """A ring as a path of steps, which are shorter to write than places."""
    points = [frame.at(Position(latitude, longitude)) for longitude, latitude in ring]
    steps = [f"M{points[0][0]:g} {points[0][1]:g}"]
    at = points[0]
    for point in points[1:]:
        step = round(point[0] - at[0], 1), round(point[1] - at[1], 1)
        if any(step):
            steps.append(f"l{step[0]:g} {step[1]:g}")
            at = point
    return "".join([*steps, "z"])


@lru_cache(maxsize=4)
def _from_postcodes(area: str, number: int) -> Ground | None:
    """The ground made of cells in which people live; None without any postcode.

    `number` of postcodes is asked for so that a changed list is drawn anew.
    """
    points = list(Postcode.objects.values_list("longitude", "latitude"))
    if not points or not number:
        return None
    frame = _frame(points)
    cells = {_cell(frame, Position(lat, lon)) for lon, lat in points}
    return Ground(frame, _rows(cells), (), _credit(area), is_outline=False)


def _cell(frame: Frame, where: Position) -> tuple[int, int]:
    x, y = frame.at(where)
    return int(y // CELL), int(x // CELL)


def _rows(cells: set[tuple[int, int]]) -> str:
    """Cells that lie side by side as one stroke."""
    path: list[tuple[int, int, int]] = []
    last = (-1, -1)
    for row, column in sorted(cells):
        if (row, column - 1) == last:
            path[-1] = (*path[-1][:2], path[-1][2] + CELL)
        else:
            path.append((column * CELL, row * CELL, CELL))
        last = (row, column)
    return "".join(f"M{x} {y}h{wide}v{CELL}h-{wide}z" for x, y, wide in path)


def _credit(area: str) -> str:
    """Whom to credit for the postcodes, if the area's folder says."""
    file = _folder(area) / "about.toml"
    if not file.exists():
        return ""
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    return str(said.get("postcodes", {}).get("credit", ""))
