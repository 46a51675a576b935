"""Published texts as they stand in a document: nothing to press, words at the end."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from waymark.guidance.explaining import Meaning, explain
from waymark.guidance.linking import with_addresses
from waymark.guidance.presenters import Reading, says
from waymark.guidance.queries import Place

_HEADING = re.compile(r"(</?h)([1-6])\b")


@dataclass(frozen=True, slots=True)
class Explained:
    """A word that a document uses, and what it means."""

    word: str
    says: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a document by their names, and the words that are used in them."""

    held: Mapping[str, SafeString]
    words: tuple[Explained, ...]

    def of(self, prefix: str) -> Reading:
        """The texts of one part of the document by their short names."""
        start = len(prefix)
        return Reading(
            {
                name[start:]: text
                for name, text in self.held.items()
                if name.startswith(prefix)
            },
            None,
        )


def texts(
    named: Mapping[str, str],
    places: Mapping[int, Place],
    glossary: tuple[Meaning, ...],
    *,
    deeper: int = 0,
) -> Texts:
    """Texts with their links in place; `deeper` is by how much their headings sink."""
    addresses = {number: place.address for number, place in places.items()}
    linked = tuple(with_addresses(text, addresses) for text in named.values())
    # The texts come from fields that hold only the tags of simple_html.TAGS.
    held = (mark_safe(_sunk(text, deeper)) for text in linked)  # noqa: S308
    return Texts(dict(zip(named, held, strict=True)), _words(linked, glossary))


def _sunk(html: str, by: int) -> str:
    if not by:
        return html
    return _HEADING.sub(lambda tag: f"{tag[1]}{min(6, int(tag[2]) + by)}", html)


@lru_cache(maxsize=256)
def _words(
    html: tuple[str, ...], glossary: tuple[Meaning, ...]
) -> tuple[Explained, ...]:
    """The words of the glossary that are used, from A to Z."""
    met: list[Meaning] = []

    def note(written: str, meaning: Meaning) -> str:
        met.append(meaning)
        return written

    explain(html, glossary, note)
    return in_order(met)


def in_order(meanings: Iterable[Meaning]) -> tuple[Explained, ...]:
    """Words with their meanings, from A to Z."""
    held = sorted(meanings, key=lambda meaning: meaning.word.casefold())
    return tuple(Explained(meaning.word, says(meaning)) for meaning in held)
