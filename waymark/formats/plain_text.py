"""A document as words alone: 72 columns, no marks that a screen reader would spell.

Headings are underlined, links written out where they stand, tables told row by row,
and the route line told stop by stop with its states.
"""

import textwrap
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from waymark.formats import grids
from waymark.formats.copies import copy_made_on
from waymark.formats.document import (
    Abbreviation,
    Block,
    Callout,
    Cell,
    Divider,
    Document,
    Figure,
    Heading,
    Idea,
    InLanguage,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Table,
    TermList,
    TimeLine,
    Words,
)
from waymark.formats.links import written

WIDTH = 72
UNDERLINES = {1: "=", 2: "-"}


def text(document: Document) -> bytes:
    """The document as plain text in UTF-8, every line at most 72 columns.

    A single word or address longer than that stands whole on a line of its own.
    """
    parts = [*_blocks(document.blocks, WIDTH), *_foot(document)]
    return ("\n\n".join(parts) + "\n").encode()


def _foot(document: Document) -> Iterator[str]:
    lines = [document.stands_behind]
    if document.made_on:
        lines.append(copy_made_on(document.made_on))
    if document.address:
        lines.append(_("The newest version is at %s.") % document.address)
    lines = [_wrapped(line, WIDTH) for line in lines if line]
    if lines:
        yield "\n".join(["-" * WIDTH, *lines])


def _wrapped(words: str, width: int, first: str = "", rest: str | None = None) -> str:
    hanging = first if rest is None else rest
    return "\n".join(
        textwrap.fill(
            line,
            width,
            initial_indent=first if number == 0 else hanging,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        or first
        for number, line in enumerate(words.split("\n"))
    )


# ---- lines -------------------------------------------------------------------------


def said(inside: Iterable[Inline]) -> str:
    """The words of a line; a link is followed by its address."""
    return "".join(_part(part) for part in inside)


def _part(part: Inline) -> str:
    match part:
        case Words(text=words):
            return words
        case LineBreak():
            return "\n"
        case Abbreviation(short=short, full=full):
            return f"{short} ({full})" if full else short
        case Link(address=address, inside=inside):
            return _link(said(inside), address)
        case _:
            return said(part.inside)


def _link(words: str, address: str) -> str:
    leads = written(address)
    if leads in {"", words, words.replace(" ", "")}:
        return words
    return f"{words} <{leads}>"


# ---- blocks ------------------------------------------------------------------------


def _blocks(blocks: Iterable[Block], width: int) -> list[str]:
    return [part for block in blocks for part in _block(block, width) if part]


def _block(block: Block, width: int) -> Iterable[str]:
    match block:
        case Heading(level=level, inside=inside):
            return [_heading(level, said(inside), width)]
        case Paragraph(inside=inside):
            return [_wrapped(said(inside), width)]
        case ItemList():
            return [_items(block, width)]
        case TermList(terms=terms):
            return [_term(term.names, term.says, width) for term in terms]
        case Table():
            return _table(block, width)
        case TimeLine(stops=stops):
            return [_stop(stop, width) for stop in stops]
        case Divider():
            return ["* * *"]
        case _:
            return _held(block, width)


def _held(block: Callout | Quote | InLanguage | Idea | Figure, width: int) -> list[str]:
    match block:
        case Figure(picture=picture, caption=caption):
            under = f" {said(caption)}" if caption else ""
            return [_wrapped(_picture(picture) + under, width)]
        case Idea(picture=picture, blocks=blocks):
            return [_wrapped(_picture(picture), width), *_blocks(blocks, width)]
        case Callout(tone=tone, blocks=blocks):
            first = {"warning": _("Important:"), "help": _("Help:")}.get(tone, "")
            return [first, *_blocks(blocks, width)]
        case Quote(blocks=blocks):
            inside = "\n\n".join(_blocks(blocks, width - 2))
            return [textwrap.indent(inside, "  ")]
        case _:
            return _blocks(block.blocks, width)


def _picture(picture: Picture) -> str:
    return _("[Picture: %s]") % picture.words


def _heading(level: int, words: str, width: int) -> str:
    line = _wrapped(words, width)
    sign = UNDERLINES.get(level)
    if sign is None:
        return line
    longest = max(len(each) for each in line.split("\n"))
    return f"{line}\n{sign * min(longest, width)}"


def _items(block: ItemList, width: int) -> str:
    items = []
    for place, blocks in enumerate(block.items, block.start):
        mark = f"{place}. " if block.ordered else "- "
        inside = "\n\n".join(_blocks(blocks, width - len(mark)))
        hung = textwrap.indent(inside, " " * len(mark))
        items.append(mark + hung[len(mark) :])
    return "\n".join(items)


def _term(
    names: Iterable[tuple[Inline, ...]], says: Iterable[Block], width: int
) -> str:
    head = "\n".join(_wrapped(said(name), width) for name in names)
    inside = "\n\n".join(_blocks(says, width - 4))
    return f"{head}\n{textwrap.indent(inside, '    ')}"


def _stop(stop: Stop, width: int) -> str:
    number = f"{stop.number}. " if stop.number is not None else ""
    state = f" [{stop.says}]" if stop.says else ""
    lines = [_wrapped(f"{number}{said(stop.title)}{state}", width, "o ", "  ")]
    if stop.when:
        lines.append(_wrapped(said(stop.when), width, "  "))
    inside = [textwrap.indent(part, "  ") for part in _blocks(stop.blocks, width - 2)]
    branches = [
        textwrap.indent(_stop(branch, width - 4), "    ") for branch in stop.branches
    ]
    return "\n".join([*lines, *inside, *branches])


# ---- tables ------------------------------------------------------------------------


def _table(table: Table, width: int) -> list[str]:
    """A table told row by row: each cell behind the header of its column."""
    heads = {
        column: ", ".join(filter(None, map(_cell, cells)))
        for column, cells in grids.heads(table).items()
    }
    caption = said(table.caption)
    opening = [_wrapped(_("Table: %s") % caption, width)] if caption else []
    rows, known = (table.body, heads) if table.body else (table.head, {})
    return [*opening, *(_row(row, known, width) for row in grids.rows(rows))]


def _row(row: list[grids.Placed], heads: dict[int, str], width: int) -> str:
    lines = []
    for number, (column, cell) in enumerate(row):
        head, words = heads.get(column, ""), _cell(cell)
        label = f"{head}: " if head else ""
        indent = "  " if number else ""
        if words:
            lines.append(_wrapped(label + words, width, indent, indent + "  "))
    return "\n".join(lines)


def _cell(cell: Cell) -> str:
    return " ".join(" ".join(_blocks(cell.blocks, 10_000)).split())
