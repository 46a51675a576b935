"""A slot: what a room keeps beside each build of the index, in the same order.

The index answers for words. A room that must also count, sort or measure what is found
hands over how to make a copy of what it needs from the same records; it is written with
the index, goes live with it, and is thrown away with it.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waymark.finding.sources import Record


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a copy is made, as plain JSON, and how it is read again."""

    make: Callable[[Sequence[Record]], Any]
    read: Callable[[Any], Any]


_keepings: dict[str, Keeping] = {}


def register(name: str, keeping: Keeping) -> None:
    """Keep something beside every build from now on."""
    _keepings[name] = keeping


def write(build: Path, records: Sequence[Record]) -> None:
    """Make every copy. Raises whatever a room's maker raises."""
    for name, keeping in _keepings.items():
        made = json.dumps(keeping.make(records))
        (build / f"beside-{name}.json").write_text(made, encoding="utf-8")


def read(build: Path, name: str) -> Any:
    """What a room keeps beside a build. Raises: FileNotFoundError if there is none."""
    kept = (build / f"beside-{name}.json").read_text(encoding="utf-8")
    return _keepings[name].read(json.loads(kept))
