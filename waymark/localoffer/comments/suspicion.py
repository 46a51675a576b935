"""What looks like advertising is read last. Nothing is thrown away by a program."""

import re

#: A family may name one page; more than one is how advertising looks.
FEWEST_LINKS = 2
_LINK = re.compile(r"https?://|www\.|\[url|<a ", re.IGNORECASE)


def looks_like_advertising(words: str) -> bool:
    """True for words that lead to several places elsewhere."""
    return len(_LINK.findall(words)) >= FEWEST_LINKS
