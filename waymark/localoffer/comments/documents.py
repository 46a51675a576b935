"""A year of comments as a document, in every format."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.writing import Head, written
from waymark.localoffer.comments import queries
from waymark.localoffer.comments.presenters import year_shown


def find(address: str, part: str) -> Publication | None:
    """The document of a year that was published, or None. Cost: one query."""
    year = address.removeprefix(queries.YOU_SAID).strip("/")
    if part or not (year.isascii() and year.isdigit() and len(year) == 4):
        return None
    return _publication(int(year)) if int(year) in queries.documents() else None


def every() -> Iterator[Publication]:
    """The document of every year that was published. Cost: one query."""
    for year in queries.documents():
        yield _publication(year)


def write_year(year: int) -> str:
    """What was said in a year, what we answered and what we do. Cost: seven queries."""
    shown = year_shown(year)
    held = shown.words
    day = date_format(held.published_on, "j F Y") if held and held.published_on else ""
    head = Head(_title(year), queries.address_of(year), _("Published on %s.") % day)
    return written("localoffer/comments/document.html", head, {"shown": shown})


def _publication(year: int) -> Publication:
    return Publication(
        queries.address_of(year),
        _title(year),
        f"you-said-we-did-{year}",
        lambda: write_year(year),
    )


def _title(year: int) -> str:
    return _("You said, we did: %(year)s") % {"year": year}
