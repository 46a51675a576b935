"""What makes a text Easy Read, as far as a machine can tell. Pure.

Two kinds: what is certain stops a text from going out, and what needs judgement is
advice to whoever writes. Neither takes the place of readers who try the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from waymark.guidance.simple_html import lines, plain

#: The longest sentence that may go out, and the longest that reads well, in words.
LONGEST, READS_WELL = 15, 10
#: The most ideas that fit the 24 pages an Easy Read text may have, three to a page.
MOST_IDEAS = 72
#: The most sentences that still are one idea.
ONE_IDEA = 4

#: Words that few readers know. Each is explained where it first stands.
HARD = (
    "academy trust",
    "appeal",
    "assessment",
    "best endeavours",
    "certificate",
    "diagnosis",
    "disagreement resolution",
    "discrimination",
    "draft",
    "evidence",
    "excluded",
    "exemption",
    "governors",
    "mediation",
    "outcome",
    "personal budget",
    "provision",
    "psychologist",
    "reasonable adjustments",
    "special educational needs",
    "suspended",
    "suspension",
    "therapist",
    "tribunal",
)

#: Words that have a plainer one.
PLAINER = {
    "additional": "more",
    "appropriate": "right",
    "approximately": "about",
    "assist": "help",
    "attend": "go to",
    "commence": "start",
    "concerns": "worries",
    "consider": "think about",
    "consult": "ask",
    "ensure": "make sure",
    "however": "but",
    "implement": "do",
    "inform": "tell",
    "monitor": "check",
    "obtain": "get",
    "participate": "take part",
    "provide": "give",
    "receive": "get",
    "regarding": "about",
    "request": "ask",
    "require": "need",
    "submit": "send",
    "therefore": "so",
}

_SENTENCE_ENDS = re.compile(r"(?<=[.?!])[”’)]?\s+")
_LETTERS = re.compile(r"\b[A-Z]{2,9}s?\b")
_BOLD = re.compile(r"<(b|strong)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_SAYS = r"\s+(?:means?|is|are|stands for)\b"


@dataclass(frozen=True, slots=True)
class Found:
    """Something in one idea: its place, counted from 1, and the words themselves."""

    idea: int
    words: str


def sentences(html: str) -> list[str]:
    """The sentences of a text; the end of a paragraph or of an item ends one too."""
    return [
        sentence.strip()
        for line in lines(html)
        for sentence in _SENTENCE_ENDS.split(line)
    ]


def too_long(ideas: Sequence[str], longest: int = LONGEST) -> list[Found]:
    """Sentences of more than `longest` words."""
    return [
        Found(number, sentence)
        for number, idea in enumerate(ideas, start=1)
        for sentence in sentences(idea)
        if len(sentence.split()) > longest
    ]


def too_many_sentences(ideas: Sequence[str]) -> list[int]:
    """The places of ideas that say more than one thing can take."""
    return [
        number
        for number, idea in enumerate(ideas, start=1)
        if len(sentences(idea)) > ONE_IDEA
    ]


def unexplained(ideas: Sequence[str], names: Iterable[str] = ()) -> list[Found]:
    """Hard words and short forms that the idea they first stand in does not explain.

    To explain is to say "An appeal means …", "EHC means …" or "The draft is …".
    `names` are names of people and bodies, which stand for themselves.
    """
    known = {word for name in names for word in _LETTERS.findall(name)}
    met: set[str] = set()
    found = []
    for number, idea in enumerate(ideas, start=1):
        words = plain(idea)
        for term in [*_hard_in(words), *_short_in(words, known)]:
            if term not in met and not _explained(term, words):
                found.append(Found(number, term))
            met.add(term)
    return found


def _hard_in(words: str) -> Iterator[str]:
    for term in HARD:
        if re.search(rf"\b{term}s?\b", words, re.IGNORECASE):
            yield term


def _short_in(words: str, known: set[str]) -> Iterator[str]:
    for short in dict.fromkeys(_LETTERS.findall(words)):
        if short not in known:
            yield short.removesuffix("s")


def _explained(term: str, words: str) -> bool:
    return bool(re.search(rf"\b{re.escape(term)}s?\b{_SAYS}", words, re.IGNORECASE))


def bold_unexplained(ideas: Sequence[str]) -> list[Found]:
    """Words in bold with nothing after them that says what they mean.

    Bold is for hard words, so that a reader knows that the meaning follows.
    """
    return [
        Found(number, term)
        for number, idea in enumerate(ideas, start=1)
        for term in (plain(bold[1]) for bold in _BOLD.findall(idea))
        if term and not _explained(term, plain(idea))
    ]


def plainer(ideas: Sequence[str]) -> list[Found]:
    """Words that have a plainer one; the words read "provide: give"."""
    return [
        Found(number, f"{hard}: {plain_word}")
        for number, idea in enumerate(ideas, start=1)
        for hard, plain_word in PLAINER.items()
        if re.search(rf"\b{hard}(?:s|d|ed|ing)?\b", plain(idea), re.IGNORECASE)
    ]
