"""Lengths of time and other limits, counted the way each provision counts them."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """The fourteen ways of counting that the law of this field uses."""

    WEEKS_WITHIN = "W"
    DAYS_WITHIN = "D0"
    DAYS_BEGINNING_WITH = "D1"
    MONTHS_AFTER = "M0"
    MONTHS_BEGINNING_WITH = "M1"
    WORKING_DAYS_WITHIN = "WD0"
    WORKING_DAYS_BEGINNING_WITH = "WD1"
    BEFORE_DATE = "B"
    MONTHS_BEFORE = "MB"
    WEEKS_BEFORE = "WB"
    AT_ONCE = "NOW"
    AS_SOON_AS_PRACTICABLE = "ASAP"
    TRIBUNAL_MONTHS = "T"
    TRIBUNAL_WORKING_DAYS = "TWD"


@dataclass(frozen=True, slots=True)
class Period:
    """A counted time limit: `amount` of the mode's unit (weeks, days, months).

    `amount` is 0 for B, NOW and ASAP, which count nothing.
    """

    amount: int
    mode: Mode


@dataclass(frozen=True, slots=True)
class FixedDay:
    """Before a named day of a named year: `FixedDay(2, 15)` is before 15 February.

    The year is the year of the transfer, read from the process's facts.
    """

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class TimesPerSchoolYear:
    """At least so many times in each school year (1 September to 31 August)."""

    times: int


@dataclass(frozen=True, slots=True)
class WithStep:
    """Together with another step of the process, which carries the time limit."""


@dataclass(frozen=True, slots=True)
class AsAgreed:
    """By the day the people concerned agreed: the event's own `arranged_for`."""


@dataclass(frozen=True, slots=True)
class AsOrdered:
    """By the day an order or direction gives: the event's own `arranged_for`."""


@dataclass(frozen=True, slots=True)
class Given:
    """A fact that must have one of these values for a rule or branch to apply.

    Yes-or-no facts are written "yes" and "no". While the fact is not known the
    rule is not started and the branch left out.
    """

    fact: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Branch:
    """One of several limits, with the events its own count starts from.

    It counts from the first of them, or from the last where `latest` is set.
    A `FixedDay` needs no event, only the year of transfer; any other limit of a
    branch with no events counts from the rule's own `counts_from` fact.
    `applies_if` narrows the branch to cases whose facts fit.
    """

    starts_with: frozenset[str]
    limit: "Period | FixedDay | AsOrdered | LaterOf"
    latest: bool = False
    applies_if: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterOf:
    """The later of several limits; one whose start has not happened is left out.

    `then`, if given, is applied to the later day (the tribunal's roll-forward).
    """

    branches: tuple[Branch, ...]
    then: Period | None = None


@dataclass(frozen=True, slots=True)
class EarlierOf:
    """The earlier of several limits; one whose start has not happened is left out."""

    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class FirstGiven:
    """The first of several limits whose start has happened, the rest set aside.

    A day the tribunal directs stands first; the usual period stands behind it.
    """

    branches: tuple[Branch, ...]


Limit = (
    Period
    | FixedDay
    | TimesPerSchoolYear
    | WithStep
    | AsAgreed
    | AsOrdered
    | LaterOf
    | EarlierOf
    | FirstGiven
)
