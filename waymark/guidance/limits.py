"""The law's time limits as words that stand inside a sentence.

"The council must decide [[A03]] of getting your request" becomes "within 6 weeks of
getting your request". Nobody types a limit; a change in the law changes every page.
"""

from collections.abc import Mapping
from functools import cache

from waymark.guidance.simple_html import with_tokens
from waymark.law import RULES
from waymark.law.words import rule_words


@cache
def token_words() -> Mapping[str, str]:
    """What each [[key]] turns into, for every rule of the law."""
    return {key: rule_words(rule) for key, rule in RULES.items()}


def with_limits(html: str) -> str:
    """The text with the law's words in place of every [[key]] it knows."""
    return with_tokens(html, token_words())
