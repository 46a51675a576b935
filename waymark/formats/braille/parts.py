"""A whole document in parts: its cover, body, and what stands at the back.

Conventions: the layout guidance of the UK Association for Accessible Formats, and the
rules of Unified English Braille for notes, codes and tables. Cells are counted from 0.
"""

from collections.abc import Iterator

from django.utils.translation import gettext

from waymark.formats.braille import blocks as body
from waymark.formats.braille.kinds import MAJOR, MINOR, Grid, Part, Place, Strip, Whole
from waymark.formats.braille.phrases import Phrase, joined, phrase, words
from waymark.formats.copies import made_on
from waymark.formats.document import (
    Block,
    Document,
    Heading,
    every_block,
)
from waymark.formats.links import addresses


def of(document: Document) -> Whole:
    """A document in parts. The cover is bound in only before a longer one."""
    return Whole(
        title=words(document.title),
        cover=tuple(_cover(document)),
        body=(*_titled(document), *_addresses(document.blocks)),
        imprint=tuple(_imprint(document)),
        contents=words(gettext("Contents")),
        contents_to=max(2, document.chapters_from),
    )


def phrases(whole: Whole) -> Iterator[Phrase]:
    """Every phrase that has to be brailled."""
    yield from (whole.title, whole.contents)
    yield from _phrases((*whole.cover, *whole.body, *whole.imprint))


def _phrases(some: tuple[Part, ...]) -> Iterator[Phrase]:
    for part in some:
        match part:
            case Strip(phrase=said):
                yield said
            case Grid(rows=rows, listed=listed):
                yield from (cell for row in rows for cell in row)
                yield from _phrases(listed)


# ---- the ends ----------------------------------------------------------------------


def _cover(document: Document) -> Iterator[Strip]:
    said = [document.title, document.publisher, document.stands_behind]
    said += [made_on(document), document.address]
    for number, line in enumerate(line for line in said if line):
        yield Strip(words(line), centred=True, above=2 if number < 2 else 1)


def _imprint(document: Document) -> Iterator[Strip]:
    said = [document.publisher, document.stands_behind]
    said += [made_on(document), document.address]
    lines = [line for line in said if line]
    if lines:
        yield Strip(words(gettext("About this document")), **MINOR, level=7)
    for line in lines:
        yield Strip(words(line), first=2)


def _titled(document: Document) -> Iterator[Part]:
    """The body, under the title where no heading of level 1 says it."""
    heads = [b for b in every_block(document.blocks) if isinstance(b, Heading)]
    if not any(head.level == 1 for head in heads):
        yield Strip(words(document.title), **MAJOR, level=1)
    yield from body.parts(document.blocks, Place())


def _addresses(blocks: tuple[Block, ...]) -> Iterator[Strip]:
    """Where the links lead, each address once, under a heading at the end."""
    known = addresses(blocks)
    if known:
        yield Strip(words(gettext("Addresses of the links")), **MINOR, level=7)
    for inside, said in known:
        yield Strip(joined(phrase(inside), words(": "), words(said)), runover=2)
