"""Families find what is published, in their own words."""

from dataclasses import replace

import pytest

from tests.rooms.finding.published import ASK, NATIONAL, PLAN, SPEECH, TRANSPORT
from waymark.finding import services, sources
from waymark.finding.queries import search

pytestmark = pytest.mark.usefixtures("published")


def first(text: str) -> str:
    hits = search(text).hits
    return hits[0].id if hits else ""


def ids(text: str, **how) -> list[str]:
    return [hit.id for hit in search(text, **how).hits]


@pytest.mark.parametrize("word", ["EHCP", "ehc plan", "statement", "EHC-plan"])
def test_ehcp_ehc_plan_and_statement_are_one_thing(word):
    assert first(word) == PLAN.id


def test_an_abbreviation_finds_what_it_stands_for():
    assert first("SALT") == SPEECH.id


def test_the_page_may_say_why_it_shows_other_words():
    why = search("SALT").hits[0].why
    assert [(w.typed, w.said) for w in why] == [("salt", "speech and language therapy")]


def test_a_long_name_without_its_small_words_finds_the_abbreviation():
    assert SPEECH.id in ids("speech language therapy")


def test_words_of_families_find_the_record_that_does_not_use_them():
    assert first("my son is not talking") == SPEECH.id
    assert first("school taxi") == TRANSPORT.id


def test_a_sentence_is_answered_by_the_record_that_meets_most_of_it():
    assert first("the council has not answered my request for weeks") == ASK.id


def test_endings_of_words_do_not_matter():
    assert first("assessed") == ASK.id


def test_a_slip_is_mended_and_said():
    found = search("speach")
    assert {SPEECH.id, NATIONAL.id} == {hit.id for hit in found.hits}
    assert [(m.typed, m.meant) for m in found.mendings] == [("speach", ("speech",))]


def test_a_literal_search_mends_nothing():
    found = search("speach", literal=True)
    assert found.hits == ()
    assert found.mendings == ()


def test_a_published_word_is_never_taken_for_a_slip():
    assert search("passes").mendings == ()


def test_a_short_word_is_never_mended():
    assert search("tax").mendings == ()


def test_the_beginning_of_a_word_is_enough():
    assert first("commun") == SPEECH.id


def test_a_telephone_number_is_found_however_it_is_spaced():
    assert ids("01702 5550100") == [SPEECH.id]
    assert ids("(01702) 555 0100") == [SPEECH.id]


def test_a_postcode_is_found_with_or_without_its_space():
    assert first("SS2 6ER") == SPEECH.id
    assert first("ss26er") == SPEECH.id


def test_what_is_local_comes_before_what_is_national():
    far = replace(SPEECH, id="a-far-twin", local=False)
    services.rebuild([far, SPEECH])
    assert ids("speech") == [SPEECH.id, far.id]


def test_national_help_is_found_when_nothing_is_local():
    assert ids("helpline") == [NATIONAL.id]


def test_a_question_without_words_finds_nothing():
    for text in ["", "   ", "?!", "\x00", "🙂"]:
        assert search(text).total == 0


def test_a_question_of_small_words_alone_is_still_asked():
    assert ids("who can have") == [TRANSPORT.id]


def test_a_very_long_question_is_cut_and_says_so():
    found = search("speech " * 5000)
    assert found.cut
    assert found.hits[0].id in {SPEECH.id, NATIONAL.id}


@pytest.mark.parametrize(
    "text", ["speech AND", "name:speech", '"speech', "speech^9", "(speech", "-speech"]
)
def test_operators_are_ordinary_characters(text):
    assert SPEECH.id in ids(text)


@pytest.mark.parametrize(
    "text",
    ["I feel suicidal", "my child is being hurt", "we are not safe", "suicdal"],
)
def test_words_of_danger_ask_for_help_first(text):
    assert search(text).urgent


@pytest.mark.parametrize("text", ["school transport", "safe travel", "hearing test"])
def test_everyday_words_do_not_alarm(text):
    assert not search(text).urgent


def test_a_snippet_marks_the_words_that_were_asked_for():
    parts = search("taxis").hits[0].snippet
    assert [part.text for part in parts if part.found] == ["Taxis"]
    assert "".join(part.text for part in parts) == TRANSPORT.text


def test_a_page_past_the_end_is_the_last_page():
    found = search("speech", page=999)
    assert (found.page, found.pages) == (1, 1)
    assert found.hits


def test_a_kind_is_called_what_its_room_calls_it():
    sources.register("test", lambda: [], kinds={"guide": "Guide for families"})
    assert search("taxis").hits[0].kind_words == "Guide for families"
    assert search("helpline").hits[0].kind_words == "Helper"
