"""The register of schools at full size: how long it takes to take it in, and again.

Measured as processor time, because an import shares its machine with whoever reads.
"""

import csv
import io
import json
import time
from collections.abc import Callable, Iterator
from datetime import date

from bench.measuring import Row, rows_apart
from bench.register_noise import establishments

SIZE = 50_000
#: Seconds of one processor for the whole file, whatever it changes.
WITHIN = 10


def rows() -> Iterator[Row]:
    """Every measure, made by a program of its own with a store that is thrown away."""
    yield from rows_apart("bench.registers")


def _measured() -> Iterator[Row]:
    from waymark.config.store import open_store

    open_store()
    content = establishments(SIZE)
    moved = content.replace(b"Dune Road", b"Dune Street")
    floor = _seconds(lambda: _only_read(content))
    for name, file, wrote in (
        ("import, every setting new", content, SIZE),
        ("the same file again, which writes nothing", content, 0),
        ("import, every setting changed", moved, SIZE),
    ):
        taken = _seconds(lambda file=file, wrote=wrote: _take_in(file, wrote))
        yield Row(
            "register",
            f"{name} (processor time)",
            SIZE,
            taken,
            "reading the CSV alone",
            taken / floor,
            within=WITHIN,
        )


def _only_read(content: bytes) -> None:
    for _row in csv.reader(io.StringIO(content.decode("cp1252"), newline="")):
        pass


def _take_in(content: bytes, wrote: int) -> None:
    from waymark.organisations import services

    origin = services.Origin(services.NATIONAL, "Invented", date(2026, 1, 13))
    outcome = services.import_register(content, origin)
    if outcome.faults or outcome.wrote != wrote:
        raise RuntimeError(f"wrote {outcome.wrote} of {wrote}: {outcome.faults[:3]}")


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    for row in _measured():
        print(json.dumps(row), flush=True)
