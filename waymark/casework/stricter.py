"""Tests that are stricter than the law, found in what somebody writes. Pure.

The law asks two things of a request (Children and Families Act 2014, section 36(8)).
Local criteria may guide, and may not replace them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Stricter:
    """Words that were found, and what the law says instead."""

    words: str
    says: str | Promise


_NUMBER = r"(?:\d+|two|three|four|five|six)"
_FOUND: tuple[tuple[str, str | Promise], ...] = (
    (
        rf"\b{_NUMBER}\s+(?:full\s+|complete\s+)?cycles?\b",
        _("No number of cycles of support is asked for in law."),
    ),
    (
        rf"\b{_NUMBER}\s+years?\s+(?:or more\s+)?(?:behind|below)\b",
        _("A child need not be behind by any number of years."),
    ),
    (
        r"\b(?:no|without a|lacks? a|must have a|needs? a)\s+(?:formal\s+)?diagnosis\b",
        _("No diagnosis is needed."),
    ),
    (
        r"£\s?6[,.]?000|\bnotional (?:sen )?budget\b|\bfirst £",
        _("What the school has spent is no part of the test."),
    ),
    (
        r"\b(?:has|have) not (?:yet )?(?:been seen|seen) (?:by )?an? educational "
        r"psychologist\b",
        _("Whose advice there is shows nothing of whether a plan may be needed."),
    ),
)


def stricter_than_the_law(words: str) -> Iterator[Stricter]:
    """Every place where words ask more than the law does, in order of the list."""
    for pattern, says in _FOUND:
        found = re.search(pattern, words, re.IGNORECASE)
        if found is not None:
            yield Stricter(found[0], says)
