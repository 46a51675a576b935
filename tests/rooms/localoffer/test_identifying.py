"""What could tell who somebody is is found; numbers too small to show are not shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.localoffer.identifying import Sort, Trace, has_any, traces
from waymark.localoffer.small_numbers import FEWEST, may_be_shown, shown

ORDINARY = {"please", "where", "it", "nothing"}


def found(words, **known):
    return [(trace.sort, trace.words) for trace in traces(words, **known)]


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("write to amina@example.org", Sort.MAIL),
        ("ring 01632 960 001", Sort.NUMBER),
        ("we live in ss2 6er", Sort.POSTCODE),
        ("born 12/03/2018", Sort.DATE),
        ("born 2018-03-12", Sort.DATE),
        ("on 5th of May", Sort.DATE),
        ("since sept 2019", Sort.DATE),
        ("in 2019", Sort.DATE),
        ("he is 7 years old", Sort.AGE),
        ("she is aged 11", Sort.AGE),
        ("in year 4", Sort.AGE),
        ("then Jayden left", Sort.NAME),
        ("it is Jayden's coat", Sort.NAME),
    ],
)
def test_a_trace_of_somebody_is_found(words, sort):
    assert sort in [each for each, _words in found(words)]


@pytest.mark.parametrize(
    "words",
    [
        "the page about short breaks does not say what it costs",
        "what does EHC mean, and who are SENCOs",
        "ring us on Monday or in May, or at Christmas",
        "the Local Offer of Mereshire Council",
        "Where is it? Please say.\nNothing says so.",
    ],
)
def test_ordinary_words_leave_no_trace(words):
    known = {"ours": {"mereshire"}, "is_published": ORDINARY.__contains__}

    assert found(words, **known) == []


def test_a_name_at_the_beginning_is_found_because_nothing_published_says_it():
    assert found("Jayden waits.", is_published=ORDINARY.__contains__) == [
        (Sort.NAME, "Jayden")
    ]


def test_a_published_word_inside_a_sentence_may_still_be_a_name():
    assert found("then Grace left", is_published={"grace"}.__contains__) == [
        (Sort.NAME, "Grace")
    ]


def test_each_trace_is_said_once():
    assert traces("x Tom y Tom") == [Trace(Sort.NAME, "Tom")]


def test_only_the_sorts_asked_for_are_looked_for():
    assert has_any("aged 7", [Sort.AGE])
    assert not has_any("aged 7", [Sort.MAIL, Sort.NUMBER])


@pytest.mark.parametrize(
    ("number", "may"), [(0, True), (1, False), (4, False), (5, True), (6, True)]
)
def test_from_five_on_a_number_is_shown(number, may):
    assert may_be_shown(number) is may


def test_one_hidden_number_hides_the_next_smallest_with_it():
    assert shown({"a": 3, "b": 9, "c": 20}) == {"a": None, "b": None, "c": 20}


def test_two_hidden_numbers_need_no_third():
    assert shown({"a": 3, "b": 4, "c": 20}) == {"a": None, "b": None, "c": 20}


def test_one_number_alone_is_hidden_alone():
    assert shown({"a": 2, "b": 0}) == {"a": None, "b": 0}


@given(st.dictionaries(st.integers(), st.integers(0, 40)))
def test_no_hidden_number_can_be_worked_out_from_the_sum(counts):
    told = shown(counts)
    hidden = [key for key, number in told.items() if number is None]

    assert all(n == 0 or n >= FEWEST for n in told.values() if n is not None)
    assert len(hidden) != 1 or not any(told.values())
