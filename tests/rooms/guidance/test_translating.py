"""What a translation owes to its English, as far as a machine can tell."""

import pytest

from waymark.guidance import translating
from waymark.guidance.originals import Original, version
from waymark.organisations.languages import Language

ENGLISH = "<p>An answer [[A03]] of the day they got it. Call 01632 960001.</p>"


def part(name, words):
    return Original(name, "", words)


@pytest.mark.parametrize(
    "words",
    [
        "<p>Odpowiedź w ciągu [[A03 number]] tygodni. Tel. 01632 960001.</p>",
        "<p>[[A03 number]] ہفتوں میں جواب۔</p>",
        "<p>[[ A03 number ]] ہفتوں میں۔ ٠١٦٣٢ ٩٦٠٠٠١</p>",
    ],
)
def test_words_whose_numbers_come_from_the_law_or_the_english_are_good(words):
    assert list(translating.faults(ENGLISH, words)) == []


FAULTS = [
    ("<p>w ciągu 6 tygodni</p>", "The number 6 is not in the English"),
    ("<p>۶ ہفتوں میں</p>", "The number 6 is not in the English"),
    ("<p>w ciągu tygodni</p>", "The time limit is missing: [[A03 number]]"),
    ("<p>[[A03]]</p>", "[[A03]] gives English words. Please write [[A03 number]]"),
    ("<p>[[A03 length]]</p>", "[[A03 length]] gives English words"),
    ("<p>[[Z99 number]]</p>", "[[Z99 number]] is not a rule of the law"),
]


@pytest.mark.parametrize(("words", "says"), FAULTS)
def test_a_time_limit_keeps_coming_from_the_law(words, says):
    assert says in " ".join(translating.faults(ENGLISH, words))


def test_a_limit_that_has_no_number_is_the_translators_to_say():
    english = "<p>The help must start [[A16]].</p>"
    assert list(translating.faults(english, "<p>Pomoc od razu.</p>")) == []


def test_numbers_are_read_in_whatever_digits_they_are_written():
    assert translating.numbers("<p>۱۲ i 7, [[A03 number]]</p>") == ["12", "7"]


def test_what_is_other_new_or_gone_has_changed():
    held = [part("a", "1"), part("b", "2"), part("c", "3")]
    now = [part("a", "1"), part("b", "two"), part("d", "4")]
    assert [p.name for p in translating.changed(held, now)] == ["b", "d", "c"]
    assert translating.changed(held, held) == []


def test_parts_without_words_are_missing():
    parts = [part("a", "1"), part("b", "2")]
    held = translating.missing(parts, {"a": "<p>jeden</p>", "b": "<p> </p>"})
    assert held == [parts[1]]


def test_a_long_text_is_named_by_its_first_words():
    assert translating.beginning("<p>Short</p>") == "Short"
    assert translating.beginning("<p>one two three</p>", at_most=9) == "one two…"


def test_the_version_tells_words_apart_and_nothing_else():
    one = [part("a", "b"), part("c", "d")]
    assert version(one) == version([Original("a", "x", "b", "lead"), part("c", "d")])
    assert version(one) != version([part("a", "bc"), part("", "d")])
    assert version(one) != version(one[:1])


@pytest.mark.parametrize(
    ("own_name", "direction"),
    [
        ("Polski", "ltr"),
        ("اردو", "rtl"),
        ("العربية", "rtl"),
        ("עברית", "rtl"),
        ("中文", "ltr"),
        ("বাংলা", "ltr"),
        ("chiShona", "ltr"),
    ],
)
def test_a_language_runs_as_its_own_name_does(own_name, direction):
    assert Language("x", "X", own_name).direction == direction
