"""Blocks of a document as parts: headings, paragraphs, lists, the line and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext

from waymark.formats import grids
from waymark.formats.braille import tables
from waymark.formats.braille.kinds import (
    LEAST,
    MAJOR,
    MINOR,
    Grid,
    Part,
    Place,
    Rule,
    Strip,
)
from waymark.formats.braille.phrases import (
    Phrase,
    joined,
    phrase,
    tag_of,
    text,
    words,
)
from waymark.formats.document import (
    Block,
    Callout,
    Cell,
    Divider,
    Figure,
    Heading,
    Idea,
    InLanguage,
    ItemList,
    Language,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Table,
    Term,
    TermList,
    TimeLine,
)

_HEADINGS = {1: MAJOR, 2: MAJOR, 3: MINOR}


def parts(blocks: tuple[Block, ...], place: Place) -> Iterator[Part]:
    """The parts of blocks in their order; a blank line follows a centred heading."""
    after_major = False
    for block in blocks:
        for part in _part(block, place):
            above = 1 if after_major else 0
            after_major = isinstance(part, Strip) and part.centred
            if isinstance(part, Strip) and above > part.above:
                part = replace(part, above=above)
            yield part


def _part(block: Block, place: Place) -> Iterator[Part]:
    match block:
        case Heading(level=level, inside=inside):
            form = _HEADINGS.get(level, LEAST)
            yield Strip(phrase(inside, place.tag), **form, level=level)
        case Paragraph(inside=inside):
            said = phrase(inside, place.tag)
            yield Strip(said, first=place.indent + 2, runover=place.indent)
        case ItemList():
            yield from _items(block, place)
        case TermList(terms=terms):
            for term in terms:
                yield from _term(term, place)
        case _:
            yield from _set_apart(block, place)


def _set_apart(block: Block, place: Place) -> Iterator[Part]:
    match block:
        case Table():
            yield from _table(block, place)
        case TimeLine():
            yield from _time_line(block, place)
        case Figure(picture=picture, caption=caption):
            yield _picture(picture, place)
            if caption:
                yield Strip(phrase(caption, place.tag), place.indent + 2, place.indent)
        case Idea(picture=picture, blocks=blocks):
            yield from parts(blocks, place)
            yield _picture(picture, place)
        case _:
            yield from _framed(block, place)


def _framed(block: Block, place: Place) -> Iterator[Part]:
    match block:
        case Callout(blocks=blocks):
            yield Rule("top")
            yield from parts(blocks, place)
            yield Rule("foot")
        case Quote(blocks=blocks):
            yield from parts(blocks, place.deeper(4))
        case InLanguage(language=language, blocks=blocks):
            yield from _in_language(language, blocks, place)
        case Divider():
            yield Rule("change")


def _in_language(
    language: Language, blocks: tuple[Block, ...], place: Place
) -> Iterator[Part]:
    tag = tag_of(language)
    if not (tables.known(tag) or tables.is_english(tag)):
        says = gettext("The next words are in another language, uncontracted.")
        yield _note(says, place)
    yield from parts(blocks, replace(place, tag=tag))


def _note(says: str, place: Place, above: int = 0) -> Strip:
    """A transcriber's note: words that are not in print, between their own signs."""
    return Strip(
        words(says), place.indent + 6, place.indent + 4, above=above, note=True
    )


def _picture(picture: Picture, place: Place) -> Strip:
    says = gettext("Picture: %(words)s") % {"words": picture.words}
    return _note(says, place)


def _items(block: ItemList, place: Place) -> Iterator[Part]:
    for number, blocks in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "• "
        yield from _item(words(mark), blocks, place)


def _item(mark: Phrase, blocks: tuple[Block, ...], place: Place) -> Iterator[Part]:
    """The mark and first paragraph in one strip; all else of the item further in."""
    rest = blocks
    said = mark
    if blocks and isinstance(blocks[0], Paragraph):
        said = joined(mark, phrase(blocks[0].inside, place.tag))
        rest = blocks[1:]
    yield Strip(said, place.indent, place.deeper().indent, stays=len(blocks) > 1)
    yield from parts(rest, place.deeper())


def _term(term: Term, place: Place) -> Iterator[Part]:
    names = [phrase(name, place.tag) for name in term.names]
    said = _with_between(" / ", names)
    mark = joined(said, words(" " if text(said).endswith(("?", ":")) else ": "))
    yield from _item(mark, term.says, place)


# ---- the route line ----------------------------------------------------------------


def _time_line(block: TimeLine, place: Place) -> Iterator[Part]:
    if block.label:
        said = words(block.label, place.tag)
        yield Strip(said, place.indent + 4, place.indent + 4, above=1, stays=True)
    for number, stop in enumerate(block.stops, 1):
        yield from _stop(stop, stop.number or number, place)


def _stop(stop: Stop, number: int, place: Place) -> Iterator[Part]:
    """A stop: its number, its name, its state in words and its days."""
    state = f" ({stop.says})" if stop.says else ""
    when = joined(words(" – "), phrase(stop.when, place.tag)) if stop.when else ()
    said = joined(phrase(stop.title, place.tag), words(state, place.tag), when)
    inside = bool(stop.blocks or stop.branches)
    yield Strip(
        joined(words(f"{number}. "), said),
        place.indent,
        place.deeper().indent,
        stays=inside,
    )
    yield from parts(stop.blocks, place.deeper())
    for branch_number, branch in enumerate(stop.branches, 1):
        yield from _branch(branch, branch_number, place.deeper())


def _branch(stop: Stop, number: int, place: Place) -> Iterator[Part]:
    says = words(gettext("Leaves the line here:"))
    yield Strip(says, place.indent, place.deeper().indent, stays=True)
    yield from _stop(stop, stop.number or number, place)


# ---- tables ------------------------------------------------------------------------


def _table(table: Table, place: Place) -> Iterator[Part]:
    caption = phrase(table.caption, place.tag)
    if caption:
        yield Strip(caption, 4, 4, above=1, stays=True)
    listed = tuple(_listed(table, place))
    if grids.is_plain(table):
        rows = tuple(
            tuple(_cell_words(cell.blocks, place) for cell in row)
            for row in (*table.head, *table.body)
        )
        yield Grid(rows, len(table.head), listed)
    else:
        yield from listed


def _listed(table: Table, place: Place) -> Iterator[Part]:
    """Row by row: the first cell at the margin, the others with the head of each."""
    heads = {
        column: _head_words(cells, place)
        for column, cells in grids.heads(table).items()
    }
    says = gettext(
        "This table is written as a list. Each row begins at the margin. "
        "Under it stand the head of each column and what the row says there."
    )
    yield _note(says, place)
    for row in grids.rows(table.body):
        for column, cell in row:
            where = place if column == row[0][0] else place.deeper()
            head = heads.get(column, ())
            mark = joined(head, words(": ")) if head else ()
            yield from _item(mark, cell.blocks, where)


def _head_words(cells: list[Cell], place: Place) -> Phrase:
    return _with_between(", ", (_cell_words(cell.blocks, place) for cell in cells))


def _cell_words(blocks: tuple[Block, ...], place: Place) -> Phrase:
    """The words of a cell on one line, whatever blocks they stand in."""
    strips = (part for part in parts(blocks, place) if isinstance(part, Strip))
    return _with_between("; ", (strip.phrase for strip in strips))


def _with_between(between: str, pieces: Iterable[Phrase]) -> Phrase:
    some = [piece for piece in pieces if piece]
    return joined(*(p for piece in some for p in (words(between), piece)))[1:]
