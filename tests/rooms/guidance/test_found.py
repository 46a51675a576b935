"""What is published can be found, and nothing else."""

import pytest

from waymark.guidance import found
from waymark.guidance.models import Question, Word
from waymark.routemaps import found as routes

pytestmark = pytest.mark.usefixtures("mereshire")


def names(records):
    return {(record.kind, record.name, record.address) for record in records}


def test_guides_words_and_questions_are_handed_over():
    number = Question.objects.get().pk
    assert names(found.records()) == {
        ("guide", "About this site", "/about/"),
        ("guide", "Reading a plan", "/guides/reading-a-plan/"),
        ("word", "EHC plan", "/guides/words/#ehc-plan"),
        ("word", "SENCO", "/guides/words/#senco"),
        ("word", "statement", "/guides/words/#statement"),
        ("word", "The Harbour", "/guides/words/#the-harbour"),
        (
            "question",
            "Do I need a diagnosis?",
            f"/guides/questions/#question-{number}",
        ),
    }


def test_routemaps_and_their_steps_are_handed_over_with_the_laws_words():
    held = {record.address: record for record in routes.records()}
    assert set(held) == {
        "/routemaps/asking/",
        "/routemaps/asking/ask/",
        "/routemaps/asking/draft/",
        "/routemaps/asking/easy-read/",
        "/routemaps/unhappy/",
        "/routemaps/unhappy/talk/",
        "/routemaps/asking/my-dates/",
        "/time-limits/",
    }
    assert "within 6 weeks" in held["/routemaps/asking/ask/"].text


def test_other_names_of_a_word_find_it_too():
    held = {record.name: record for record in found.records()}
    assert "EHCP" in held["EHC plan"].lay_words


def test_a_draft_is_not_handed_over():
    Word.objects.filter(word="SENCO").update(live=False)
    assert "SENCO" not in {record.name for record in found.records()}
