"""Text becomes words in one way, whatever it is written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.finding import words

ODD = st.text(alphabet=st.sampled_from("aAbZ 09'’-–_.,“é£\n\t"), max_size=40)


@given(st.one_of(ODD, st.text(max_size=80)))
def test_the_short_way_ends_at_the_same_words_as_the_long_one(text):
    # A letter outside English sends the text the long way.
    assert words.plain_words(text + " ж") == [*words.plain_words(text), "ж"]


@given(st.text(max_size=80))
def test_every_word_is_short_lower_case_letters_and_figures(text):
    for word in words.plain_words(text):
        assert word.isalnum()
        assert 0 < len(word) <= words.LONGEST_WORD
        assert word == word.casefold()


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Children's", ["childrens"]),
        ("children’s", ["childrens"]),
        ("co-production", ["co", "production"]),
        ("DON'T know", ["not", "know"]),
        ("café", ["cafe"]),
        ("SS2 6ER", ["ss2", "6er"]),
    ],
)
def test_words_are_compared_without_marks_or_capitals(typed, plain):
    assert words.plain_words(typed) == plain


def test_the_place_of_a_word_is_kept_for_the_page():
    text = "She plans, we planned"
    found = words.places(text, {"plan"})
    assert [text[place.start : place.end] for place in found] == ["plans", "planned"]
