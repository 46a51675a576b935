"""Every read of schools and of past provision. All of it is public."""

from waymark.localoffer import queries as directory
from waymark.localoffer.models import PastProvision, RegisterEntry, Service

Register = RegisterEntry.Register


def entries(register: str) -> list[RegisterEntry]:
    """Every entry of a register, by name. Cost: one query."""
    return list(directory.register(Register(register)))


def registers() -> set[str]:
    """The registers that hold something. Cost: one query."""
    held = RegisterEntry.objects.order_by().values_list("register", flat=True)
    return set(held.distinct())


def school(urn: str) -> RegisterEntry | None:
    """The school with this number, or None. Cost: one query."""
    return directory.register(Register.SCHOOL).filter(urn=urn).first()


def service_of(school: RegisterEntry) -> Service | None:
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
