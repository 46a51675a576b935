"""What a translation owes to its English, as far as a machine can tell. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from waymark.guidance.limits import rules_named, token_words, unknown_keys
from waymark.guidance.originals import Original
from waymark.guidance.simple_html import is_empty, plain, tokens, with_tokens

_NUMBERS = re.compile(r"\d+")

#: Two sentences a translation may bring along for its own page, in its own language.
NOTES = (
    Original(
        "note_changed",
        "",
        "The English words have changed since this was made.",
        "note",
    ),
    Original("note_english", "", "Read this page in English", "note"),
)


def missing(originals: Sequence[Original], texts: Mapping[str, str]) -> list[Original]:
    """The parts that nobody has translated yet; all of them before there is English."""
    return [part for part in originals if is_empty(texts.get(part.name, ""))]


def changed(held: Sequence[Original], now: Sequence[Original]) -> list[Original]:
    """The parts whose English is other, new or gone; a gone one as it was."""
    before = {part.name: part.words for part in held}
    after = {part.name: part.words for part in now}
    other = [part for part in now if before.get(part.name) != part.words]
    return [*other, *(part for part in held if part.name not in after)]


def faults(english: str, words: str) -> Iterator[str]:
    """Why these words cannot stand for that English, in sentences for the editor.

    A time limit keeps coming from the law: its number does, and the words round it
    are the translator's.
    """
    for key in unknown_keys(words):
        yield _("[[%s]] is not a rule of the law.") % key
    for token in tokens(words):
        if token in token_words() and not token.endswith(" number"):
            says = _(
                "[[%(key)s]] gives English words. Please write [[%(rule)s number]]."
            )
            yield says % {"key": token, "rule": token.split()[0]}
    yield from _lost(english, words)
    yield from _own_numbers(english, words)


def _lost(english: str, words: str) -> Iterator[str]:
    kept = set(rules_named(words))
    for rule in dict.fromkeys(rules_named(english)):
        if f"{rule} number" in token_words() and rule not in kept:
            says = _("The time limit is missing: [[%s number]] gives its number.")
            yield says % rule


def _own_numbers(english: str, words: str) -> Iterator[str]:
    known = set(numbers(english))
    for number in numbers(words):
        if number not in known:
            says = _(
                "The number %s is not in the English. If it is a time limit, let it "
                "come from the law, such as [[A03 number]]."
            )
            yield says % number


def numbers(text: str) -> list[str]:
    """The numbers somebody typed, in 0 to 9 whatever digits were used."""
    bare = plain(_without_tokens(text))
    return [
        "".join(str(unicodedata.digit(d)) for d in n) for n in _NUMBERS.findall(bare)
    ]


def _without_tokens(text: str) -> str:
    return with_tokens(text, dict.fromkeys(tokens(text), ""))


def beginning(html: str, at_most: int = 60) -> str:
    """The first words of a text, to say which one is meant."""
    words = plain(html)
    if len(words) <= at_most:
        return words
    return words[:at_most].rsplit(" ", 1)[0] + "…"
