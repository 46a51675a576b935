"""From a limit and what has happened to the last lawful day. No number is made up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from waymark.law.counting import due
from waymark.law.events import Event
from waymark.law.holidays import ONE_DAY, Holidays, HolidaysUnknown
from waymark.law.limits import (
    AsAgreed,
    AsOrdered,
    Branch,
    EarlierOf,
    FirstGiven,
    FixedDay,
    Given,
    LaterOf,
    Limit,
    Mode,
    Period,
    TimesPerSchoolYear,
    WithStep,
)
from waymark.law.stated import Stated

#: Limits that never have a day, whatever is known of the case.
DAYLESS = (WithStep, TimesPerSchoolYear)

#: Modes that count from the day an event sets, not from the day of the event.
FROM_THE_DAY_SET = {Mode.WEEKS_BEFORE, Mode.MONTHS_BEFORE, Mode.BEFORE_DATE}


@dataclass(frozen=True, slots=True)
class Span:
    """The last lawful day, and an earlier one to be safe where there is doubt."""

    due: date | None
    safe: date | None = None


UNKNOWN = Span(None)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a limit is counted from.

    `start` is the event that started the clock; `past` all that happened, up to
    the event that met it; `counts_from` the name of a fact that holds a day.
    """

    start: Event | None
    past: Sequence[Event]
    stated: Stated
    counts_from: str
    holidays: Holidays


def last_day(limit: Limit, grounds: Grounds) -> Span:
    """The last lawful day of a limit; unknown where the law or the facts give none."""
    try:
        return _SPANS[type(limit)](limit, grounds)
    except (ValueError, OverflowError):  # CannotCount, or 29 February
        return UNKNOWN


def applies(conditions: Iterable[Given], stated: Stated) -> bool:
    """True when every fact asked about is known and has one of the values."""
    return all(stated.words.get(given.fact) in given.values for given in conditions)


def _period(limit: Period, grounds: Grounds) -> Span:
    base = _base(limit, grounds)
    return UNKNOWN if base is None else _counted(base, limit, grounds.holidays)


def _base(limit: Period, grounds: Grounds) -> date | None:
    """The day counted from: of the event, of what it arranged, or of a fact."""
    start = grounds.start
    if start is None:
        return grounds.stated.days.get(grounds.counts_from)
    if limit.mode in FROM_THE_DAY_SET:
        return start.arranged_for or grounds.stated.days.get(grounds.counts_from)
    return start.on


def _counted(base: date, period: Period, holidays: Holidays) -> Span:
    end = due(base, period, holidays)
    if end is not None and period.mode is Mode.WEEKS_BEFORE:
        return Span(end, end - ONE_DAY)  # "at least" may mean clear days
    if end is not None and period.mode is Mode.TRIBUNAL_MONTHS:
        unrolled = due(base, Period(period.amount, Mode.MONTHS_AFTER), holidays)
        return Span(end, working_day_by(unrolled, holidays))
    return Span(end)


def working_day_by(day: date | None, holidays: Holidays) -> date | None:
    """The last working day on or before a day, if the holidays of its year are held."""
    if day is None:
        return None
    try:
        return holidays.on_or_before(day)
    except HolidaysUnknown:
        return None


def _fixed_day(limit: FixedDay, grounds: Grounds) -> Span:
    year = _year_of_transfer(grounds)
    if year is None:
        return UNKNOWN
    named = date(year, limit.month, limit.day)
    return _counted(named, Period(0, Mode.BEFORE_DATE), grounds.holidays)


def _year_of_transfer(grounds: Grounds) -> int | None:
    if grounds.start is not None and grounds.start.arranged_for is not None:
        return grounds.start.arranged_for.year
    on = grounds.stated.days.get("transfer-on")
    return on.year if on else grounds.stated.years.get("transfer-year")


def _as_arranged(_: AsAgreed | AsOrdered, grounds: Grounds) -> Span:
    arranged = grounds.start.arranged_for if grounds.start else None
    if arranged is None:
        return UNKNOWN
    return _counted(arranged, Period(0, Mode.AT_ONCE), grounds.holidays)


def _dayless(_: WithStep | TimesPerSchoolYear, __: Grounds) -> Span:
    return UNKNOWN


def _later_of(limit: LaterOf, grounds: Grounds) -> Span:
    days = list(_branches(limit.branches, grounds))
    known = [span.due for span in days if span.due]
    if not known or len(known) < len(days):
        return UNKNOWN
    later = max(known)
    return _counted(later, limit.then, grounds.holidays) if limit.then else Span(later)


def _earlier_of(limit: EarlierOf, grounds: Grounds) -> Span:
    known = [span.due for span in _branches(limit.branches, grounds) if span.due]
    return Span(min(known)) if known else UNKNOWN


def _first_given(limit: FirstGiven, grounds: Grounds) -> Span:
    return next(iter(_branches(limit.branches, grounds)), UNKNOWN)


def _branches(branches: Iterable[Branch], grounds: Grounds) -> Iterator[Span]:
    """Each branch that has begun and applies to the case."""
    for branch in branches:
        start = _start_of(branch, grounds)
        begun = start is not None or not branch.starts_with
        if begun and applies(branch.applies_if, grounds.stated):
            yield _SPANS[type(branch.limit)](branch.limit, _from(start, grounds))


def _start_of(branch: Branch, grounds: Grounds) -> Event | None:
    """The branch's own start; a fixed day looks at the rule's, for its year."""
    if not branch.starts_with:
        return grounds.start if isinstance(branch.limit, FixedDay) else None
    starts = [event for event in grounds.past if event.kind in branch.starts_with]
    if not starts:
        return None
    return starts[-1] if branch.latest else starts[0]


def _from(start: Event | None, grounds: Grounds) -> Grounds:
    return Grounds(
        start, grounds.past, grounds.stated, grounds.counts_from, grounds.holidays
    )


_SPANS: dict[type, Callable[[Any, Grounds], Span]] = {
    Period: _period,
    FixedDay: _fixed_day,
    AsAgreed: _as_arranged,
    AsOrdered: _as_arranged,
    WithStep: _dayless,
    TimesPerSchoolYear: _dayless,
    LaterOf: _later_of,
    EarlierOf: _earlier_of,
    FirstGiven: _first_given,
}
