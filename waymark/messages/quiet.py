"""Quiet hours: nobody is reminded at night, on a Sunday or on a bank holiday."""

from datetime import UTC, date, datetime, time, timedelta

from waymark.gateways.carrying import Channel
from waymark.law.holidays import ENGLAND, ONE_DAY
from waymark.today import LONDON

OPENS = time(8, 0)
CLOSES = time(20, 0)
SUNDAY = 6
#: Kept at home even where the bank holiday moves to a Monday: month and day.
FEASTS = {(1, 1), (12, 25), (12, 26)}

#: When the message that gathers a day's smaller ones goes out.
GATHERS = time(9, 0)


def may_leave_at(moment: datetime, channel: Channel, *, urgent: bool) -> datetime:
    """The first moment, from this one on, at which a message may go out; in UTC.

    Urgent ones go at once, and so do letters, which wake nobody. In years whose bank
    holidays are not held, every weekday counts as an ordinary one: a reminder on an
    unknown holiday is a lesser fault than a reminder never sent.
    """
    if urgent or channel == Channel.LETTER:
        return moment
    local = moment.astimezone(LONDON)
    if _is_loud(local.date()) and OPENS <= local.time() < CLOSES:
        return moment
    day = local.date() if local.time() < OPENS else local.date() + ONE_DAY
    return _at(_next_loud(day), OPENS)


def gathered_at(moment: datetime) -> datetime:
    """When the next daily message goes: nine o'clock on a day that is not quiet."""
    local = moment.astimezone(LONDON)
    day = local.date() if local.time() < GATHERS else local.date() + ONE_DAY
    return _at(_next_loud(day), GATHERS)


def backed_off(moment: datetime, attempts: int) -> datetime:
    """When to try again after so many attempts: a minute, then five times as long.

    One, five and 25 minutes, two hours, ten hours and a half, and never more than
    twelve hours.
    """
    wait = min(timedelta(minutes=5 ** (attempts - 1)), timedelta(hours=12))
    return moment + wait


def _next_loud(day: date) -> date:
    while not _is_loud(day):
        day += ONE_DAY
    return day


def _is_loud(day: date) -> bool:
    is_feast = (day.month, day.day) in FEASTS or day in ENGLAND.days
    return day.weekday() != SUNDAY and not is_feast


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=LONDON).astimezone(UTC)
