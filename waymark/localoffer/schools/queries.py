"""Every read of schools and of past provision. All of it is public."""

from collections.abc import Callable

from django.db.models import QuerySet

from waymark.localoffer import queries as directory
from waymark.localoffer.models import PastProvision, Service
from waymark.localoffer.schools.entries import Entry, Register, entry_of
from waymark.organisations import queries as organisations
from waymark.organisations.models import Setting
from waymark.today import today

_LISTS: dict[str, Callable[[], QuerySet[Setting]]] = {
    Register.SCHOOL: organisations.state_funded,
    Register.CHILDRENS_CENTRE: organisations.childrens_centres,
    Register.SECTION_41: organisations.section_41,
}


def entries(register: str) -> list[Entry]:
    """Every place of a list, by name. Cost: one query."""
    return [entry_of(setting) for setting in _LISTS[register]()]


def numbers() -> dict[str, int]:
    """How many places each list holds. Cost: one query."""
    held = organisations.numbers_listed()
    return {
        Register.SCHOOL: held.state_funded,
        Register.CHILDRENS_CENTRE: held.childrens_centres,
        Register.SECTION_41: held.section_41,
    }


def registers() -> set[str]:
    """The lists that hold something. Cost: one query."""
    return {register for register, number in numbers().items() if number}


def school(urn: str) -> Entry | None:
    """The school with this number, or None. Cost: one query."""
    found = organisations.state_funded().filter(urn=urn).first()
    return entry_of(found) if found else None


def in_its_place(urn: str) -> str:
    """The number of the school that took over from this one, or nothing.

    Empty also where there are several, because nobody can say which is meant.
    Cost: two queries, and one for each step between them.
    """
    after = [each.urn for each in organisations.standing_for(urn, today())]
    listed = organisations.state_funded().filter(urn__in=after)
    held = list(listed.values_list("urn", flat=True)[:2])
    return held[0] if len(held) == 1 and held[0] != urn else ""


def service_of(school: Entry) -> Service | None:
    """The record in the directory that bears exactly the name of the school.

    A name that is only like it is not the same school, so nothing is guessed.
    Cost: one query.
    """
    named = directory.listed_services().filter(name__iexact=school.name)
    held = list(named[:2])
    return held[0] if len(held) == 1 else None


def past(year: int) -> list[PastProvision]:
    """Provision as it stood in a year, in the paper's order. Cost: one query."""
    return list(directory.past_provision(year))


def past_years() -> list[int]:
    """The years whose provision is known, newest first. Cost: one query."""
    years = directory.past_provision().order_by("-year").values_list("year", flat=True)
    return list(years.distinct())
