"""Compulsory school age ends with the last Friday in June, and not on a birthday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.law.school_age import (
    last_friday_in_june,
    over_school_age_from,
    school_leaving_date,
)

BIRTHS = st.dates(date(1995, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2026, date(2026, 6, 26)),
        (2027, date(2027, 6, 25)),
        (2028, date(2028, 6, 30)),
    ],
)
def test_the_school_leaving_date_of_a_year(year, day):
    assert last_friday_in_june(year) == day


def test_a_child_of_late_august_leaves_before_turning_sixteen():
    assert school_leaving_date(date(2010, 8, 31)) == date(2026, 6, 26)


def test_a_child_of_the_first_of_september_leaves_a_year_later():
    assert school_leaving_date(date(2010, 9, 1)) == date(2027, 6, 25)


def test_the_rights_pass_once_the_last_day_of_school_age_is_over():
    assert over_school_age_from(date(2010, 3, 14)) == date(2026, 6, 27)


@given(BIRTHS)
def test_it_is_always_a_friday_of_june_with_no_other_friday_of_june_after_it(born_on):
    day = school_leaving_date(born_on)
    assert (day.weekday(), day.month) == (4, 6)
    assert (day + timedelta(days=7)).month == 7


@given(BIRTHS)
def test_whoever_leaves_is_fifteen_or_sixteen(born_on):
    age = (school_leaving_date(born_on) - born_on).days / 365.2425
    assert 15.7 < age < 16.9


@given(BIRTHS, BIRTHS)
def test_an_older_child_never_leaves_later(one, other):
    older, younger = sorted((one, other))
    assert school_leaving_date(older) <= school_leaving_date(younger)
