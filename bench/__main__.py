"""`make bench`: every measure in one table, with its target and whether it is met."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Row

RESULTS = Path(__file__).resolve().parent.parent / "results" / "bench.md"
HEAD = (
    "| topic | what | size | median | against | ratio | target | |",
    "| --- | --- | ---: | ---: | --- | ---: | --- | --- |",
)


def rows() -> Iterator[Row]:
    """Every topic's rows, cheapest to start first."""
    from bench import (
        audit,
        caseload,
        formats,
        law,
        localoffer,
        offer_search,
        pages,
        registers,
        starting,
        storm,
    )

    yield from law.rows()
    yield from caseload.rows()
    yield from starting.rows()
    yield from pages.rows()
    yield from storm.rows()
    yield from formats.rows()
    yield from audit.rows()
    yield from registers.rows()
    yield from localoffer.rows()
    yield from offer_search.rows()
    yield from _search()


def _search() -> Iterator[Row]:
    from bench import finding

    for name, size, milliseconds, floor, ratio in finding.rows():
        yield Row(
            "search", name, size, milliseconds / 1000, floor, ratio if floor else None
        )


def line(row: Row) -> str:
    """One row of the table."""
    sized = row.unit != "ms"
    median = f"{row.median:,.0f} {row.unit}" if sized else _time(row.median)
    ratio = "" if row.ratio is None else f"{row.ratio:.1f}"
    verdict = {True: "met", False: "**missed**", None: ""}[row.met]
    cells = (
        row.topic,
        row.name,
        f"{row.size:,}",
        median,
        row.peer,
        ratio,
        _target(row),
        verdict,
    )
    return f"| {' | '.join(cells)} |"


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def _target(row: Row) -> str:
    parts = []
    if row.at_least is not None:
        parts.append(f"ratio at least {row.at_least:g}")
    if row.at_most is not None:
        parts.append(f"ratio at most {row.at_most:g}")
    if row.within is not None:
        sized = row.unit != "ms"
        limit = f"{row.within:g} {row.unit}" if sized else _time(row.within)
        parts.append(f"within {limit}")
    return ", ".join(parts)


def main() -> int:
    """Print and keep the table; 1 if a target was missed."""
    lines = list(HEAD)
    print("\n".join(lines))
    missed = 0
    for row in rows():
        lines.append(line(row))
        print(lines[-1], flush=True)
        missed += row.met is False
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"\nKept in {RESULTS.relative_to(RESULTS.parent.parent)}. Missed: {missed}.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
