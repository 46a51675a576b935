"""What is read aloud, in chapters: the same words for ear and transcript."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from django.utils.translation import gettext

from waymark.formats.copies import made_on
from waymark.formats.document import Block, Document, Heading, Words, plain
from waymark.formats.links import addresses
from waymark.formats.narration.blocks import Reader
from waymark.formats.narration.said import Said

#: A player's list of chapters holds no more; then fewer levels of heading begin one.
MOST_CHAPTERS = 250


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part that a listener can go to. The heading is the first of what is said."""

    title: str
    said: tuple[Said, ...]


def narrate(document: Document) -> tuple[Chapter, ...]:
    """A document as it is read aloud: an opening, a chapter for each heading, an end.

    Chapters begin at headings of the level `document.chapters_from` and above it; the
    first holds what comes before them. Addresses of links have a chapter at the end,
    so that they are said once and can be left out.
    """
    reader = Reader(document.language.tag)
    chapters = list(_chapters(document, reader))
    told = addresses(document.blocks)
    if told:
        title = gettext("Addresses of the links")
        said = [reader.heading((Words(title),), 2)]
        for inside, address in told:
            said += reader.line((*inside, Words(f": {address}")), "• ")
        chapters.append(Chapter(title, tuple(said)))
    return tuple(chapters)


def _chapters(document: Document, reader: Reader) -> Iterator[Chapter]:
    level = _level(document)
    title, blocks = _opening(document)
    said = [reader.heading((Words(title),), 1), *_made_by(document, reader)]
    for block in blocks:
        if isinstance(block, Heading) and block.level <= level:
            yield Chapter(title, tuple(said))
            title, said = plain(block.inside).strip(), []
        said += reader.block(block)
    yield Chapter(title, tuple(said))


def _opening(document: Document) -> tuple[str, tuple[Block, ...]]:
    """The title, and the blocks without a first heading that only says it again."""
    match document.blocks:
        case (Heading(level=1, inside=inside), *_) if plain(inside).strip():
            return plain(inside).strip(), document.blocks[1:]
    return document.title, document.blocks


def _made_by(document: Document, reader: Reader) -> Iterator[Said]:
    said = [document.publisher, document.stands_behind]
    if document.made_on:
        said.append(f"{made_on(document)}.")
    for words in filter(None, said):
        yield from reader.line((Words(words),))


def _level(document: Document) -> int:
    """The level of heading down to which chapters begin, so that players hold them."""
    levels = [b.level for b in document.blocks if isinstance(b, Heading)]
    counts = accumulate(levels.count(level) for level in range(1, 7))
    fitting = sum(count <= MOST_CHAPTERS for count in counts)
    return min(document.chapters_from, fitting)
