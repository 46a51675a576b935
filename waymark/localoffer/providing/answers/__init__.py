"""A record as answers to plain questions, and answers put back into the record.

The form of a provider is a reading of the record: what is not asked, or not answered
otherwise than before, stays exactly as it was.
"""

import copy
from typing import Any

from waymark.localoffer.providing.answers import (
    costs,
    phones,
    places,
    questions,
    terms,
    times,
    words,
)

#: Each concept reads its own answers out of a record and writes them into one.
CONCEPTS = (words, phones, times, costs, terms, places, questions)

Record = dict[str, Any]
Answers = dict[str, Any]


def answers_in(record: Record) -> Answers:
    """What the record answers to every question, by the key of the question."""
    found: Answers = {}
    for concept in CONCEPTS:
        found.update(concept.read(record))
    return found


def with_answers(record: Record, given: Answers) -> Record:
    """The record with the answers that differ from its own; the given one is kept.

    Answers to questions that nobody asks are passed over.
    """
    before = answers_in(record)
    changed = {
        key: tidied(value)
        for key, value in given.items()
        if tidied(value) != tidied(before.get(key))
    }
    found = copy.deepcopy(record)
    for concept in CONCEPTS:
        concept.write(found, changed)
    return found


def tidied(value: Any) -> Any:
    """An answer without what a browser adds to it; nothing at all is an empty text."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, (list, tuple)):
        return sorted(value)
    return "" if value is None else value
