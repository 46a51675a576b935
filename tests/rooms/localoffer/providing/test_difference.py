"""What differs between two records is said field by field, and nothing is left out."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.localoffer import a_place, a_record, an_id
from tests.rooms.localoffer import saved
from waymark.localoffer.providing.difference import (
    Piece,
    differences,
    is_small,
    pieces,
)
from waymark.localoffer.providing.titles import days_in_words, schedule_in_words
from waymark.localoffer.record.merging import laid_over

PHONE = {"id": an_id("p"), "number": "0116 496 0123"}


def titles(before, after):
    return [
        (each.title, each.before, each.after) for each in differences(before, after)
    ]


def test_a_record_does_not_differ_from_itself():
    for record in saved.southend():
        assert differences(record, copy.deepcopy(record)) == []


def test_a_changed_number_is_one_field_with_both_sides():
    after = {**PHONE, "number": "0116 496 0456"}

    assert titles(a_record(phones=[PHONE]), a_record(phones=[after])) == [
        ("Telephone", "0116 496 0123", "0116 496 0456")
    ]


def test_what_comes_and_what_goes_has_one_side():
    found = titles(a_record(fees="Free"), a_record(alert="Closed today"))

    assert ("Notice", "", "Closed today") in found
    assert ("Cost in words", "Free", "") in found


def test_a_time_is_said_as_people_say_it():
    schedule = {
        "id": an_id("s"),
        "freq": "WEEKLY",
        "byday": "MO,TU,WE",
        "opens_at": "09:30",
        "closes_at": "12:00",
    }

    assert schedule_in_words(schedule) == (
        "Monday, Tuesday and Wednesday, 09:30 to 12:00"
    )
    assert schedule_in_words({**schedule, "freq": "MONTHLY", "interval": 2}).endswith(
        "each month, every 2"
    )
    assert days_in_words("1MO") == "1MO"
    assert days_in_words("") == ""


def test_a_term_is_said_with_its_list():
    found = titles(a_record(), a_record(terms=["need/autism"]))

    assert found == [("Sorted under", "", "Area of need: Autism")]


def test_a_question_of_families_is_its_own_title():
    found = titles(a_record(), a_record(local_offer={"building": "A ramp"}))

    assert found == [("How easy is it to get in and around?", "", "A ramp")]


def test_one_more_contact_does_not_shift_the_others():
    desk = {"id": an_id("d"), "name": "Front desk"}
    office = {"id": an_id("o"), "name": "Office"}

    assert titles(a_record(contacts=[desk]), a_record(contacts=[office, desk])) == [
        ("Contact: Name", "", "Office")
    ]


def test_an_address_is_one_line():
    place = a_place()
    moved = copy.deepcopy(place)
    moved["location"]["addresses"][0]["postal_code"] = "MM2 2BB"
    [found] = differences(
        a_record(service_at_locations=[place]), a_record(service_at_locations=[moved])
    )

    assert found.title == "Place: Address"
    assert "MM1 1AA" in found.before
    assert "MM2 2BB" in found.after


def test_words_are_shown_word_by_word():
    said = "A club for children who like the water and who want to swim, open on "

    assert list(pieces(f"{said}Monday", f"{said}Friday")) == [
        Piece(said, ""),
        Piece("Monday", "out"),
        Piece("Friday", "in"),
    ]


def test_a_number_is_shown_whole_and_not_digit_by_digit():
    assert list(pieces("0116 496 0123", "0116 496 0456")) == [
        Piece("0116 496 0123", "out"),
        Piece("0116 496 0456", "in"),
    ]
    assert list(pieces("", "new")) == [Piece("new", "in")]


def test_very_long_words_are_shown_whole():
    long = "word " * 1000

    assert [each.change for each in pieces(long, f"{long}x")] == ["out", "in"]


FIELDS = ["fees", "alert", "x_unknown", "wait_time"]


@given(
    st.dictionaries(st.sampled_from(FIELDS), st.text("ab", min_size=1, max_size=3)),
    st.dictionaries(st.sampled_from(FIELDS), st.text("ab", min_size=1, max_size=3)),
)
def test_no_difference_is_ever_left_out(before, after):
    found = differences(a_record(**before), a_record(**after))
    changed = {name for name in FIELDS if before.get(name) != after.get(name)}

    assert {each.field for each in found} == changed
    for each in found:
        assert "".join(p.words for p in each.pieces if p.change != "in") == each.before
        assert "".join(p.words for p in each.pieces if p.change != "out") == each.after


# ---- small changes --------------------------------------------------------------------


def test_a_number_and_a_time_are_small():
    before = a_record(phones=[PHONE])
    after = a_record(schedules=[{"id": an_id("s"), "byday": "MO"}])

    assert is_small(before, after)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Other"},
        {"email": "new@example.org"},
        {"url": "https://example.org"},
        {"fees": "£5"},
        {"contacts": [{"id": an_id("c"), "name": "New", "phones": [PHONE]}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_anything_beside_them_is_not(change):
    assert not is_small(a_record(phones=[PHONE]), {**a_record(), **change})


def test_no_change_is_no_small_change():
    assert not is_small(a_record(), a_record())


# ---- what others changed meanwhile ----------------------------------------------------


def test_what_others_changed_stays_and_what_the_writer_changed_wins():
    began = {"name": "Kites", "fees": "Free", "alert": "Full", "assured_date": "1"}
    written = {"name": "Kites", "fees": "£5", "alert": "Full", "wait_time": "Long"}
    now = {"name": "Kites and Co", "fees": "£2", "url": "x", "assured_date": "2"}

    assert laid_over(began, {**written, "assured_date": "1"}, now) == {
        "name": "Kites and Co",
        "fees": "£5",
        "wait_time": "Long",
        "assured_date": "2",
        "url": "x",
    }
