"""An age and a postcode that somebody says in the words themselves."""

import re
from dataclasses import dataclass

from waymark.localoffer.distance import tidy_postcode
from waymark.localoffer.search.asked import OLDEST

_YEARS = r"(?:years?|yrs?)(?:[ -]old)?|y/?o"
_AGES = (
    re.compile(rf"\b(\d{{1,2}})[ -]?(?:{_YEARS})\b", re.IGNORECASE),
    re.compile(r"\b(?:age|aged|turned|turning|turns)\s+(\d{1,2})\b", re.IGNORECASE),
    re.compile(
        r"\b(?:he|she|they|who)(?:['’]?s| is| are)\s+(\d{1,2})\b", re.IGNORECASE
    ),
)
_SCHOOL_YEAR = re.compile(r"\b(?:year|yr)\s?(\d{1,2})\b", re.IGNORECASE)
#: A child is at least this much older than the number of the school year.
_AT_LEAST_OLDER = 4
_LAST_SCHOOL_YEAR = 13
_WORDS = {
    "newborn": 0,
    "baby": 1,
    "toddler": 2,
    "preschooler": 3,
    "teenager": 14,
    "teenage": 14,
    "teen": 14,
}
_POSTCODE = re.compile(
    r"\b([A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\b", re.IGNORECASE | re.ASCII
)
_NEAR = re.compile(r"\b(?:near|close to|around|by|in|from|at)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heard:
    """The words to look for, and what else was said among them."""

    words: str
    age: int | None = None
    postcode: str = ""


def heard(words: str) -> Heard:
    """Read an age and a postcode out of the words. Total.

    Numbers of years and a postcode are taken out of the words, unless nothing else
    would be left: whoever types a postcode alone wants what stands there. Words for
    an age, such as "toddler", stay, because pages use them too.
    """
    rest, postcode = _without_postcode(words)
    rest, age = _without_age(rest)
    if age is None:
        age = _age_in_words(rest)
    return Heard(rest if rest.strip(" ,.?") else words, age, postcode)


def _without_postcode(words: str) -> tuple[str, str]:
    found = _POSTCODE.search(words)
    if not found:
        return words, ""
    before = _NEAR.sub("", words[: found.start()])
    return f"{before} {words[found.end() :]}".strip(), tidy_postcode(found.group(1))


def _without_age(words: str) -> tuple[str, int | None]:
    for pattern in _AGES:
        found = pattern.search(words)
        if found and int(found.group(1)) <= OLDEST:
            rest = f"{words[: found.start()]} {words[found.end() :]}"
            return rest.strip(), int(found.group(1))
    return words, None


def _age_in_words(words: str) -> int | None:
    found = _SCHOOL_YEAR.search(words)
    if found and 1 <= int(found.group(1)) <= _LAST_SCHOOL_YEAR:
        return int(found.group(1)) + _AT_LEAST_OLDER
    said = [_WORDS[word] for word in words.casefold().split() if word in _WORDS]
    return said[0] if said else None
