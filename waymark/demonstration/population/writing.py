"""An invented authority as files: a line of JSON for each child and each request."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from waymark.demonstration.population.children import School, children
from waymark.demonstration.population.margins import PLANS, REQUESTS_A_YEAR
from waymark.demonstration.population.planted import planted
from waymark.demonstration.population.requests import requests


@dataclass(frozen=True, slots=True)
class Preset:
    """A size of authority: how many plans, and how many requests in a year."""

    plans: int
    requests_a_year: int
    years: int = 3


PRESETS = {
    "small": Preset(plans=60, requests_a_year=17),
    "southend": Preset(plans=PLANS, requests_a_year=REQUESTS_A_YEAR),
}


def write(
    into: Path, preset: Preset, *, seed: int, as_at: date, schools: list[School]
) -> tuple[int, int]:
    """Write both files into a folder; how many children and requests.

    The same seed, day and schools give the same bytes.

    Raises: FileExistsError, where a file is there already.
    """
    into.mkdir(parents=True, exist_ok=True)
    made = children(number=preset.plans, seed=seed, as_at=as_at, schools=schools)
    asked = requests(
        a_year=preset.requests_a_year, years=preset.years, seed=seed, as_at=as_at
    )
    return _lines(into / "children.jsonl", planted(made, seed=seed)), _lines(
        into / "requests.jsonl", asked
    )


def _lines(file: Path, rows: Iterable[Any]) -> int:
    number = 0
    with file.open("x", encoding="utf-8") as into:
        for row in rows:
            said = json.dumps(asdict(row), default=_plain, ensure_ascii=False)
            into.write(said + "\n")
            number += 1
    return number


def _plain(value: date) -> str:
    return value.isoformat()
