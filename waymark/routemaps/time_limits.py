"""Every time limit of the law in tables, one for each process. Nothing is fetched."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from itertools import groupby

from django.utils.html import format_html
from django.utils.translation import gettext as _

from waymark.guidance.queries import Place
from waymark.law import PROCESSES, RULES
from waymark.law.tables import TimeLimitRow, time_limit_rows
from waymark.routemaps.presenters import time_limit
from waymark.ui.component import Words
from waymark.ui.tables import TableOf


@dataclass(frozen=True, slots=True)
class Group:
    """The time limits of one process."""

    key: str
    title: str
    table: TableOf
    number: int


def groups(asked: str, steps: Mapping[str, Place]) -> list[Group]:
    """The limits whose row holds every word asked for, grouped by process.

    `steps` gives for a rule's key the step of a routemap that explains it.
    """
    order = list(PROCESSES)
    rows = sorted(time_limit_rows(), key=lambda row: order.index(row.process))
    found = [row for row in rows if _has(row, asked)]
    return [
        _group(key, list(held), steps)
        for key, held in groupby(found, key=lambda row: row.process)
    ]


def _has(row: TimeLimitRow, asked: str) -> bool:
    words = " ".join(str(part) for part in astuple(row)).lower()
    return all(word in words for word in asked.lower().split())


def _group(key: str, rows: list[TimeLimitRow], steps: Mapping[str, Place]) -> Group:
    title = rows[0].process_title
    table = TableOf(
        title,
        (
            _("What must happen"),
            _("How long"),
            _("Counted from"),
            _("Who"),
            _("Where it says so"),
        ),
        tuple(_row(row, steps.get(row.id)) for row in rows),
        heard=True,
    )
    return Group(key, title, table, len(rows))


def _row(row: TimeLimitRow, step: Place | None) -> tuple[Words, ...]:
    says: Words = row.says
    if step:
        says = format_html('<a href="{}">{}</a>', step.address, row.says)
    source = format_html(
        '<a href="{}">{}</a> <span class="table__key">{}</span>',
        row.link,
        row.source,
        row.id,
    )
    return says, time_limit(RULES[row.id]), row.counted_from, row.holder, source
