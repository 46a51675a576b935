"""What a provider answers to the Local Offer's own questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from waymark.localoffer.pages.queries import Borne
from waymark.localoffer.pages.saying.places import safe
from waymark.localoffer.questions import ProviderKind, questions_for

#: Kinds of help whose providers are asked what the law asks of settings.
SETTINGS = {
    "school",
    "special-school",
    "resource-base",
    "college",
    "early-years-setting",
}
ACTIVITIES = {"activity", "childcare", "short-break", "support-group", "event"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with what the provider says; no words where it has not said."""

    key: str
    asks: object
    words: SafeString
    source: str


def kind_of_provider(terms: Sequence[Borne]) -> ProviderKind:
    """Which questions a provider is asked, by the kind of help it gives."""
    kinds = {term.key for term in terms if term.list == "kind"}
    if kinds & SETTINGS:
        return ProviderKind.EDUCATION
    return ProviderKind.ACTIVITY if kinds & ACTIVITIES else ProviderKind.SERVICE


def answers(record: dict[str, Any], terms: Sequence[Borne]) -> list[Answer]:
    """The questions with their answers, in order.

    Of schools, colleges and early years providers every question the law asks is
    shown, answered or not. Of others only what they have answered.
    """
    kind = kind_of_provider(terms)
    said = record.get("local_offer")
    held = said if isinstance(said, dict) else {}
    found = [
        Answer(each.key, each.asks, safe(held.get(each.key)), each.source)
        for each in questions_for(kind)
    ]
    is_setting = kind is ProviderKind.EDUCATION
    return [each for each in found if each.words or (is_setting and each.source)]
