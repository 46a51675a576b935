"""From a start day and a period to the last lawful day, in fourteen ways.

The convention is one for the whole product: see the decision record "How the law
counts". "Days" and "weeks" are calendar days and weeks; nothing rolls forward off a
weekend except a tribunal appeal.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from waymark.law.holidays import (
    ENGLAND,
    ONE_DAY,
    CannotCount,
    Holidays,
    HolidaysUnknown,
)
from waymark.law.limits import Mode, Period

__all__ = ["CannotCount", "DayOutOfRange", "HolidaysUnknown", "act_by", "due"]

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)


class DayOutOfRange(CannotCount):
    """A day before 1900 or after 2200, which is surely a slip of the pen."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} must be in the years 1900 to 2200.")


def due(start: date, period: Period, holidays: Holidays = ENGLAND) -> date | None:
    """The last day in time, or None for "as soon as practicable".

    Units:  weeks for W and WB; months for M0, M1, MB and T; otherwise days.
    Raises: DayOutOfRange for a start or a due day outside 1900 to 2200;
            HolidaysUnknown when working days reach past the holidays held.
    Source: law.md 8.2.

    >>> due(date(2026, 1, 5), Period(6, Mode.WEEKS_WITHIN))
    datetime.date(2026, 2, 16)
    """
    if not FIRST_DAY <= start <= LAST_DAY:
        raise DayOutOfRange("The start")
    end = _COUNTERS[period.mode](start, period.amount, holidays)
    if end is not None and not FIRST_DAY <= end <= LAST_DAY:
        raise DayOutOfRange("The due day")
    return end


def act_by(day: date, holidays: Holidays = ENGLAND) -> date:
    """The last working day on or before a due day: when to act to be safe.

    Raises: HolidaysUnknown.
    """
    return holidays.on_or_before(day)


def months_later(start: date, months: int) -> date:
    """The corresponding date, or the month's last day where there is none.

    Source: Dodds v Walker [1981] 1 WLR 1027.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _weeks_within(start: date, weeks: int, _: Holidays) -> date:
    return start + timedelta(weeks=weeks)


def _days_within(start: date, days: int, _: Holidays) -> date:
    return start + timedelta(days=days)


def _days_beginning_with(start: date, days: int, _: Holidays) -> date:
    return start + timedelta(days=days - 1)


def _months_after(start: date, months: int, _: Holidays) -> date:
    return months_later(start, months)


def _months_beginning_with(start: date, months: int, _: Holidays) -> date:
    end = months_later(start, months)
    return end - ONE_DAY if end.day == start.day else end


def _working_days_within(start: date, days: int, holidays: Holidays) -> date:
    for _ in range(days):
        start = holidays.after(start)
    return start


def _working_days_beginning_with(start: date, days: int, holidays: Holidays) -> date:
    return _working_days_within(start - ONE_DAY, days, holidays)


def _before_date(start: date, _: int, __: Holidays) -> date:
    return start - ONE_DAY


def _months_before(start: date, months: int, _: Holidays) -> date:
    return months_later(start, -months)


def _weeks_before(start: date, weeks: int, _: Holidays) -> date:
    return start - timedelta(weeks=weeks)


def _at_once(start: date, _: int, __: Holidays) -> date:
    return start


def _as_soon_as_practicable(_: date, __: int, ___: Holidays) -> None:
    return None


def _tribunal_months(start: date, months: int, holidays: Holidays) -> date:
    """A day the tribunal does not count moves on, once; so does a day off.

    Source: SI 2008/2699 rule 12.
    """
    end = months_later(start, months)
    if _tribunal_rests(end):
        return holidays.after(_last_of_the_rest(end))
    return end if holidays.is_working(end) else holidays.after(end)


def _tribunal_working_days(start: date, days: int, holidays: Holidays) -> date:
    while days:
        start += ONE_DAY
        if not _tribunal_rests(start) and holidays.is_working(start):
            days -= 1
    return start


def _tribunal_rests(day: date) -> bool:
    """August, and 25 December to 1 January."""
    return day.month == 8 or (day.month, day.day) >= (12, 25) or _is_new_year(day)


def _is_new_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _last_of_the_rest(day: date) -> date:
    if day.month == 8:
        return day.replace(day=31)
    return day if _is_new_year(day) else date(day.year + 1, 1, 1)


_COUNTERS: dict[Mode, Callable[[date, int, Holidays], date | None]] = {
    Mode.WEEKS_WITHIN: _weeks_within,
    Mode.DAYS_WITHIN: _days_within,
    Mode.DAYS_BEGINNING_WITH: _days_beginning_with,
    Mode.MONTHS_AFTER: _months_after,
    Mode.MONTHS_BEGINNING_WITH: _months_beginning_with,
    Mode.WORKING_DAYS_WITHIN: _working_days_within,
    Mode.WORKING_DAYS_BEGINNING_WITH: _working_days_beginning_with,
    Mode.BEFORE_DATE: _before_date,
    Mode.MONTHS_BEFORE: _months_before,
    Mode.WEEKS_BEFORE: _weeks_before,
    Mode.AT_ONCE: _at_once,
    Mode.AS_SOON_AS_PRACTICABLE: _as_soon_as_practicable,
    Mode.TRIBUNAL_MONTHS: _tribunal_months,
    Mode.TRIBUNAL_WORKING_DAYS: _tribunal_working_days,
}
