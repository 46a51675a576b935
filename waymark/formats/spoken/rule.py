"""A rule of speech: where it holds, and what is said there."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that look like `where` are said as `says` has it."""

    where: re.Pattern[str]
    says: Callable[[re.Match[str]], str]


def rule(where: str, says: str | Callable[[re.Match[str]], str]) -> Rule:
    r"""A rule of a pattern and what is said: a template such as "\1 percent"."""
    pattern = re.compile(where, re.VERBOSE)
    if isinstance(says, str):
        template = says
        return Rule(pattern, lambda found: found.expand(template))
    return Rule(pattern, says)


def spelled(letters: str) -> str:
    """Letters said one by one; figures among them stay together.

    A voice says a lone "A" as in "a house", so the letter is written as it sounds.
    """
    parts = re.findall(r"[^\W\d_]|\d+", letters)
    return " ".join("ay" if part in "Aa" else part.upper() for part in parts)
