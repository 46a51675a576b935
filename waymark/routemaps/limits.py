"""The rules of the law that a step shows, found by the keys editors chose."""

from collections.abc import Iterable

from waymark.guidance.limits import token_words
from waymark.law import RULES
from waymark.law.rule import Rule

__all__ = ["known", "token_words"]


def known(keys: Iterable[str]) -> list[Rule]:
    """The rules with these keys, in the order asked for."""
    return [RULES[key] for key in keys if key in RULES]
