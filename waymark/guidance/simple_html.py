"""The little HTML that published words may hold, and what can be read from it.

Pure: nothing here knows the database. Editors' words come out of a rich text field
limited to the same tags, so one list serves the loader and the publishing rules.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

TAGS = frozenset({"p", "a", "ul", "ol", "li", "strong", "b", "h2", "h3", "br"})
SCHEMES = ("/", "https://", "http://", "mailto:", "tel:")

_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|eighteen|twenty)"
)
#: A time limit somebody typed: "6 weeks", "20-week", "fifteen working days".
_TYPED_LIMIT = re.compile(
    rf"\b(?:{_NUMBER}[\s-]+(?:(?:calendar|school|working)\s+)?(?:weeks?|months?)"
    rf"|{_NUMBER}\s+(?:calendar|school|working)\s+days?|\d+[\s-]+days?)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|li|h2|h3|ul|ol)>|<br\s*/?>", re.IGNORECASE)
_TOKEN = re.compile(r"\[\[\s*([^\]]*?)\s*\]\]")


@dataclass
class Read(HTMLParser):
    """What one text holds: its links, the pages it names, and what is wrong."""

    text: str
    addresses: list[str] = field(default_factory=list)
    page_ids: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}> is not allowed")
        if tag != "br":
            self._open.append(tag)
        if tag == "a":
            self._link(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def _link(self, attributes: dict[str, str | None]) -> None:
        if attributes.get("linktype") == "page":
            self.page_ids.append(int(attributes.get("id") or 0))
            return
        address = attributes.get("href") or ""
        if not address.startswith(SCHEMES) or address.startswith("//"):
            self.faults.append(f"the link {address!r} does not lead anywhere")
        self.addresses.append(address)


def plain(html: str) -> str:
    """The words alone, with one space where a tag or a line ended."""
    spaced = _BLOCK_END.sub(" ", html)
    return " ".join(unescape(_TAG.sub("", spaced)).split())


def lines(html: str) -> list[str]:
    """The words alone, a line for each paragraph, heading and item."""
    found = (plain(block) for block in _BLOCK_END.split(html))
    return [line for line in found if line]


def is_empty(html: str) -> bool:
    """True when nobody would read anything."""
    return not plain(html)


def first_sentence(html: str, at_most: int = 180) -> str:
    """The opening sentence in plain words; whole words only when it is long."""
    words = plain(html)
    end = re.search(r"[.?!](?=\s|$)", words)
    sentence = words[: end.end()] if end else words
    if len(sentence) <= at_most:
        return sentence
    return sentence[:at_most].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def typed_limits(html: str) -> list[str]:
    """Time limits written out in words, which ought to come from the law."""
    return [found.group(0) for found in _TYPED_LIMIT.finditer(plain(html))]


def tokens(html: str) -> list[str]:
    """The law keys named as [[A03]] in the text, in order."""
    return _TOKEN.findall(html)


def with_tokens(html: str, words: Mapping[str, str]) -> str:
    """The text with each [[key]] turned into its words; an unknown one stays."""
    return _TOKEN.sub(lambda found: words.get(found.group(1), found.group(0)), html)
