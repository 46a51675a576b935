"""Days and their order within a day, as whole numbers that any engine compares fast.

A day is a number: days since 1 January 1970, as Arrow keeps them. A key is one number
for a day and a kind's place in its process, so that the smaller of two keys is the
event that comes first, also when both are of one day.
"""

from datetime import date

import ibis
from ibis import Deferred

#: What is later than every key: the event has not happened.
NEVER = 2**31 - 1
#: What is earlier than every key.
BEFORE_ALL = 0

_EPOCH = date(1970, 1, 1)
_OFFSET = _EPOCH.toordinal()  # keeps the keys of early days above zero
_BITS = 8
PLACES: int = 2**_BITS

FIRST_DAY = (date(1900, 1, 1) - _EPOCH).days
LAST_DAY = (date(2200, 12, 31) - _EPOCH).days


def number(day: date) -> int:
    """The day as a number."""
    return (day - _EPOCH).days


def key(day: Deferred, place: int, today: int) -> Deferred:
    """The key of an event, or NEVER while it has not happened by `today`."""
    return ibis.ifelse(day <= today, day * PLACES + (place + _OFFSET * PLACES), NEVER)


def first_key(day: int) -> int:
    """The smallest key that an event of this day may have."""
    return (day + _OFFSET) * PLACES


def day_of(a_key: Deferred) -> Deferred:
    """The day of a key."""
    return (a_key >> _BITS) - _OFFSET


def shifted(day: Deferred, by: int) -> Deferred:
    """A day so many days on, or nothing where either day is not in 1900 to 2200."""
    low, high = FIRST_DAY + max(0, -by), LAST_DAY - max(0, by)
    return ibis.ifelse(day.between(low, high), day + by, NOTHING)


def as_date(a_number: Deferred) -> Deferred:
    """A number as a date of the engine."""
    day = a_number.cast("int32").as_interval("D") + ibis.date(1970, 1, 1)
    return day.cast("timestamp").cast("date")


def first(keys: list[Deferred]) -> Deferred:
    """The earliest of some keys; NEVER if there are none."""
    if len(keys) == 2:
        return ibis.ifelse(keys[0] < keys[1], *keys)  # twice as fast as LEAST
    if len(keys) < 2:
        return keys[0] if keys else ibis.literal(NEVER)
    return ibis.least(*keys)


def last(keys: list[Deferred]) -> Deferred:
    """The latest of some keys; BEFORE_ALL if there are none."""
    if len(keys) == 2:
        return ibis.ifelse(keys[0] > keys[1], *keys)
    if len(keys) < 2:
        return keys[0] if keys else ibis.literal(BEFORE_ALL)
    return ibis.greatest(*keys)


NOTHING = ibis.null("int32")
