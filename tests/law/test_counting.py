"""Counting days: fourteen ways, each as the provision's own words count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.law.counting import CannotCount, DayOutOfRange, act_by, due
from waymark.law.holidays import ENGLAND, HolidaysUnknown
from waymark.law.limits import Mode, Period

DAYS = st.dates(date(2012, 1, 1), date(2026, 12, 31))
FEW = st.integers(1, 30)


def counted(start: str, mode: str, amount: int) -> str:
    end = due(date.fromisoformat(start), Period(amount, Mode(mode)))
    return str(end)


@pytest.mark.parametrize(
    ("case", "start", "mode", "amount", "end"),
    [
        ("no plan in 16 weeks (Ombudsman)", "2025-05-21", "W", 16, "2025-09-10"),
        ("plan in 20 weeks (Ombudsman)", "2025-05-21", "W", 20, "2025-10-08"),
        ("Dodds v Walker", "1978-09-30", "M0", 4, "1979-01-30"),
        ("six weeks starting with 1 May", "2012-05-01", "D1", 42, "2012-06-11"),
        ("within six weeks from 1 May", "2012-05-01", "W", 6, "2012-06-12"),
        ("first review of a plan", "2019-01-01", "M1", 12, "2019-12-31"),
        ("W v Hertfordshire", "2022-12-30", "W", 6, "2023-02-10"),
        ("decision to assess", "2026-01-05", "W", 6, "2026-02-16"),
        ("over the year's end", "2026-11-23", "W", 6, "2027-01-04"),
        ("into a leap February", "2028-01-17", "W", 6, "2028-02-28"),
        ("received on a Saturday", "2026-02-28", "W", 6, "2026-04-11"),
        ("advice from a health body", "2026-02-16", "W", 6, "2026-03-30"),
        ("15 days on a draft", "2026-04-13", "D1", 15, "2026-04-27"),
        ("15 days over 29 February", "2028-02-17", "D1", 15, "2028-03-02"),
        ("a setting's reply", "2026-05-01", "D0", 15, "2026-05-16"),
        ("a leap February ends a year", "2027-03-01", "M1", 12, "2028-02-29"),
        ("the next cycle", "2026-11-20", "M1", 12, "2027-11-19"),
        ("an early notice: replies", "2026-12-10", "D1", 15, "2026-12-24"),
        ("an early notice: final plan", "2026-12-10", "W", 8, "2027-02-04"),
        ("before 31 March", "2027-03-31", "B", 0, "2027-03-30"),
        ("eight weeks before 30 March", "2027-03-30", "WB", 8, "2027-02-02"),
        ("twelve weeks before 30 March", "2027-03-30", "WB", 12, "2027-01-05"),
        ("twelve weeks before 14 February", "2027-02-14", "WB", 12, "2026-11-22"),
        ("twelve weeks in a leap year", "2028-03-30", "WB", 12, "2028-01-06"),
        ("college move in September", "2027-09-06", "MB", 5, "2027-04-06"),
        ("college move on 31 July", "2027-07-31", "MB", 5, "2027-02-28"),
        ("a move known on a Monday", "2026-12-21", "WD1", 15, "2027-01-13"),
        ("a move known on a Saturday", "2026-06-06", "WD1", 15, "2026-06-26"),
        ("a certificate over Christmas", "2026-12-23", "WD0", 3, "2026-12-30"),
        ("an appeal due on a Sunday", "2026-04-14", "T", 2, "2026-06-15"),
        ("an appeal at a month's end", "2026-12-31", "T", 2, "2027-03-01"),
        ("an appeal falling in August", "2026-07-20", "T", 1, "2026-09-01"),
        ("a certificate on 31 January", "2027-01-31", "T", 1, "2027-03-01"),
        ("an appeal on Saturday 31 July", "2027-07-31", "T", 0, "2027-08-02"),
        ("an appeal on New Year's Day", "2027-01-01", "T", 0, "2027-01-04"),
        ("order to assess: tell", "2026-07-06", "W", 2, "2026-07-20"),
        ("order to assess: no plan", "2026-07-06", "W", 10, "2026-09-14"),
        ("order to assess: plan", "2026-07-06", "W", 14, "2026-10-12"),
        ("order for a plan: draft", "2026-07-06", "W", 5, "2026-08-10"),
        ("order for a plan: final", "2026-07-06", "W", 11, "2026-09-21"),
        ("reply to a recommendation", "2026-11-27", "W", 5, "2027-01-01"),
        ("20 weeks from a leap day", "2028-02-29", "W", 20, "2028-07-18"),
        ("15 days from 18 December", "2026-12-18", "D1", 15, "2027-01-01"),
        ("15 days from 17 February", "2027-02-17", "D1", 15, "2027-03-03"),
        ("30 days over February", "2026-01-30", "D0", 30, "2026-03-01"),
        ("a year from 2 March", "2026-03-02", "M1", 12, "2027-03-01"),
        ("a year from a leap day", "2028-02-29", "M1", 12, "2029-02-28"),
        ("three months from 23 April", "2026-04-23", "M1", 3, "2026-07-22"),
        ("two months into a leap year", "2027-12-31", "M0", 2, "2028-02-29"),
        ("15 working days over Easter", "2026-04-01", "WD1", 15, "2026-04-23"),
        ("3 working days over Easter", "2026-04-02", "WD0", 3, "2026-04-09"),
        ("an appeal day on a Sunday", "2026-06-14", "T", 0, "2026-06-15"),
        ("an appeal day at Christmas", "2026-12-28", "T", 0, "2027-01-04"),
        ("a tribunal step over Christmas", "2026-12-07", "TWD", 30, "2027-01-26"),
        ("a tribunal step over August", "2026-07-30", "TWD", 2, "2026-09-01"),
        ("at once", "2026-07-06", "NOW", 0, "2026-07-06"),
        ("as soon as practicable", "2026-07-06", "ASAP", 0, "None"),
    ],
)
def test_a_worked_example_ends_on_its_day(case, start, mode, amount, end):
    assert counted(start, mode, amount) == end, case


@given(st.dates(date(1900, 1, 1), date(2190, 12, 31)), st.integers(0, 500))
def test_weeks_end_on_the_weekday_they_began(start, weeks):
    end = due(start, Period(weeks, Mode.WEEKS_WITHIN))

    assert (end - start).days == 7 * weeks


@given(st.dates(date(1900, 1, 2), date(2190, 12, 31)), st.integers(1, 500))
def test_beginning_with_a_day_ends_one_day_sooner_than_within(start, days):
    beginning_with = due(start, Period(days, Mode.DAYS_BEGINNING_WITH))

    assert beginning_with == due(start, Period(days - 1, Mode.DAYS_WITHIN))


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.integers(0, 500))
def test_months_end_on_the_same_number_or_the_last_of_the_month(start, months):
    end = due(start, Period(months, Mode.MONTHS_AFTER))

    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end + timedelta(1)).day == 1


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.integers(1, 500))
def test_months_beginning_with_a_day_never_outlast_months_after_it(start, months):
    after = due(start, Period(months, Mode.MONTHS_AFTER))
    beginning_with = due(start, Period(months, Mode.MONTHS_BEGINNING_WITH))

    assert timedelta(0) <= after - beginning_with <= timedelta(1)


@given(st.dates(date(1950, 1, 1), date(2190, 12, 31)), st.integers(0, 500))
def test_months_before_never_run_past_the_day_counted_from(start, months):
    end = due(start, Period(months, Mode.MONTHS_BEFORE))

    assert due(end, Period(months, Mode.MONTHS_AFTER)) <= start


@given(st.dates(date(1950, 1, 1), date(2190, 12, 31)), st.integers(0, 500))
def test_weeks_before_come_back_to_the_day_counted_from(start, weeks):
    end = due(start, Period(weeks, Mode.WEEKS_BEFORE))

    assert due(end, Period(weeks, Mode.WEEKS_WITHIN)) == start


@given(st.dates(date(1900, 1, 2), date(2200, 12, 31)))
def test_before_a_day_is_the_day_before_it(named):
    assert due(named, Period(0, Mode.BEFORE_DATE)) == named - timedelta(1)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_at_once_is_the_same_day(start):
    assert due(start, Period(0, Mode.AT_ONCE)) == start


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_as_soon_as_practicable_has_no_day(start):
    assert due(start, Period(0, Mode.AS_SOON_AS_PRACTICABLE)) is None


def working_days_between(first: date, last: date) -> int:
    days = ((first + timedelta(n)) for n in range((last - first).days + 1))
    return sum(ENGLAND.is_working(day) for day in days)


@given(DAYS, FEW)
def test_working_days_within_count_after_the_day_itself(start, days):
    end = due(start, Period(days, Mode.WORKING_DAYS_WITHIN))

    assert working_days_between(start + timedelta(1), end) == days
    assert ENGLAND.is_working(end)


@given(DAYS, FEW)
def test_working_days_beginning_with_count_the_day_itself(start, days):
    end = due(start, Period(days, Mode.WORKING_DAYS_BEGINNING_WITH))

    assert working_days_between(start, end) == days
    assert ENGLAND.is_working(end)


@given(DAYS, st.integers(0, 12))
def test_an_appeal_is_never_due_on_a_day_the_tribunal_rests(start, months):
    end = due(start, Period(months, Mode.TRIBUNAL_MONTHS))

    assert end >= due(start, Period(months, Mode.MONTHS_AFTER))
    assert end.month != 8
    assert ENGLAND.is_working(end)


@given(DAYS, FEW)
def test_a_tribunal_step_never_ends_before_plain_working_days(start, days):
    end = due(start, Period(days, Mode.TRIBUNAL_WORKING_DAYS))

    assert end >= due(start, Period(days, Mode.WORKING_DAYS_WITHIN))
    assert end.month != 8


@pytest.mark.parametrize("start", [date(1899, 12, 31), date(2201, 1, 1)])
def test_a_day_outside_1900_to_2200_is_refused(start):
    with pytest.raises(DayOutOfRange, match="The start must be in the years"):
        due(start, Period(6, Mode.WEEKS_WITHIN))


def test_a_due_day_after_2200_is_refused():
    with pytest.raises(DayOutOfRange, match="The due day must be in the years"):
        due(date(2200, 12, 31), Period(1, Mode.DAYS_WITHIN))


def test_working_days_past_the_holidays_held_are_refused():
    with pytest.raises(HolidaysUnknown, match="bank holidays of 2029"):
        due(date(2028, 12, 27), Period(3, Mode.WORKING_DAYS_WITHIN))


def test_a_weekend_needs_no_holidays():
    assert not ENGLAND.is_working(date(2100, 1, 2))


def test_both_refusals_are_one_kind_of_fault():
    assert issubclass(HolidaysUnknown, CannotCount)
    assert issubclass(DayOutOfRange, CannotCount)


def test_a_due_day_on_a_sunday_is_acted_on_by_the_friday():
    assert act_by(date(2027, 2, 14)) == date(2027, 2, 12)


def test_a_due_day_on_a_working_day_is_its_own():
    assert act_by(date(2026, 2, 16)) == date(2026, 2, 16)


def test_a_proclaimed_holiday_moves_a_count_of_working_days():
    proclaimed = ENGLAND.with_days(date(2026, 4, 8))
    period = Period(3, Mode.WORKING_DAYS_WITHIN)

    assert due(date(2026, 4, 2), period, proclaimed) == date(2026, 4, 10)
