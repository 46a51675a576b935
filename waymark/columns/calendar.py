"""A calendar for the ways of counting that are more than a sum of days.

Months, working days and the tribunal's days are looked up by the day counted from.
The law's own counting fills the calendar, so there is one way to count and not two.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeGuard

import pyarrow as pa

from waymark.columns.day_numbers import FIRST_DAY, LAST_DAY, number
from waymark.law import CannotCount, Holidays, Mode, Period, Rule, due
from waymark.law.limits import FixedDay, Limit

#: Modes that count calendar days: how many days on, from the amount of the period.
SUMS: dict[Mode, Callable[[int], int]] = {
    Mode.WEEKS_WITHIN: lambda weeks: 7 * weeks,
    Mode.DAYS_WITHIN: lambda days: days,
    Mode.DAYS_BEGINNING_WITH: lambda days: days - 1,
    Mode.BEFORE_DATE: lambda _: -1,
    Mode.WEEKS_BEFORE: lambda weeks: -7 * weeks,
    Mode.AT_ONCE: lambda _: 0,
}

#: Modes that count from the day an event sets, not from the day of the event.
FROM_THE_DAY_SET = {Mode.WEEKS_BEFORE, Mode.MONTHS_BEFORE, Mode.BEFORE_DATE}

_NEEDS_HOLIDAYS = {
    Mode.WORKING_DAYS_WITHIN,
    Mode.WORKING_DAYS_BEGINNING_WITH,
    Mode.TRIBUNAL_MONTHS,
    Mode.TRIBUNAL_WORKING_DAYS,
}

_BEFORE = Period(0, Mode.BEFORE_DATE)


@dataclass(frozen=True, slots=True)
class LookUp:
    """A limit that is looked up: `day` names the column with the day counted from."""

    day: str
    limit: Period | FixedDay

    @property
    def column(self) -> str:
        """The column of the calendar that holds the answer."""
        return column_of(self.limit)


def column_of(limit: Period | FixedDay) -> str:
    """What a limit is called in the calendar."""
    if isinstance(limit, FixedDay):
        return f"before_{limit.month}_{limit.day}"
    return f"{limit.mode.value}_{limit.amount}"


@lru_cache(maxsize=64)
def calendar(limits: frozenset[Period | FixedDay], holidays: Holidays) -> pa.Table:
    """One row per day from 1900 to 2200: the day, and the last day of each limit.

    Nothing stands where the law cannot count: outside those years, or where the bank
    holidays are not held.
    """
    days = pa.array(range(FIRST_DAY, LAST_DAY + 1), pa.int32())
    ordered = sorted(limits, key=column_of)
    counted = {column_of(limit): _counted(limit, holidays) for limit in ordered}
    return pa.table({"day": days, **counted})


@lru_cache(maxsize=64)
def _counted(limit: Period | FixedDay, holidays: Holidays) -> pa.Array:
    known = _days(limit, holidays)
    days = range(FIRST_DAY, LAST_DAY + 1)
    ends = (_end(day, limit, holidays) if day in known else None for day in days)
    return pa.array(ends, pa.int32())


def _days(limit: Period | FixedDay, holidays: Holidays) -> range:
    """The days from which the limit may be counted, with some to spare."""
    if not isinstance(limit, Period) or limit.mode not in _NEEDS_HOLIDAYS:
        return range(FIRST_DAY, LAST_DAY + 1)
    spare = limit.amount // 12 + 2
    years = holidays.years
    opens, closes = date(years[0] - spare, 1, 1), date(years[-1] + spare, 1, 1)
    return range(number(opens), number(closes))


def _end(day: int, limit: Period | FixedDay, holidays: Holidays) -> int | None:
    on = date(1970, 1, 1) + timedelta(days=day)
    try:
        if isinstance(limit, FixedDay):
            end = due(date(on.year, limit.month, limit.day), _BEFORE, holidays)
        else:
            end = due(on, limit, holidays)
    except (CannotCount, ValueError):  # or 29 February
        return None
    return None if end is None else number(end)


def is_plain_sum(limit: Period) -> bool:
    """True for so many days on from the day of the event."""
    return limit.mode in SUMS and limit.mode not in FROM_THE_DAY_SET


def looked_up(rules: Iterable[Rule]) -> frozenset[Period | FixedDay]:
    """The limits of some rules that are looked up and not summed."""
    parts = (part for rule in rules for part in parts_of(rule.limit))
    return frozenset(part for part in parts if _is_looked_up(part))


def parts_of(limit: Limit | None) -> Iterator[Limit]:
    """A limit, and every limit inside it."""
    if limit is None:
        return
    yield limit
    for branch in getattr(limit, "branches", ()):
        yield from parts_of(branch.limit)
    yield from parts_of(getattr(limit, "then", None))


def _is_looked_up(limit: Limit) -> TypeGuard[Period | FixedDay]:
    if isinstance(limit, Period):
        soon = limit.mode is Mode.AS_SOON_AS_PRACTICABLE
        return not soon and limit.mode not in SUMS
    return isinstance(limit, FixedDay)
