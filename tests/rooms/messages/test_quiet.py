"""Nobody is reminded at night, on a Sunday or on a bank holiday."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.gateways.carrying import Channel
from waymark.law.holidays import ENGLAND
from waymark.messages.quiet import (
    CLOSES,
    OPENS,
    backed_off,
    gathered_at,
    may_leave_at,
)
from waymark.today import LONDON

MOMENTS = st.datetimes(
    min_value=datetime(2024, 1, 1),
    max_value=datetime(2028, 12, 1),
    timezones=st.just(UTC),
)
WAKING = st.sampled_from([Channel.EMAIL, Channel.TEXT])


def is_quiet(moment: datetime) -> bool:
    local = moment.astimezone(LONDON)
    return (
        local.weekday() == 6
        or local.date() in ENGLAND.days
        or f"{local:%d %b}" in {"25 Dec", "26 Dec", "01 Jan"}
        or not OPENS <= local.time() < CLOSES
    )


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


@given(MOMENTS, WAKING)
def test_a_reminder_never_leaves_in_quiet_hours(moment, channel):
    assert not is_quiet(may_leave_at(moment, channel, urgent=False))


@given(MOMENTS, WAKING)
def test_a_reminder_waits_no_longer_than_the_quiet_lasts(moment, channel):
    leaves = may_leave_at(moment, channel, urgent=False)

    assert leaves >= moment
    if leaves > moment:
        assert is_quiet(moment)
        assert is_quiet(leaves - timedelta(microseconds=1))
        hours = [moment + timedelta(hours=n) for n in range(24 * 6)]
        assert all(is_quiet(hour) for hour in hours if hour < leaves)


@given(MOMENTS, st.sampled_from(Channel))
def test_an_urgent_message_leaves_at_once(moment, channel):
    assert may_leave_at(moment, channel, urgent=True) == moment


@given(MOMENTS)
def test_a_letter_wakes_nobody(moment):
    assert may_leave_at(moment, Channel.LETTER, urgent=False) == moment


@given(MOMENTS)
def test_the_daily_message_goes_at_nine_on_a_day_that_is_not_quiet(moment):
    goes = gathered_at(moment)
    local = goes.astimezone(LONDON)

    assert (local.hour, local.minute) == (9, 0)
    assert goes > moment
    assert not is_quiet(goes)


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        (london(2026, 1, 13, 10, 0), london(2026, 1, 13, 10, 0)),
        (london(2026, 1, 13, 7, 59), london(2026, 1, 13, 8, 0)),
        (london(2026, 1, 13, 20, 0), london(2026, 1, 14, 8, 0)),
        # Saturday evening: Sunday is quiet all day.
        (london(2026, 1, 17, 21, 0), london(2026, 1, 19, 8, 0)),
        # Maundy Thursday at night: Good Friday is quiet, Saturday is not.
        (london(2026, 4, 2, 22, 0), london(2026, 4, 4, 8, 0)),
        # The clocks go forward on Sunday 29 March 2026.
        (london(2026, 3, 28, 23, 0), london(2026, 3, 30, 8, 0)),
        # Boxing Day is a Saturday, and its bank holiday moves to Monday the 28th.
        (london(2026, 12, 24, 20, 30), london(2026, 12, 29, 8, 0)),
    ],
)
def test_days_that_people_know(written, leaves):
    assert may_leave_at(written, Channel.EMAIL, urgent=False) == leaves


def test_the_wait_between_attempts_grows_and_never_passes_half_a_day():
    moment = london(2026, 1, 13, 10, 0)
    waits = [backed_off(moment, attempts) - moment for attempts in range(1, 9)]

    assert waits[0] == timedelta(minutes=1)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=12)
