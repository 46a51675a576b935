"""How much memory a work takes, with every program that it starts."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

#: Seconds between two looks.
LOOK_EVERY = 0.03
PROC = Path("/proc")


def peak_megabytes(work: Callable[[], object]) -> tuple[float, float]:
    """How long a work takes, and the most memory that was in use at one moment.

    Each page of memory that programs share counts once, in parts (Linux's PSS); the
    memory is this program's and that of everything below it.
    """
    over = threading.Event()
    seen = [0]

    def look() -> None:
        while not over.wait(LOOK_EVERY):
            seen[0] = max(seen[0], sum(map(_kilobytes, _below(os.getpid()))))

    looker = threading.Thread(target=look)
    looker.start()
    began = time.perf_counter()
    try:
        work()
    finally:
        seconds = time.perf_counter() - began
        over.set()
        looker.join()
    return seconds, seen[0] / 1000


def _below(first: int) -> list[int]:
    """A program and everything below it."""
    children: dict[int, list[int]] = {}
    for place in PROC.glob("[0-9]*"):
        children.setdefault(_parent(place), []).append(int(place.name))
    found = [first]
    for each in found:
        found += children.get(each, [])
    return found


def _parent(place: Path) -> int:
    try:
        told = (place / "stat").read_text()
    except OSError:  # it has ended
        return 0
    return int(told.rpartition(")")[2].split()[1])


def _kilobytes(program: int) -> int:
    try:
        told = (PROC / str(program) / "smaps_rollup").read_text()
    except OSError:  # it has ended
        return 0
    return sum(
        int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")
    )
