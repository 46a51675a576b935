"""Writes sheets for libraries and surgeries: one side of paper for each routemap.

A sheet is older than it looks as soon as it lies in a library. So it says of which
month it is and after which day to ask for a newer one, and its square code leads back
to the page. Its words change on the first of each month, and it is made anew then.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import segno
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.guidance.documents.writing import Head, written
from waymark.organisations import queries as organisations
from waymark.organisations.models import Helper
from waymark.routemaps import presenters, queries
from waymark.routemaps.documents.addresses import BOOKLET
from waymark.routemaps.documents.chapters import line
from waymark.routemaps.models import RoutemapPage, StepPage
from waymark.today import today
from waymark.ui.route_line import RouteLine

#: How many months a sheet may lie about before somebody should ask for a newer one.
GOOD_FOR = 6
#: More would not fit beside the route, and nobody rings ten numbers.
HELPERS_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """One routemap on one side of paper."""

    page: RoutemapPage
    line: RouteLine
    helpers: Sequence[Helper]
    address: str
    code: str
    status: str


def write_sheet(page: RoutemapPage) -> str:
    """The sheet of one routemap.

    Cost: three queries.
    """
    steps = queries.steps(page)
    sheet = _sheet(page, steps, _helpers(steps))
    head = Head(
        page.title, queries.address(page), sheet.status, chapters_from=1, sheet=True
    )
    parts = {"sheet": sheet, **_dates(today())}
    return written("routemaps/documents/sheet.html", head, parts)


def write_sheets(pages: Sequence[RoutemapPage]) -> str:
    """Every routemap's sheet, each on a side of its own.

    Cost: three queries, however many routemaps there are.
    """
    steps = queries.every_step()
    known = _helpers(step for held in steps.values() for step in held)
    shown = [_sheet(page, steps.get(page.path, []), known) for page in pages]
    head = Head(_("Every routemap on one page each"), BOOKLET, sheet=True)
    parts = {"sheets": shown, **_dates(today())}
    return written("routemaps/documents/sheets.html", head, parts)


def newer_copy_after(day: date) -> date:
    """The last day of the month that lies so many months after this one."""
    years, month = divmod(day.month - 1 + GOOD_FOR, 12)
    year = day.year + years
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _dates(day: date) -> dict[str, str]:
    return {
        "month": date_format(day, "F Y"),
        "newer_after": date_format(newer_copy_after(day), "j F Y"),
    }


def _helpers(steps: Iterable[StepPage]) -> dict[str, Helper]:
    keys = dict.fromkeys(key for step in steps for key in step.helpers)
    return {helper.key: helper for helper in organisations.helpers(keys)}


def _sheet(
    page: RoutemapPage, steps: Sequence[StepPage], known: dict[str, Helper]
) -> Sheet:
    address = f"{settings.WEBSITE}{queries.address(page)}"
    return Sheet(
        page,
        line(steps, brief=True),
        _to_ring(steps, known),
        address,
        segno.make_qr(address, error="m").png_data_uri(scale=4, border=4),
        presenters.status(page),
    )


def _to_ring(steps: Iterable[StepPage], known: dict[str, Helper]) -> list[Helper]:
    """Who helps on this route and can be reached: those nearby first, and by phone."""
    keys = dict.fromkeys(key for step in steps for key in step.helpers)
    reached = [
        known[key]
        for key in keys
        if key in known and (known[key].phone or known[key].email or known[key].website)
    ]
    reached.sort(key=lambda helper: (not helper.phone, helper.national))
    return reached[:HELPERS_AT_MOST]
