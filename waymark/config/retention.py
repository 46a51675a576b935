"""`waymark retention`: how long every table is kept, as a sheet for whoever answers."""

import argparse
import csv
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from waymark.config.store import ready

if TYPE_CHECKING:
    from waymark.access.retention import Line

HEADERS = ("table", "about", "holds", "because", "counted from", "kept", "ends")


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    doing = doings.add_parser(
        "retention", help="how long every table is kept, and who ends it (CSV)"
    )
    doing.set_defaults(do=_do_retention)


def _do_retention(options: argparse.Namespace) -> int:
    ready()
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    sheet.writerow(HEADERS)
    sheet.writerows(sorted(_rows()))
    return 0


def _rows() -> Iterator[tuple[str, ...]]:
    from waymark.access import retention

    for line in retention.lines():
        for table in line.tables:
            yield (table, *_said(line))


def _said(line: "Line") -> tuple[str, ...]:
    from waymark.access.retention import Follows, Kept, NumberOnly, in_words

    match line:
        case Kept(_, holds, whom, because, counted_from, length, ends):
            return whom, holds, because, counted_from, in_words(length), str(ends)
        case Follows(_, of):
            return "", f"what belongs to a row of {of}", "", "", "", f"with {of}"
        case NumberOnly():
            return "", "who did it, by the number of an account", "", "", "", ""
    return "nobody", line.holds, "", "", "", ""
