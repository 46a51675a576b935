"""Finds in words what could tell who somebody is: for counting and for publishing.

Nothing here decides. What it finds is left out of counts, and shown to the person who
is about to publish. It finds too much rather than too little.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What was found."""

    MAIL = "mail"
    NUMBER = "number"
    POSTCODE = "postcode"
    DATE = "date"
    AGE = "age"
    NAME = "name"


#: What reaches a person or a door by itself. Nobody may publish these.
PLAIN = frozenset({Sort.MAIL, Sort.NUMBER, Sort.POSTCODE})


@dataclass(frozen=True, slots=True)
class Trace:
    """Some words, and why they may tell who somebody is."""

    sort: Sort
    words: str


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PATTERNS: dict[Sort, re.Pattern[str]] = {
    Sort.MAIL: re.compile(r"\S+@\S+"),
    Sort.NUMBER: re.compile(r"\+?\d(?:[\s().-]?\d){5,}"),
    Sort.POSTCODE: re.compile(
        r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b", re.IGNORECASE | re.ASCII
    ),
    Sort.DATE: re.compile(
        r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"
        rf"|\b{_MONTH} \d{{1,4}}\b"
        r"|\b(?:19|20)\d\d\b",
        re.IGNORECASE,
    ),
    Sort.AGE: re.compile(
        r"\b(?:aged? )?\d{1,2}[- ]?(?:years?|yrs?|months?)[- ]olds?\b"
        r"|\baged? \d{1,2}\b|\byear \d{1,2}\b",
        re.IGNORECASE,
    ),
}
#: Begins a sentence or a line, where a capital says nothing.
_BEGINS = re.compile(r"(?:^|[.?:;\n“\"(‘-])\s*$")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*\b")
#: Capitals that name no person.
_NOBODY = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "christmas", "easter"),
        *("england", "english", "local", "offer", "council", "i"),
    }
)


def traces(
    words: str,
    *,
    ours: Container[str] = frozenset(),
    is_published: Callable[[str], bool] = lambda _word: False,
) -> list[Trace]:
    """What could tell who somebody is, in the order of the kinds of trace.

    A word with a capital counts as a name, unless it is made of capitals (EHC, SENCO)
    or is one of `ours`, the area's own names in small letters. Where a sentence
    begins, a word that `is_published` somewhere is taken for an ordinary one.
    """
    found = [
        Trace(sort, match.group().strip())
        for sort, pattern in _PATTERNS.items()
        for match in pattern.finditer(words)
    ]
    found += [Trace(Sort.NAME, name) for name in _names(words, ours, is_published)]
    return list(dict.fromkeys(found))


def has_any(words: str, sorts: Iterable[Sort]) -> bool:
    """True if the words hold a trace of one of these sorts."""
    return any(_PATTERNS[sort].search(words) for sort in sorts)


def _names(
    words: str, ours: Container[str], is_published: Callable[[str], bool]
) -> Iterator[str]:
    for match in _CAPITAL.finditer(words):
        name = re.sub(r"[’']s$", "", match.group())
        plain = name.lower()
        if _is_shout(name) or plain in _NOBODY or plain in ours:
            continue
        if not (_BEGINS.search(words[: match.start()]) and is_published(plain)):
            yield name


def _is_shout(word: str) -> bool:
    """Letters that stand for something, such as EHC or SENCOs."""
    return len(word) > 1 and word.rstrip("s").isupper()
