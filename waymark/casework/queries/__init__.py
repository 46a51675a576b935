"""Every read of casework. Each begins with what the actor may see."""

from waymark.casework.queries.cases import CaseView, case_of, episodes_of
from waymark.casework.queries.letters import LetterView, letter_of, words_of
from waymark.casework.queries.lists import (
    CaseRow,
    Counts,
    Listing,
    Wanted,
    When,
    cases,
    find_cases,
    saved_lists,
)

__all__ = [
    "CaseRow",
    "CaseView",
    "Counts",
    "LetterView",
    "Listing",
    "Wanted",
    "When",
    "case_of",
    "cases",
    "episodes_of",
    "find_cases",
    "letter_of",
    "saved_lists",
    "words_of",
]
