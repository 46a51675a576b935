"""The law's time limits as words that stand inside a sentence.

"The council must decide [[A03]] of getting your request" becomes "within 6 weeks of
getting your request". Nobody types a limit; a change in the law changes every page.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from waymark.law import RULES
from waymark.law.rule import Rule
from waymark.law.words import rule_words


@cache
def token_words() -> Mapping[str, str]:
    """What each [[key]] turns into, for every rule of the law."""
    return {key: rule_words(rule) for key, rule in RULES.items()}


def known(keys: Iterable[str]) -> list[Rule]:
    """The rules with these keys, in the order asked for."""
    return [RULES[key] for key in keys if key in RULES]
