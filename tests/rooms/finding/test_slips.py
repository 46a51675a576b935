"""One slip of the keyboard never hides a page, and no text breaks the search."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rooms.finding.published import EVERYTHING
from waymark.finding import index
from waymark.finding.queries import search
from waymark.finding.words import is_stop_word, plain_words

pytestmark = pytest.mark.usefixtures("published")

LETTERS = st.sampled_from(string.ascii_lowercase)
LONG_WORDS = [
    (word, record.id)
    for record in EVERYTHING
    for word in plain_words(record.text)
    if len(word) >= 5 and word.isalpha() and not is_stop_word(word)
]


@st.composite
def slips(draw) -> tuple[str, str, str]:
    """A word of a record, the record, and the word with one edit in it."""
    word, record = draw(st.sampled_from(LONG_WORDS))
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(LETTERS)
    head, here, tail = word[:at], word[at], word[at + 1 :]
    slip = draw(
        st.sampled_from(
            [
                head + tail,
                head + letter + here + tail,
                head + letter + tail,
                head + tail[:1] + here + tail[1:],
            ]
        )
    )
    return word, record, slip


@given(slips())
def test_any_one_edit_in_a_word_of_five_letters_still_finds_the_record(slipped):
    _word, record, slip = slipped
    assume(slip not in index.live().vocabulary)

    assert record in [hit.id for hit in search(slip).hits]


@given(st.text(max_size=500), st.integers(-5, 10_000), st.booleans())
def test_no_text_breaks_the_search(text, page, literal):
    found = search(text, page=page, literal=literal)
    assert not found.asleep
    assert len(found.hits) <= 10


@given(st.text(alphabet=string.printable, max_size=60))
def test_what_is_shown_is_what_was_published(text):
    records = {record.id: record for record in EVERYTHING}
    for hit in search(text).hits:
        shown = "".join(part.text for part in hit.snippet).strip("… ")
        assert shown in records[hit.id].text + "\n" + records[hit.id].summary
