"""Published texts made ready for a page: links, then words explained in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from waymark.guidance.explaining import Meaning, explain
from waymark.guidance.linking import with_addresses
from waymark.guidance.queries import Place
from waymark.ui.words import WordExplained, WordList, WordMeaning


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's texts as people read them, and the words explained on it."""

    texts: Mapping[str, SafeString]
    words: WordList | None

    def __getitem__(self, name: str) -> SafeString:
        return self.texts[name]


def reading(
    texts: Mapping[str, str],
    places: Mapping[int, Place],
    glossary: tuple[Meaning, ...],
) -> Reading:
    """Every text of one page, in its order; each word is explained once."""
    addresses = {number: place.address for number, place in places.items()}
    linked = tuple(with_addresses(text, addresses) for text in texts.values())
    explained, words = _explained(linked, glossary)
    return Reading(dict(zip(texts, explained, strict=True)), words)


@lru_cache(maxsize=256)
def _explained(
    texts: tuple[str, ...], glossary: tuple[Meaning, ...]
) -> tuple[tuple[SafeString, ...], WordList | None]:
    """The texts with their words explained. Kept: the same words give the same page."""
    met: list[Meaning] = []

    def mark(written: str, meaning: Meaning) -> str:
        met.append(meaning)
        # Stripped: a full stop after the word must stand close to it.
        shown = WordExplained(written, says(meaning), slugify(meaning.word))
        return str(shown).strip()

    # The texts come from fields that hold only the tags of simple_html.TAGS.
    marked = (mark_safe(text) for text in explain(texts, glossary, mark))  # noqa: S308
    return tuple(marked), _listed(met)


def says(meaning: Meaning) -> str:
    """What a word means, and what is said today where it is an old one."""
    if meaning.old and meaning.instead:
        today = _("This is an old word. Today we say “%s”.") % meaning.instead
        return f"{meaning.meaning} {today}"
    return meaning.meaning


def _listed(met: Sequence[Meaning]) -> WordList | None:
    if not met:
        return None
    return WordList(tuple(WordMeaning(m.word, says(m), slugify(m.word)) for m in met))
