"""Whoever asks what is held about them is answered within a month, or three."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.law.access_requests import answer_access_by
from waymark.law.holidays import ENGLAND

DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("clear_on", "extended", "due_on"),
    [
        (date(2026, 1, 13), False, date(2026, 2, 13)),
        (date(2026, 1, 13), True, date(2026, 4, 13)),
        # A Saturday; the next working day is after the weekend.
        (date(2026, 1, 14), False, date(2026, 2, 16)),
        # No 31 February; the last of the month is a Saturday.
        (date(2026, 1, 31), False, date(2026, 3, 2)),
        # Good Friday, and Easter after it.
        (date(2026, 3, 3), False, date(2026, 4, 7)),
    ],
)
def test_the_last_day_to_answer(clear_on, extended, due_on):
    assert answer_access_by(clear_on, extended=extended) == due_on


@given(DAYS)
def test_the_last_day_is_a_working_day_and_a_month_away_at_least(clear_on):
    due_on = answer_access_by(clear_on)

    assert ENGLAND.is_working(due_on)
    assert 28 <= (due_on - clear_on).days <= 36
    assert answer_access_by(clear_on, extended=True) > due_on
