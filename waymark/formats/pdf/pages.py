"""A whole document as data: its blocks, its end, and the words at its edges."""

import string

from django.utils.translation import gettext, override

from waymark.formats.copies import day_in_words
from waymark.formats.document import (
    Block,
    Divider,
    Document,
    Heading,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Words,
    every_block,
)

from .looks import Look
from .tables import said
from .telling import Data, Telling, language_of, places_of
from .words import clean

#: Chapters begin on pages of their own where they are as long as this on average.
_LONG_CHAPTER = 4000


def told(document: Document, look: Look) -> tuple[Data, dict[str, Picture]]:
    """The data of a document in a look, and its pictures by their names."""
    starts = _chapters(document)
    telling = Telling(
        look,
        places_of(document),
        direction=document.language.direction,
        new_page_from=document.chapters_from if starts else 0,
    )
    blocks = telling.blocks((*_title(document), *document.blocks))
    if starts and not document.sheet:
        _list_contents(blocks, document)
    with override(document.language.tag):
        end = telling.blocks(_end(document))
        edges = _edges(document, look)
    return {
        "look": look.name,
        "points": look.points,
        "table_points": look.table_points,
        "title": clean(document.title),
        "publisher": clean(document.publisher),
        "language": language_of(document.language),
        "blocks": blocks,
        "end": end,
        **edges,
    }, telling.pictures


def _title(document: Document) -> tuple[Block, ...]:
    """The title as a heading, for a document that does not begin with one itself."""
    for block in every_block(document.blocks):
        if isinstance(block, Heading):
            return () if block.level == 1 else (_heading(document),)
    return (_heading(document),)


def _heading(document: Document) -> Heading:
    return Heading(1, (Words(document.title),))


def _chapters(document: Document) -> bool:
    """Whether each chapter begins on a page of its own: only where they are long."""
    if document.easy_read or document.chapters_from < 2:
        return False
    if document.sheet:
        return True
    starts = [
        number
        for number, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.level == document.chapters_from
    ]
    if len(starts) < 2:
        return False
    letters = sum(len(words) for words in said(document.blocks[starts[0] :]))
    return letters / len(starts) >= _LONG_CHAPTER


def _list_contents(blocks: list[Data], document: Document) -> None:
    """Before the first chapter that begins a page, list the chapters."""
    at = next(n for n, block in enumerate(blocks) if block.get("new"))
    with override(document.language.tag):
        words = gettext("Contents")
    depth = document.chapters_from
    blocks.insert(at, {"kind": "contents", "words": words, "depth": depth})


# ---- the end and the edges ---------------------------------------------------------


def _end(document: Document) -> tuple[Block, ...]:
    """Who stands behind the document, when it was made, and where the newest one is.

    The foot of a page is not read out, so that its words are said here as well.
    """
    lines: list[Inline] = []
    if document.publisher:
        says = gettext("Published by %(publisher)s.")
        lines.append(Words(says % {"publisher": document.publisher}))
    if document.made_on:
        says = gettext("Made on %(day)s.") % {"day": day_in_words(document.made_on)}
        lines.append(Words(says))
    if document.address and not document.sheet:
        newest = Link(document.address, (Words(_bare(document.address)),))
        lines += [Words(gettext("The newest version is at:")), newest]
    told: list[tuple[Inline, ...]] = []
    if document.stands_behind:
        told.append((Words(document.stands_behind),))
    if lines:
        told.append(tuple(_in_a_row(lines) if document.sheet else _on_lines(lines)))
    paragraphs = [Paragraph(line, "quiet") for line in told]
    return (Divider(), *paragraphs) if paragraphs else ()


def _on_lines(parts: list[Inline]) -> list[Inline]:
    """Each part on a line of its own."""
    broken = [each for part in parts for each in (LineBreak(), part)]
    return broken[1:]


def _in_a_row(parts: list[Inline]) -> list[Inline]:
    """Sentences one after another, where there is no room for lines of their own."""
    spaced = [each for part in parts for each in (Words(" "), part)]
    return spaced[1:]


def _edges(document: Document, look: Look) -> Data:
    made = document.made_on
    return {
        "running": _running(clean(document.title), look),
        "address": _bare(clean(document.address)),
        "made": gettext("Made on %(day)s") % {"day": day_in_words(made)}
        if made
        else "",
        "made_on": [made.year, made.month, made.day] if made else None,
        "page": _page(),
    }


def _running(title: str, look: Look) -> str:
    """The title in one line at the head of a page; a long one ends in an ellipsis."""
    room = look.running_letters
    if len(title) <= room:
        return title
    return title[:room].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _page() -> list[Data]:
    """ "Page 3 of 9" as words and the two numbers, in the order the language has."""
    # Translators: the foot of a printed page; keep {number} and {pages}.
    says = gettext("Page {number} of {pages}")
    return [
        part
        for words, name, _, _ in string.Formatter().parse(says)
        for part in ({"words": words}, {"number": name})
        if part.get("words") or part.get("number")
    ]
