"""How time tells on a service that nobody confirms. Pure: no clock, no store."""

from datetime import date, timedelta

from waymark.law.counting import months_later

SINKS_AFTER = 6
LEAVES_SEARCH_AFTER = 12
ARCHIVED_AFTER = 18

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


def state(counted: date, today: date) -> str:
    """How far a record may be trusted that counts from a day."""
    if counted <= newest_day(today, ARCHIVED_AFTER):
        return ARCHIVED
    if counted <= newest_day(today, LEAVES_SEARCH_AFTER):
        return OUT_OF_SEARCH
    if counted <= newest_day(today, SINKS_AFTER):
        return SINKING
    return CURRENT


def newest_day(today: date, months: int) -> date:
    """The newest day from which so many months have passed today."""
    day = today - timedelta(days=28 * months)
    while months_later(day, months) > today:
        day -= timedelta(days=1)
    return day
