"""What time does to a record that nobody confirms. Pure: no clock, no store.

A record is counted from the day somebody who knows last confirmed it. Nobody has to do
anything for a record to sink, leave the search or be archived, and one confirmation
brings it back: how it stands is read from the day, never stored.
"""

from datetime import date
from enum import StrEnum

from waymark.law.counting import months_later

#: Months after which the provider is asked whether the record is still right.
ASKED_AFTER = (3, 6, 9)
SINKS_AFTER = 6
LEAVES_SEARCH_AFTER = 12
ARCHIVED_AFTER = 18


class Standing(StrEnum):
    """How far a record may still be trusted, by the day it counts from."""

    CURRENT = "current"
    SINKING = "sinking"
    OUT_OF_SEARCH = "out-of-search"
    ARCHIVED = "archived"


def counts_from(
    assured_on: date | None, checked_on: date | None, changed_on: date, made_on: date
) -> date:
    """The day a record is counted from.

    The day it was confirmed; if it never was, the day somebody read it at its source;
    failing that, the later of the day it last changed and the day it came here.
    """
    return assured_on or checked_on or max(changed_on, made_on)


def standing(confirmed_on: date, today: date) -> Standing:
    """How a record stands today that was last confirmed on a day.

    On the corresponding day of the sixth month it sinks and is marked, of the twelfth
    it leaves the default search, of the eighteenth it is archived. Never raises; a day
    in the future is current.
    """
    if today >= months_later(confirmed_on, ARCHIVED_AFTER):
        return Standing.ARCHIVED
    if today >= months_later(confirmed_on, LEAVES_SEARCH_AFTER):
        return Standing.OUT_OF_SEARCH
    if today >= months_later(confirmed_on, SINKS_AFTER):
        return Standing.SINKING
    return Standing.CURRENT


def changes_on(confirmed_on: date) -> dict[Standing, date]:
    """The day on which each standing begins for a record confirmed on a day."""
    return {
        Standing.CURRENT: confirmed_on,
        Standing.SINKING: months_later(confirmed_on, SINKS_AFTER),
        Standing.OUT_OF_SEARCH: months_later(confirmed_on, LEAVES_SEARCH_AFTER),
        Standing.ARCHIVED: months_later(confirmed_on, ARCHIVED_AFTER),
    }


def reminder_due(confirmed_on: date, today: date) -> int | None:
    """Which reminder a record has reached: 3, 6 or 9 months; None before the first.

    Only the latest: a machine that was off for a year asks once and not three times.
    Past nine months nobody is asked a fourth time.
    """
    reached = [
        months for months in ASKED_AFTER if today >= months_later(confirmed_on, months)
    ]
    return reached[-1] if reached else None


def newest_counted_day(today: date, months: int) -> date:
    """The newest day that is at least so many months before today.

    A record counted from this day or an earlier one has reached that age, so that a
    database can pick them by one comparison. The inverse of `months_later`.
    """
    day = months_later(today, -months)
    while months_later(_next(day), months) <= today:
        day = _next(day)
    return day


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
