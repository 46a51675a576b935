"""What a line about keeping says, and what hangs on what."""

from datetime import UTC, datetime, timedelta

import pytest

from waymark.access import retention
from waymark.access.retention import (
    ByJob,
    ByPerson,
    Follows,
    Kept,
    SaysNothing,
    Whom,
    Years,
    in_words,
)

DIARY = Kept(
    tables=("shop.Diary",),
    holds="Who came.",
    whom=Whom.READERS,
    because="to know",
    counted_from="the day",
    length=timedelta(days=1),
    ends=ByJob("forget-diary"),
)


@pytest.fixture(autouse=True)
def only_these(monkeypatch):
    monkeypatch.setattr(retention, "_lines", {})


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(days=1), "1 day"),
        (timedelta(days=30), "30 days"),
        (Years(1), "1 year"),
        (Years(31), "31 years"),
        (None, "until it is taken out"),
    ],
)
def test_a_length_is_said_as_people_say_it(length, words):
    assert in_words(length) == words


@pytest.mark.parametrize(
    ("moment", "before"),
    [((2026, 1, 13), (2020, 1, 13)), ((2028, 2, 29), (2022, 2, 28))],
)
def test_years_are_counted_by_the_calendar(moment, before):
    moment, before = (datetime(*day, 12, tzinfo=UTC) for day in (moment, before))
    assert Years(6).before(moment) == before


def test_a_leap_day_four_years_before_another_is_itself():
    moment = datetime(2028, 2, 29, tzinfo=UTC)
    assert Years(4).before(moment) == datetime(2024, 2, 29, tzinfo=UTC)


def test_a_room_that_speaks_again_replaces_what_it_said():
    retention.register("shop", [DIARY])
    retention.register("shop", [SaysNothing(("shop.Till",), "money")])
    assert [line.tables for line in retention.lines()] == [("shop.Till",)]


def test_only_what_is_about_somebody_is_for_the_page():
    retention.register("shop", [SaysNothing(("shop.Till",), "money"), DIARY])
    assert retention.kept() == (DIARY,)


def test_who_ends_it_is_said_in_words():
    assert str(ByJob("forget-diary")) == "by itself, by the job forget-diary"
    assert str(ByPerson("an editor")) == "by an editor"


def test_what_hangs_on_a_table_is_found_near_and_far():
    retention.register(
        "shop",
        [
            DIARY,
            Follows(("shop.Page",), of="shop.Diary"),
            Follows(("shop.Word", "shop.Blot"), of="shop.Page"),
        ],
    )
    assert retention.followers_of("shop.Diary") == (
        "shop.Page",
        "shop.Word",
        "shop.Blot",
    )
    assert retention.followers_of("shop.Word") == ()
