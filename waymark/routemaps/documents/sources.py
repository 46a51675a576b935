"""The documents of routemaps: each whole, each step, all as one booklet, and sheets."""

from collections.abc import Iterator, Sequence
from functools import partial

from django.utils.translation import gettext as _

from waymark.guidance.documents.publications import Publication
from waymark.routemaps import queries
from waymark.routemaps.documents import sheets, wholes
from waymark.routemaps.documents.addresses import BOOKLET, LIMITS, SHEET
from waymark.routemaps.easy_read.document import easy_read_html
from waymark.routemaps.models import EasyReadPage, RoutemapPage, StepPage

#: How the addresses of Easy Read texts end.
EASY_READ = "/easy-read/"
#: Where the pages lie that these are documents of.
UNDER = (BOOKLET, LIMITS)


def find(address: str, part: str) -> Publication | None:
    """The document of this page, if it is one of the routemaps'.

    Cost: at most three queries.
    """
    if address == LIMITS:
        return None if part else _limits()
    if address == BOOKLET:
        return _suite(part)
    if not address.startswith(BOOKLET):
        return None
    routemap = queries.routemap_at(address)
    if routemap is not None:
        return _of_routemap(routemap, part)
    return None if part else _below_routemap(address)


def every() -> Iterator[Publication]:
    """The time limits, the booklet, every routemap with its sheet and steps, Easy Read.

    Cost: three queries.
    """
    yield _limits()
    routemaps = list(queries.routemaps())
    if not routemaps:
        return
    yield _booklet(routemaps)
    yield _sheets(routemaps)
    steps = queries.every_step()
    for routemap in routemaps:
        yield _routemap(routemap)
        yield _sheet(routemap)
        for step in steps.get(routemap.path, ()):
            yield _step(step, routemap)
    for text in queries.easy_reads():
        yield _easy_read(text)


def _limits() -> Publication:
    return Publication(
        LIMITS, _("Every time limit"), "time-limits", wholes.write_time_limits
    )


def _suite(part: str) -> Publication | None:
    routemaps = list(queries.routemaps())
    if not routemaps:
        return None
    if part == SHEET:
        return _sheets(routemaps)
    return None if part else _booklet(routemaps)


def _booklet(routemaps: Sequence[RoutemapPage]) -> Publication:
    write = partial(wholes.write_booklet, routemaps)
    return Publication(BOOKLET, _("Every routemap"), "routemaps", write)


def _sheets(routemaps: Sequence[RoutemapPage]) -> Publication:
    write = partial(sheets.write_sheets, routemaps)
    title = _("Every routemap on one page each")
    return Publication(BOOKLET, title, "routemaps", write, SHEET)


def _of_routemap(routemap: RoutemapPage, part: str) -> Publication | None:
    if part == SHEET:
        return _sheet(routemap)
    return None if part else _routemap(routemap)


def _routemap(routemap: RoutemapPage) -> Publication:
    address = queries.address(routemap)
    write = partial(wholes.write_routemap, routemap)
    return Publication(address, routemap.title, routemap.slug, write)


def _sheet(routemap: RoutemapPage) -> Publication:
    address = queries.address(routemap)
    write = partial(sheets.write_sheet, routemap)
    return Publication(address, routemap.title, routemap.slug, write, SHEET)


def _below_routemap(address: str) -> Publication | None:
    """The document of a step, or of the Easy Read text of a routemap."""
    is_named_so = address.endswith(EASY_READ)
    text = queries.easy_read_at(address) if is_named_so else None
    return _easy_read(text) if text else _of_step_at(address)


def _easy_read(text: EasyReadPage) -> Publication:
    address = queries.address(text)
    name = f"{address.strip('/').split('/')[-2]}-easy-read"
    title = _("%s, Easy Read") % text.title
    return Publication(address, title, name, partial(easy_read_html, text))


def _of_step_at(address: str) -> Publication | None:
    step = queries.step_at(address)
    routemap = queries.routemap_of(step) if step else None
    return _step(step, routemap) if step and routemap else None


def _step(step: StepPage, routemap: RoutemapPage) -> Publication:
    name = f"{routemap.slug}-{step.slug}"
    write = partial(wholes.write_step, step, routemap)
    return Publication(queries.address(step), step.title, name, write)
