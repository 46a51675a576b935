"""A day is read as people write it, and what is wrong with it is said exactly."""

from datetime import date

import pytest
from django import forms

from waymark.ui.fields import DayMonthYearField, Typed


class Asked(forms.Form):
    received = DayMonthYearField(
        label="When?", what="the day the council got the request"
    )


def asked(day="", month="", year="") -> Asked:
    parts = {"received-day": day, "received-month": month, "received-year": year}
    return Asked(parts)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("5", "1", "2026"),
        ("05", "01", "2026"),
        ("5", "January", "2026"),
        ("5th", "jan", "2026"),
        (" 5 ", "Jan.", " 2026 "),
    ],
)
def test_a_day_may_be_written_in_several_ways(day, month, year):
    form = asked(day, month, year)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["received"] == date(2026, 1, 5)


def test_an_address_may_carry_the_whole_day():
    form = Asked({"received": "2026-01-05"})

    assert form.is_valid()
    assert form.cleaned_data["received"] == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", "", ""), "Enter the day the council got the request."),
        (("", "1", "2026"), "The day the council got the request must include a day."),
        (
            ("5", "", ""),
            "The day the council got the request must include a month and a year.",
        ),
        (
            ("31", "2", "2026"),
            "31 February 2026 is not a real day. Check the day the council got the request.",
        ),
        (("32", "1", "2026"), "Write the day as a number from 1 to 31."),
        (
            ("5", "13", "2026"),
            "Write the month as a number from 1 to 12, or as a word.",
        ),
        (("5", "m", "2026"), "Write the month as a number from 1 to 12, or as a word."),
        (("5", "1", "26"), "Write the year with all four figures, such as 2026."),
        (("5", "1", "1899"), "Write a year from 1900 to 2200."),
        (
            ("14", "1", "2026"),
            "The day the council got the request must be today or earlier. 14 January 2026 has not come yet.",
        ),
    ],
)
def test_what_is_wrong_is_said_exactly(typed, said):
    assert asked(*typed).errors["received"] == [said]


def test_today_itself_has_come():
    assert asked("13", "1", "2026").is_valid()


def test_a_day_to_come_is_taken_where_it_may_be():
    field = DayMonthYearField(what="the day", may_be_to_come=True)

    assert field.clean(Typed("1", "9", "2027")) == date(2027, 9, 1)


def test_a_day_that_need_not_be_known_may_be_left_out():
    assert DayMonthYearField(what="the day", required=False).clean(Typed()) is None


def test_what_was_typed_is_kept_and_only_the_wrong_box_is_marked():
    drawn = str(asked("31", "2", "2026"))

    for kept in ('value="31"', 'value="2"', 'value="2026"'):
        assert kept in drawn
    assert drawn.count("govuk-input--error") == 1


def test_a_day_given_before_is_shown_in_its_boxes():
    drawn = str(Asked(initial={"received": date(2026, 1, 5)}))

    assert 'value="5"' in drawn
    assert 'value="2026"' in drawn


def test_typing_that_would_break_a_page_is_escaped():
    assert "<script>" not in str(asked("<script>", "1", "2026"))


def test_the_same_day_has_not_changed():
    field = DayMonthYearField(what="the day")

    assert not field.has_changed(date(2026, 1, 5), Typed("5", "1", "2026"))
    assert field.has_changed(None, Typed("5", "1", "2026"))


def test_the_bare_widget_draws_its_three_boxes():
    drawn = str(Asked()["received"])

    assert drawn.count("<input") == 3
    assert 'id="id_received-day"' in drawn
