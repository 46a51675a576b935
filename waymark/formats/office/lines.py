"""The words of a document line by line, as an office program can hold them."""

import re
from dataclasses import replace

from django.utils.translation import gettext

from waymark.formats.copies import made_on
from waymark.formats.document import (
    Block,
    Divider,
    Document,
    Heading,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Words,
    every_block,
    lines_of,
    plain,
)

#: What no XML file may hold.
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The words without the controls that no XML file may hold."""
    return _NEVER.sub("", text)


def text_of(blocks: tuple[Block, ...]) -> str:
    """Every word of some blocks, a line each."""
    said = (plain(line) for block in every_block(blocks) for line in lines_of(block))
    return "\n".join(said)


def paged(document: Document) -> Document:
    """The document with its title as a heading, and its end, for a file of its own."""
    headed = any(
        isinstance(block, Heading) and block.level == 1
        for block in every_block(document.blocks)
    )
    title = () if headed else (Heading(1, (Words(document.title),)),)
    end = closing(document)
    rule = (Divider(),) if end else ()
    return replace(document, blocks=(*title, *document.blocks, *rule, *end))


def closing(document: Document) -> tuple[Paragraph, ...]:
    """Who stands behind the document, when it was made, where the newest one is.

    The foot of a page is not read out, so that its words are said here as well.
    """
    said: list[tuple[Inline, ...]] = []
    if document.stands_behind:
        said.append((Words(document.stands_behind),))
    if document.publisher:
        says = gettext("Published by %(publisher)s.")
        said.append((Words(says % {"publisher": document.publisher}),))
    if document.made_on:
        said.append((Words(f"{made_on(document)}."),))
    if document.address:
        leads = Link(document.address, (Words(document.address),))
        newest = Words(gettext("The newest version is at:"))
        said.append((newest, LineBreak(), leads))
    return tuple(Paragraph(line, "quiet") for line in said)


class ShortForms:
    """Says in brackets what a short form means, where it first stands in the words.

    An office file has no place for it. Headings stay as they are, and where the words
    themselves say what it means, nothing is added.
    """

    def __init__(self, document: Document) -> None:
        self._said = text_of(document.blocks).casefold()

    def spelled(self, short: str, full: str) -> str:
        """The short form, with its meaning the first time."""
        if not full or full.casefold() in self._said:
            return short
        self._said += f"\n{full.casefold()}"
        return f"{short} ({full})"
