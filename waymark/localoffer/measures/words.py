"""Which search words may be counted at all, and in what form."""

from waymark.finding.urgent import is_urgent
from waymark.finding.words import plain_words
from waymark.localoffer.identifying import Sort, has_any
from waymark.sealing import mark_of

#: Longer questions tell a story, and a story can tell of somebody.
MOST_WORDS = 6
LONGEST = 60
_NEVER = (Sort.MAIL, Sort.NUMBER, Sort.POSTCODE, Sort.DATE)


def countable(typed: str) -> str:
    """The words in the one form in which they are counted, or "" if they never are.

    Never: words of somebody in danger, a date, a postcode, an e-mail address or a long
    number, and questions of more than `MOST_WORDS` words.
    """
    words = " ".join(plain_words(typed))
    if not words or len(words) > LONGEST or len(words.split()) > MOST_WORDS:
        return ""
    if is_urgent(typed) or has_any(typed, _NEVER) or has_any(words, _NEVER):
        return ""
    return words


def mark(words: str) -> str:
    """What stands for the words in the counts; without the key it tells nothing."""
    return mark_of(words, purpose="search")
