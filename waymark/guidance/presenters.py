"""Published texts made ready for a page: links, then words explained in place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from waymark.guidance.explaining import Meaning, explain
from waymark.guidance.linking import with_addresses
from waymark.guidance.models import Question
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
    explained = explain(texts, glossary, mark)
    marked = (mark_safe(_with_its_stop(text)) for text in explained)  # noqa: S308
    return tuple(marked), _listed(met)


def _with_its_stop(text: str) -> str:
    """A comma or full stop stays in the line of the word before it.

    A browser may break the line after anything that can be pressed.
    """
    return _STOP.sub(r'<span class="together">\1\2</span>', text)


_STOP = re.compile(
    r'(<button type="button" class="word"[^>]*>[^<]*</button>'
    r"<span[^>]*><strong>[^<]*</strong>[^<]*</span>)([.,;:!?)”’]+)"
)


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


@dataclass(frozen=True, slots=True)
class Topic:
    """The questions of one page, each with its answer."""

    key: str
    page: Place | None
    asked: Sequence[tuple[Question, SafeString]]


def topics(
    asked: Iterable[Question], shown: Reading, pages: Mapping[str, Place]
) -> list[Topic]:
    """Questions under the pages they belong to, in the order of those pages.

    What belongs to no page that people can see comes last.
    """
    held = groupby(asked, key=lambda question: question.topic)
    found = {
        key: Topic(key, pages.get(key), [(q, shown[str(q.pk)]) for q in questions])
        for key, questions in held
    }
    order = {key: at for at, key in enumerate(pages)}
    return sorted(found.values(), key=lambda t: order.get(t.key, len(order)))


@dataclass(frozen=True, slots=True)
class Initial:
    """The words that begin with one letter, each with what it says."""

    name: str
    words: Sequence[tuple[Meaning, str]]


def by_letter(glossary: Iterable[Meaning]) -> list[Initial]:
    """The glossary from A to Z, whether a word begins with a capital or not."""
    held = sorted(glossary, key=lambda meaning: meaning.word.casefold())
    return [
        Initial(name, [(meaning, says(meaning)) for meaning in words])
        for name, words in groupby(held, key=lambda meaning: meaning.word[0].upper())
    ]
