"""What the Local Offer asks of a kind of provider."""

from typing import Any

from waymark.localoffer.providing.answers.terms import borne_ids
from waymark.localoffer.questions import (
    QUESTIONS,
    ProviderKind,
    Question,
    questions_for,
)
from waymark.localoffer.record.words import plain
from waymark.localoffer.taxonomies import KIND

EDUCATION = (
    "early-years-setting",
    "school",
    "special-school",
    "resource-base",
    "college",
)
ACTIVITY = ("activity", "short-break", "childcare", "support-group")


def kind_of(record: dict[str, Any]) -> ProviderKind:
    """Which questions suit the record, by the kind of help it says it is."""
    borne = borne_ids(record)
    if any(str(KIND.id_of(key)) in borne for key in EDUCATION):
        return ProviderKind.EDUCATION
    if any(str(KIND.id_of(key)) in borne for key in ACTIVITY):
        return ProviderKind.ACTIVITY
    return ProviderKind.SERVICE


def asked(record: dict[str, Any]) -> tuple[Question, ...]:
    """The questions that this record is asked, and those it has answered before."""
    suited = questions_for(kind_of(record))
    answered = _answered(record)
    return suited + tuple(
        each for each in QUESTIONS if each not in suited and each.key in answered
    )


def _answered(record: dict[str, Any]) -> dict[str, Any]:
    """The answers there are. A feed may send anything under this name."""
    said = record.get("local_offer")
    return said if isinstance(said, dict) else {}


def read(record: dict[str, Any]) -> dict[str, Any]:
    """Each answer under question-<key>."""
    answered = _answered(record)
    return {
        f"question-{each.key}": plain(str(answered.get(each.key, "")))
        for each in asked(record)
    }


def write(record: dict[str, Any], changed: dict[str, Any]) -> None:
    """Put answers in; an empty one is no answer and leaves nothing behind."""
    answered = dict(_answered(record))
    for each in asked(record):
        key = f"question-{each.key}"
        if changed.get(key):
            answered[each.key] = changed[key]
        elif key in changed:
            answered.pop(each.key, None)
    if answered:
        record["local_offer"] = answered
    elif "local_offer" in record and any(k.startswith("question-") for k in changed):
        record.pop("local_offer")
