"""One sentence for a parent, a young person or somebody who helps. Pure.

The law's sentences and ours are written to a parent ("your child"). Here they turn to
whoever asked: "you" to a young person, "the family" to a helper.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial

from django.utils.translation import gettext

from waymark.law.rule import Party


class Who(StrEnum):
    """Who is asking."""

    PARENT = "parent"
    YOUNG_PERSON = "young-person"
    HELPER = "helper"


def said(text: str, who: Who) -> str:
    """A sentence in the words for `who`, in the language of the page."""
    return gettext(worded(text, who))


def worded(text: str, who: Who) -> str:
    """A sentence written to a parent, turned to `who`.

    >>> worded("The school must admit your child.", Who.YOUNG_PERSON)
    'The school must admit you.'
    """
    return _TURNED[who](text)


def _unchanged(text: str) -> str:
    return text


def _to_young_person(text: str) -> str:
    return _all_turned(text, _CHILD_TO_YOU)


def _to_helper(text: str) -> str:
    text = _all_turned(text, _CHILD_TO_CHILD)
    text = _YOU_AND_VERB.sub(_family_acts, text)
    return _all_turned(text, _YOU_TO_FAMILY)


def _family_acts(found: re.Match[str]) -> str:
    verb = _THIRD_PERSON[found["verb"]]
    return _as_began(found, f"the family {verb}")


def _all_turned(text: str, pairs: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for pattern, turned in pairs:
        text = pattern.sub(partial(_as_began, words=turned), text)
    return text


def _as_began(found: re.Match[str], words: str) -> str:
    """With a capital where the words that they replace had one."""
    return capital(words) if found[0][0].isupper() else words


def _any_case(*pairs: tuple[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(rf"\b{old}\b", re.IGNORECASE), new) for old, new in pairs]


_CHILD_TO_YOU = _any_case(
    ("your child is", "you are"),
    ("your child has", "you have"),
    ("your child gets", "you get"),
    ("your child's", "your"),
    ("your child", "you"),
)
_CHILD_TO_CHILD = _any_case(
    ("your child's", "the child or young person's"),
    ("your child", "the child or young person"),
)
#: What "you" do, and what the family does.
_THIRD_PERSON: Mapping[str, str] = {
    "agree": "agrees",
    "appeal": "appeals",
    "are": "is",
    "ask": "asks",
    "do": "does",
    "get": "gets",
    "have": "has",
    "know": "knows",
    "need": "needs",
    "move": "moves",
    "tell": "tells",
    "think": "thinks",
    "want": "wants",
    "were": "was",
}
_YOU_AND_VERB = re.compile(
    rf"\byou (?P<verb>{'|'.join(_THIRD_PERSON)})\b", re.IGNORECASE
)
_YOU_TO_FAMILY = _any_case(("your", "the family's"), ("you", "the family"))

_TURNED: Mapping[Who, Callable[[str], str]] = {
    Who.PARENT: _unchanged,
    Who.YOUNG_PERSON: _to_young_person,
    Who.HELPER: _to_helper,
}

#: How each party of the law is called on a page. Each takes "is" and "must".
_PARTIES: Mapping[Party, str] = {
    Party.LOCAL_AUTHORITY: "the council",
    Party.OLD_AUTHORITY: "your old council",
    Party.NEW_AUTHORITY: "your new council",
    Party.HOME_AUTHORITY: "the home council",
    Party.PARENT: "you",
    Party.COMMISSIONER: "the NHS integrated care board",
    Party.OLD_COMMISSIONER: "the old NHS integrated care board",
    Party.NEW_COMMISSIONER: "the new NHS integrated care board",
    Party.HEALTH_BODY: "the NHS service",
    Party.SOCIAL_CARE: "social care",
    Party.SETTING: "the nursery, school or college",
    Party.HEAD: "the head teacher or principal",
    Party.EARLY_YEARS_LEAD: "the early years SEN lead",
    Party.EARLY_YEARS_PROVIDER: "the nursery or childminder",
    Party.ADVISER: "whoever was asked for advice",
    Party.ARRANGER: "whoever arranges the review",
    Party.MEDIATION_ADVISER: "the mediation adviser",
    Party.TRIBUNAL: "the tribunal",
    Party.INVITED: "everybody invited",
    Party.PUBLIC: "the public",
    Party.PERSON_IN_CHARGE: "the person in charge of the accommodation",
    Party.APPROPRIATE_PERSON: "the appropriate person",
    Party.YOUTH_OFFENDING_TEAM: "the youth offending team",
    Party.CONSULTEES: "everybody who must be consulted",
    Party.ADVICE_BODY: "the health or other body asked for advice",
    Party.MAINTAINING_AUTHORITY: "the council that maintains the school",
    Party.COUNCIL_OR_COMMISSIONER: "the council or the NHS integrated care board",
    Party.COMMISSIONER_OR_SOCIAL_CARE: "the NHS integrated care board or social care",
    Party.HEALTH_COMMISSIONER: "the NHS body responsible",
    Party.PUPIL: "the pupil or student",
}


def party(holder: Party, who: Who) -> str:
    """Who must act, as a page calls them: "the council"."""
    return said(_PARTIES[holder], who)


def capital(text: str) -> str:
    """The same words at the beginning of a sentence."""
    return text[:1].upper() + text[1:]
