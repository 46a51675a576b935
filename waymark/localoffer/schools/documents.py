"""The documents of schools and of past provision."""

from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.writing import Head, written
from waymark.localoffer.models import PastProvision
from waymark.localoffer.schools import addresses, lists, presenters, queries
from waymark.localoffer.schools.entries import Entry, Register


def find(address: str) -> Publication | None:
    """The document of this page, if it is one of these. Cost: at most one query."""
    if address in lists.LISTS:
        return _list(address)
    last = address.strip("/").split("/")[-1]
    if address == f"{addresses.PAST}{last}/" and last.isdecimal():
        return _past(int(last), queries.past(int(last)))
    held = queries.school(last) if address == addresses.of_school(last) else None
    return _school(held) if held else None


def every() -> Iterator[Publication]:
    """The lists, the past, and every school. Cost: three queries."""
    for address in lists.LISTS:
        yield _list(address)
    for year in queries.past_years():
        found = _past(year, queries.past(year))
        if found:
            yield found
    for school in queries.entries(Register.SCHOOL):
        yield _school(school)


def _list(address: str) -> Publication:
    about = lists.LISTS[address]
    write = partial(write_list, address)
    return Publication(address, str(about.title), about.file_name, write)


def _school(school: Entry) -> Publication:
    address = addresses.of_school(school.urn)
    name = f"school-{school.urn}"
    return Publication(address, school.name, name, partial(write_school, school))


def _past(year: int, rows: list[PastProvision]) -> Publication | None:
    if not rows:
        return None
    write = partial(write_past, year, rows)
    return Publication(
        addresses.of_year(year), past_title(year), f"provision-{year}", write
    )


def past_title(year: int) -> str:
    """What the page of a past year is called."""
    return _("How it was in %s") % year


def write_list(address: str) -> str:
    """A list of places by kind. Cost: two queries."""
    parts = lists.parts(address)
    head = Head(str(parts["title"]), address)
    return written("localoffer/schools/list_document.html", head, parts)


def write_school(school: Entry) -> str:
    """What is known of one school. Cost: two queries."""
    service = queries.service_of(school)
    parts = {
        "facts": presenters.facts(school, service),
        "answers": presenters.answers(service),
        "origins": (school.origin,),
    }
    head = Head(school.name, addresses.of_school(school.urn))
    return written("localoffer/schools/school_document.html", head, parts)


def write_past(year: int, rows: list[PastProvision]) -> str:
    """Provision as it stood in a year. Cost: one query."""
    parts = {
        "year": year,
        "columns": presenters.COLUMNS,
        "rows": presenters.past_rows(rows),
        "counts": presenters.past_counts(rows),
        "source": rows[0].source,
    }
    head = Head(past_title(year), addresses.of_year(year))
    return written("localoffer/schools/past_document.html", head, parts)
