"""Links kept as page numbers become addresses, all of a page's texts at once. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping

_LINK = re.compile(r"<a\s[^>]*linktype=\"page\"[^>]*>(.*?)</a>", re.DOTALL)
_NUMBER = re.compile(r"\sid=\"(\d+)\"")
_OWN = re.compile(r"<a\s+href=\"(/[^\"]*)\">")


def numbers(texts: Iterable[str]) -> set[int]:
    """The pages that the texts lead to."""
    return {
        int(number.group(1))
        for text in texts
        for link in _LINK.finditer(text)
        if (number := _NUMBER.search(link.group(0)))
    }


def with_addresses(text: str, addresses: Mapping[int, str]) -> str:
    """The text with every page number turned into its address.

    A link to a page that has gone keeps its words and loses the link.
    """

    def turned(link: re.Match[str]) -> str:
        number = _NUMBER.search(link.group(0))
        address = addresses.get(int(number.group(1))) if number else None
        words = link.group(1)
        return f'<a href="{address}">{words}</a>' if address else words

    return _LINK.sub(turned, text)


def with_numbers(text: str, number_of: Callable[[str], int | None]) -> str:
    """The text with addresses of our own pages kept as page numbers.

    Then the editorial system knows what leads where, and warns before it is lost.
    """

    def turned(link: re.Match[str]) -> str:
        number = number_of(link.group(1))
        return f'<a id="{number}" linktype="page">' if number else link.group(0)

    return _OWN.sub(turned, text)
