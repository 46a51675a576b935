"""A reading in one plain sentence."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from waymark.law.limits import (
    AsAgreed,
    AsOrdered,
    FirstGiven,
    FixedDay,
    LaterOf,
    Limit,
    TimesPerSchoolYear,
    WithStep,
)
from waymark.law.rule import Party, Strength
from waymark.law.states import State

if TYPE_CHECKING:
    from waymark.law.reading import Reading

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_VERB = {
    Strength.MUST: "must",
    Strength.SHOULD: "should",
    Strength.PRACTICE: "should, as good practice,",
    Strength.LOCAL: "has promised to",
}


def in_words(day: date | None) -> str:
    """A day as people write it.

    >>> in_words(date(2026, 2, 16))
    '16 February 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "a day unknown"


def sentence(reading: "Reading") -> str:
    """Where the rule stands, who acts and by when, in one sentence."""
    return _SENTENCES[reading.state](reading)


def _not_started(_: "Reading") -> str:
    return "This has not started."


def _running(reading: "Reading") -> str:
    if reading.due is None:
        return _missing(reading.rule.limit)
    due = in_words(reading.due)
    if reading.rule.holder is Party.PARENT:
        return f"{_who(reading)} has until {due}."
    soon = " as soon as practicable, and" if reading.rule.also_asap else ""
    return f"{_who_acts(reading)} act{soon} by {due} at the latest."


def _overdue(reading: "Reading") -> str:
    """A family is never said to be late, nor anybody for a day that no law sets."""
    due = in_words(reading.due)
    if reading.rule.holder is Party.PARENT:
        return f"The usual time to act ended on {due}."
    if reading.rule.strength is Strength.PRACTICE:
        return f"The day to aim for, which no law sets, was {due}."
    if reading.rule.one_ending:
        return f"The last lawful day for this ending was {due}."
    return f"{_who(reading)} is late: the last day was {due}."


def _met(reading: "Reading") -> str:
    done = in_words(reading.met_on)
    if reading.due is None:
        return f"This was done on {done}."
    return (
        f"This was done in time, on {done}: the last day was {in_words(reading.due)}."
    )


def _met_late(reading: "Reading") -> str:
    done = in_words(reading.met_on)
    return f"This was done late, on {done}: the last day was {in_words(reading.due)}."


def _no_limit(reading: "Reading") -> str:
    limit = reading.rule.limit
    if reading.ended_on is not None:
        return f"This stopped applying on {in_words(reading.ended_on)}."
    if isinstance(limit, WithStep):
        return "This goes with another step, which has the time limit."
    if isinstance(limit, TimesPerSchoolYear):
        return (
            f"{_who_acts(reading)} do this at least {limit.times} times a school year."
        )
    return (
        f"{_who_acts(reading)} act as soon as practicable: the law sets no day. "
        f"Days gone by so far: {reading.days}."
    )


def _floor(reading: "Reading") -> str:
    if reading.due is None:
        return "This stays open, to a day that is not known yet."
    open_until = f"This stays open until at least {in_words(reading.due)}"
    if reading.ended_on is not None and reading.ended_on < reading.due:
        return f"{open_until}, but was closed on {in_words(reading.ended_on)}."
    return f"{open_until}."


def _missing(limit: Limit) -> str:
    """Which day is needed before the last day can be known."""
    needed = _NEEDED.get(type(limit), "the day it counts from, or later bank holidays")
    return f"The last day is not known yet: it depends on {needed}."


def _who(reading: "Reading") -> str:
    if reading.rule.holder is Party.ARRANGER:
        return "Whoever arranges the review"
    return f"The {reading.rule.holder.replace('local authority', 'council')}"


def _who_acts(reading: "Reading") -> str:
    return f"{_who(reading)} {_VERB[reading.rule.strength]}"


_NEEDED = {
    AsAgreed: "the day that was agreed",
    AsOrdered: "the day that the order or direction gives",
    FixedDay: "the year of the move",
    FirstGiven: "the day that was directed",
    LaterOf: "a day that is not recorded",
}

_SENTENCES: dict[State, Callable[["Reading"], str]] = {
    State.NOT_STARTED: _not_started,
    State.RUNNING: _running,
    State.OVERDUE: _overdue,
    State.MET: _met,
    State.MET_LATE: _met_late,
    State.NO_LIMIT: _no_limit,
    State.FLOOR: _floor,
}
