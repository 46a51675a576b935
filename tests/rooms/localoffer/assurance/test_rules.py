"""What time does to a record that nobody confirms."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.law.counting import months_later
from waymark.localoffer.assurance.rules import (
    Standing,
    changes_on,
    counts_from,
    newest_counted_day,
    reminder_due,
    standing,
)

CONFIRMED = date(2025, 1, 13)


@pytest.mark.parametrize(
    ("today", "so"),
    [
        ("2025-01-13", Standing.CURRENT),
        ("2025-07-12", Standing.CURRENT),
        ("2025-07-13", Standing.SINKING),
        ("2026-01-12", Standing.SINKING),
        ("2026-01-13", Standing.OUT_OF_SEARCH),
        ("2026-07-12", Standing.OUT_OF_SEARCH),
        ("2026-07-13", Standing.ARCHIVED),
        ("2024-12-01", Standing.CURRENT),
    ],
)
def test_a_record_sinks_leaves_the_search_and_is_archived(today, so):
    assert standing(CONFIRMED, date.fromisoformat(today)) == so


@pytest.mark.parametrize(
    ("today", "months"),
    [
        ("2025-04-12", None),
        ("2025-04-13", 3),
        ("2025-07-13", 6),
        ("2025-10-12", 6),
        ("2025-10-13", 9),
        ("2027-01-01", 9),
    ],
)
def test_a_provider_is_asked_at_three_six_and_nine_months(today, months):
    assert reminder_due(CONFIRMED, date.fromisoformat(today)) == months


def test_the_last_day_of_a_month_stands_for_days_that_it_lacks():
    assert standing(date(2025, 8, 31), date(2026, 2, 27)) == Standing.CURRENT
    assert standing(date(2025, 8, 31), date(2026, 2, 28)) == Standing.SINKING


def test_a_record_counts_from_what_says_most():
    assured, checked = date(2025, 1, 1), date(2025, 6, 1)
    changed, made = date(2025, 3, 1), date(2025, 9, 1)

    assert counts_from(assured, checked, changed, made) == assured
    assert counts_from(None, checked, changed, made) == checked
    assert counts_from(None, None, changed, made) == made
    assert counts_from(None, None, made, changed) == made


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 1200))
def test_a_record_only_ever_gets_older(confirmed, later):
    order = list(Standing)
    day = confirmed + timedelta(days=later)
    now, tomorrow = standing(confirmed, day), standing(confirmed, day + timedelta(1))

    assert order.index(now) <= order.index(tomorrow)
    assert changes_on(confirmed)[now] <= day


@given(DAYS, st.sampled_from([3, 6, 9, 12, 18]))
def test_one_comparison_picks_what_has_reached_an_age(today, months):
    newest = newest_counted_day(today, months)

    assert months_later(newest, months) <= today
    assert months_later(newest + timedelta(days=1), months) > today
