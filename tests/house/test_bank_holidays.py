"""The bank holidays shipped are whole years, and reach past the coming one."""

from collections import Counter
from datetime import date

import pytest
from time_machine import escape_hatch

from waymark.law.holidays import ENGLAND

FEWEST_IN_A_YEAR = 8


def coming_year() -> int:
    """By the real clock: this test must fail when the data grows old."""
    return escape_hatch.datetime.date.today().year + 1


def test_the_bank_holidays_of_the_coming_year_are_here():
    assert coming_year() in ENGLAND.years, (
        "Add the coming year to waymark/law/bank_holidays.py from "
        "https://www.gov.uk/bank-holidays (England and Wales)."
    )


def test_every_year_held_is_whole():
    listed = Counter(day.year for day in ENGLAND.days)

    assert sorted(listed) == list(ENGLAND.years)
    assert min(listed.values()) >= FEWEST_IN_A_YEAR


@pytest.mark.parametrize("year", ENGLAND.years)
def test_no_bank_holiday_falls_on_a_weekend(year):
    assert all(day.weekday() < 5 for day in ENGLAND.days if day.year == year)


def test_christmas_2027_has_its_substitute_days():
    assert {date(2027, 12, 27), date(2027, 12, 28)} <= ENGLAND.days
