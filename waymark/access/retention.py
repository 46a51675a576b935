"""How long each table is kept: about whom, why, and who sees to its end.

Each room says it in its own `retention.py`, in lines of the four kinds below, with
the lengths that its own forgetting goes by, so that what is promised and what is done
are one number. Libraries are answered for by the room that brought them. A table
without a line fails the build.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class Whom(StrEnum):
    """Whom a table tells of, as the public page says it."""

    FAMILIES = "families"
    READERS = "readers of this site"
    STAFF = "people who work here"
    PROVIDERS = "providers"


@dataclass(frozen=True, slots=True)
class Years:
    """A length by the calendar: the same day, so many years on."""

    number: int

    def before(self, moment: datetime) -> datetime:
        """The moment so many years earlier; of 29 February, the end of that month.

        What is older than it has been kept for its whole length, and never for less.
        """
        year = moment.year - self.number
        try:
            return moment.replace(year=year)
        except ValueError:
            return moment.replace(year=year, day=28)


@dataclass(frozen=True, slots=True)
class ByJob:
    """The job of this name in the schedule ends it, without anybody's help."""

    schedule: str

    def __str__(self) -> str:
        return f"by itself, by the job {self.schedule}"


@dataclass(frozen=True, slots=True)
class ByPerson:
    """Nothing ends by itself: this person takes it out."""

    who: str

    def __str__(self) -> str:
        return f"by {self.who}"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that says something about people, and how long it stays.

    `because` is the ground for keeping it at all, `counted_from` the event the length
    runs from. `length` is None for what stays until the person in `ends` takes it out.
    """

    tables: tuple[str, ...]
    holds: str
    whom: Whom
    because: str
    counted_from: str
    length: timedelta | Years | None
    ends: ByJob | ByPerson


@dataclass(frozen=True, slots=True)
class Follows:
    """Rows that go whenever the row that they belong to goes."""

    tables: tuple[str, ...]
    of: str


@dataclass(frozen=True, slots=True)
class NumberOnly:
    """Rows that say who did something by the number of an account and nothing more.

    They name nobody once that account has forgotten its holder.
    """

    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaysNothing:
    """Rows that say nothing about anybody, and what they hold instead."""

    tables: tuple[str, ...]
    holds: str


Line = Kept | Follows | NumberOnly | SaysNothing

_lines: dict[str, tuple[Line, ...]] = {}


def register(room: str, lines: Iterable[Line]) -> None:
    """Have a room answer for its tables. Saying it again replaces what it said."""
    _lines[room] = tuple(lines)


def lines() -> tuple[Line, ...]:
    """Every line of every room, in the order in which the rooms were started."""
    return tuple(line for said in _lines.values() for line in said)


def kept() -> tuple[Kept, ...]:
    """What says something about people: what a family and an officer want to read."""
    return tuple(line for line in lines() if isinstance(line, Kept))


def followers_of(table: str) -> tuple[str, ...]:
    """The tables whose rows go with a row of this one, near and far."""
    near = [
        name
        for line in lines()
        if isinstance(line, Follows) and line.of == table
        for name in line.tables
    ]
    return tuple(one for name in near for one in (name, *followers_of(name)))


def in_words(length: timedelta | Years | None) -> str:
    """A length as people say it: 30 days, 6 years."""
    if length is None:
        return _("until it is taken out")
    if isinstance(length, Years):
        number = length.number
        return ngettext("%(number)d year", "%(number)d years", number) % {
            "number": number
        }
    return ngettext("%(days)d day", "%(days)d days", length.days) % {
        "days": length.days
    }
