"""How text becomes words: one way for the index, the question and the snippet."""

import re
import string
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import tantivy

LONGEST_WORD = 40

_APOSTROPHES = "'’‘ʼ`´"
_RAW_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_NO_APOSTROPHE = str.maketrans("", "", _APOSTROPHES)
_APART = {mark for mark in map(chr, range(128)) if not mark.isalnum()} | set("–—…“”•£")
_SIMPLY = {
    **str.maketrans(string.ascii_uppercase, string.ascii_lowercase),
    **{ord(mark): " " for mark in _APART},
    **{ord(mark): None for mark in _APOSTROPHES},
}
_TELEPHONE = re.compile(r"\d[\d ()\-]{7,16}\d")
_NOT_DIGITS = re.compile(r"\D")

#: Short ways of saying "not", which families type with and without the apostrophe.
_SAYING_NOT = """
arent cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt
werent wont wouldnt
"""
_NEGATIONS = frozenset(_SAYING_NOT.split())

_SMALL_WORDS = """
a about also am an and any are as at be been but by can could did do does doing etc for
from get give had has have he her hers him his how i id if ill im in into is it its ive
just let like me mine my of on or our ours please shall she should so some tell than
thanks that thats the their theirs them then there theres these they theyre this those
to too us very was we were what whats when where which while who whos whose why will
with would you your youre yours
"""

#: Words that say nothing about the answer. "no", "not", "out" and "off" are kept.
STOP_WORDS = frozenset(_SMALL_WORDS.split())


class Place(NamedTuple):
    """A word by its stem, and where it stands in the text it came from."""

    stem: str
    start: int
    end: int


def plain_words(text: str) -> list[str]:
    """The words of a text as they are compared, in order. Never raises.

    Text with English letters alone takes a way that is ten times shorter and ends
    at the same words; the index is built with it.
    """
    simple = text.translate(_SIMPLY)
    if not simple.isascii():
        found = map(plain_word, _RAW_WORD.findall(text))
        return [word for word in found if word]
    return [
        "not" if word in _NEGATIONS else word[:LONGEST_WORD] for word in simple.split()
    ]


def stems(text: str) -> set[str]:
    """Every stem that a text holds."""
    return set(map(_stem_of_raw, _RAW_WORD.findall(text)))


def places(text: str, wanted: set[str]) -> list[Place]:
    """Where words with a wanted stem stand in a text, in order."""
    return [
        Place(stem, found.start(), found.end())
        for found in _RAW_WORD.finditer(text)
        if (stem := _stem_of_raw(found.group())) in wanted
    ]


@lru_cache(maxsize=50_000)
def plain_word(raw: str) -> str:
    """Lower case, without accents or apostrophes; "don't" and its like become "not"."""
    word = raw.translate(_NO_APOSTROPHE)
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in parts if letter.isalnum())
    word = word.casefold()[:LONGEST_WORD]
    return "not" if word in _NEGATIONS else word


def telephone_numbers(text: str) -> list[str]:
    """Telephone numbers in a text as bare digits, so that spacing never matters."""
    found = (_NOT_DIGITS.sub("", match) for match in _TELEPHONE.findall(text))
    return [digits for digits in found if len(digits) >= 9]


def is_stop_word(word: str) -> bool:
    return word in STOP_WORDS


def analyzer() -> tantivy.TextAnalyzer:
    """What the index does to words that were made plain here: stem them."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


_ANALYZER = analyzer()


def meaningful(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that carry its meaning; all of them if none does."""
    found = plain_words(phrase)
    return tuple(word for word in found if not is_stop_word(word)) or tuple(found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a plain word share: "plans" and "planned" are "plan"."""
    found = _ANALYZER.analyze(word)
    return found[0] if found else word


@lru_cache(maxsize=50_000)
def _stem_of_raw(raw: str) -> str:
    return stem(plain_word(raw))
