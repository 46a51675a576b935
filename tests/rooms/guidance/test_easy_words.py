"""What makes a text Easy Read, as far as a machine can tell."""

import pytest

from waymark.guidance import easy_words
from waymark.guidance.easy_words import Found

FIFTEEN = " ".join(["word"] * 15) + "."


@pytest.mark.parametrize(
    ("html", "sentences"),
    [
        ("<p>One. Two?</p><p>Three</p>", ["One.", "Two?", "Three"]),
        ("<p>Say: “I ask.” Then wait.</p>", ["Say: “I ask.", "Then wait."]),
        ("<p>One<br>Two</p>", ["One", "Two"]),
        ("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]),
        ("", []),
    ],
)
def test_sentences_end_with_a_stop_or_with_their_paragraph(html, sentences):
    assert easy_words.sentences(html) == sentences


def test_fifteen_words_may_stand_in_a_sentence_and_sixteen_may_not():
    assert easy_words.too_long([f"<p>{FIFTEEN}</p>"]) == []
    longer = f"more {FIFTEEN}"
    assert easy_words.too_long(["<p>Short.</p>", f"<p>{longer}</p>"]) == [
        Found(2, longer)
    ]


def test_a_hard_word_is_explained_where_it_first_stands():
    assert easy_words.unexplained(["<p>You can appeal.</p>"]) == [Found(1, "appeal")]
    assert (
        easy_words.unexplained(
            [
                "<p>You can appeal. To appeal means to ask a judge.</p>",
                "<p>You can appeal.</p>",
            ]
        )
        == []
    )


def test_an_explanation_that_comes_later_comes_too_late():
    ideas = ["<p>Ask for mediation.</p>", "<p>Mediation is a talk with help.</p>"]
    assert easy_words.unexplained(ideas) == [Found(1, "mediation")]


def test_a_hard_word_of_several_words_is_explained_as_a_whole():
    ideas = ["<p>Special educational needs means needing extra help.</p>"]
    assert easy_words.unexplained(ideas) == []


def test_short_forms_are_explained_unless_they_are_somebodys_name():
    ideas = ["<p>Ask IPSEA about the EHC plan.</p>"]
    assert easy_words.unexplained(ideas) == [Found(1, "IPSEA"), Found(1, "EHC")]
    assert easy_words.unexplained(ideas, ["IPSEA"]) == [Found(1, "EHC")]
    explained = ["<p>EHC means education, health and care.</p>"]
    assert easy_words.unexplained(explained) == []


def test_bold_promises_a_meaning():
    kept = "<p>A <strong>draft</strong> is a first plan.</p>"
    broken = "<p>You <b>can</b> ask.</p>"
    assert easy_words.bold_unexplained([kept, broken]) == [Found(2, "can")]


def test_a_plainer_word_is_offered():
    found = easy_words.plainer(["<p>The school provides help.</p>"])
    assert found == [Found(1, "provide: give")]


def test_an_idea_of_many_sentences_is_more_than_one():
    assert easy_words.too_many_sentences(
        ["<p>A. B. C. D.</p>", "<p>A. B. C. D. E.</p>"]
    ) == [2]
