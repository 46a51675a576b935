"""The law's time limits as words that stand inside a sentence.

"The council must decide [[A03]] of getting your request" becomes "within 6 weeks of
getting your request". Nobody types a limit; a change in the law changes every page.

Easy Read and translations build their own phrase around the bare length: [[A03 length]]
is "6 weeks" and [[A03 number]] is "6".
"""

from collections.abc import Mapping
from functools import cache

from waymark.guidance.simple_html import tokens, with_tokens
from waymark.law import RULES
from waymark.law.words import length_words, rule_words


@cache
def token_words() -> Mapping[str, str]:
    """What each [[key]] turns into, for every rule of the law."""
    words = {key: rule_words(rule) for key, rule in RULES.items()}
    for key, rule in RULES.items():
        length = length_words(rule)
        if length:
            words[f"{key} length"] = length
            words[f"{key} number"] = length.split()[0]
    return words


def rules_named(html: str) -> list[str]:
    """The keys of the rules a text quotes, in order, whichever way it quotes them."""
    return [token.split()[0] for token in tokens(html) if token in token_words()]


def unknown_keys(html: str) -> list[str]:
    """What stands in double brackets and is no limit of the law."""
    return [token for token in tokens(html) if token not in token_words()]


def with_limits(html: str) -> str:
    """The text with the law's words in place of every [[key]] it knows."""
    return with_tokens(html, token_words())
