"""How things are timed: turn about, by the median, so that a noisy machine is fair."""

import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table: what was measured, at what size, against what.

    `median` is in seconds for `size` things, `ratio` the median over the peer's; a
    row has a peer or stands alone. `at_most` and `at_least` gate the ratio, `within`
    the seconds.
    """

    topic: str
    name: str
    size: int
    median: float
    peer: str = ""
    ratio: float | None = None
    at_most: float | None = None
    at_least: float | None = None
    within: float | None = None
    unit: str = "ms"

    @property
    def met(self) -> bool | None:
        """True or False where there is a target, else None."""
        kept = []
        if self.ratio is not None and self.at_most is not None:
            kept.append(self.ratio <= self.at_most)
        if self.ratio is not None and self.at_least is not None:
            kept.append(self.ratio >= self.at_least)
        if self.within is not None:
            kept.append(self.median <= self.within)
        return all(kept) if kept else None


def rows_apart(module: str) -> Iterator[Row]:
    """What a module prints when it is run with a store that is thrown away."""
    folder = tempfile.mkdtemp(prefix="waymark-bench-")
    try:
        measured = subprocess.run(
            [sys.executable, "-m", module],
            env={**os.environ, "DATA": folder},
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for line in measured.stdout.splitlines():
        yield Row(*json.loads(line))


def medians(*works: Callable[[], object], rounds: int) -> list[float]:
    """The median seconds of each work, run turn about after one round to warm up."""
    taken: list[list[float]] = [[] for _ in works]
    for round_ in range(rounds + 1):
        for work, times in zip(works, taken, strict=True):
            seconds = seconds_of(work)
            if round_:
                times.append(seconds)
    return [statistics.median(times) for times in taken]


def seconds_of(work: Callable[[], object]) -> float:
    """How long a work takes once, without a collection of garbage in its midst."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()
