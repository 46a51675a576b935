"""When a letter of the council counts as served, by how it is sent."""

from datetime import date

import pytest

from waymark.law.service import ServedBy, served

FRIDAY = date(2026, 1, 9)
SUNDAY = date(2026, 1, 11)


@pytest.mark.parametrize(
    "by", [ServedBy.PORTAL, ServedBy.EMAIL, ServedBy.TEXT, ServedBy.HAND]
)
def test_what_is_there_at_once_is_served_the_same_day_even_on_a_sunday(by):
    assert served(SUNDAY, by) == SUNDAY


def test_post_is_served_on_the_next_working_day():
    assert served(FRIDAY, ServedBy.POST) == date(2026, 1, 12)


def test_post_is_not_served_on_a_bank_holiday():
    assert served(date(2026, 4, 2), ServedBy.POST) == date(2026, 4, 7)


def test_service_never_comes_before_sending_and_never_runs_back():
    days = [date(2026, 3, 28 + n) if n < 4 else date(2026, 4, n - 3) for n in range(14)]
    for by in ServedBy:
        on = [served(day, by) for day in days]
        assert all(there >= day for there, day in zip(on, days, strict=True))
        assert on == sorted(on)
