"""Time limits and days read as a person would say them."""

import re
from dataclasses import dataclass
from datetime import date

import pytest

from waymark.ui.time_limits import ClockTag, DateTag, TimeLimit

DAY = date(2026, 2, 16)


def words(component) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", str(component))).strip()


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        (ClockTag("not-started"), "Not started"),
        (ClockTag("running", due=DAY), "Due by 16 February 2026"),
        (ClockTag("running"), "Due"),
        (ClockTag("overdue", late_from=DAY), "Late since 16 February 2026"),
        (ClockTag("met", met_on=DAY), "Done in time, on 16 February 2026"),
        (ClockTag("met-late", met_on=DAY), "Done late, on 16 February 2026"),
        (ClockTag("no-limit"), "No fixed time limit"),
        (ClockTag("floor", due=DAY), "Not before 16 February 2026"),
    ],
)
def test_a_time_limit_says_how_it_stands(tag, said):
    assert words(tag) == said


def test_a_day_carries_the_machines_form_beside_the_words():
    assert '<time datetime="2026-02-16">' in str(ClockTag("running", due=DAY))


def test_the_tag_of_a_reading_names_its_days():
    @dataclass
    class Reading:
        state: str = "overdue"
        due: date | None = DAY
        late_from: date | None = date(2026, 2, 17)
        met_on: date | None = None

    assert words(ClockTag.of(Reading())) == "Late since 17 February 2026"


def test_a_date_tag_puts_the_day_into_its_words():
    assert (
        words(DateTag("Draft sent on {day}", DAY)) == "Draft sent on 16 February 2026"
    )


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        ("must", "the law says must"),
        ("should", "guidance says should"),
        ("practice", "good practice"),
        ("local promise", "a local promise"),
    ],
)
def test_a_limit_says_how_strongly_it_binds(strength, said):
    assert words(TimeLimit("Within 6 weeks", strength)) == f"Within 6 weeks {said}"


def test_a_limit_that_is_being_checked_says_so_instead():
    tag = words(TimeLimit("Within 6 weeks", "must", verify=True))

    assert "we understand the law says (being checked)" in tag
    assert "must" not in tag
