"""One document, as every format reads it: a tree of frozen parts.

Nothing here runs, fetches or knows a format. `reading` makes the tree from semantic
HTML, once, and refuses what no format could say well; each format reads the tree and
nothing else, so that none of them can hold a word that the others lack.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Direction = Literal["ltr", "rtl"]
StopState = Literal["open", "done", "late", "next", "branch", "here"]
Tone = Literal["note", "warning", "help"]


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a part, as a BCP 47 tag such as "en-GB", and how it runs."""

    tag: str
    direction: Direction = "ltr"


# ---- words inside a line -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words. White space is already folded, as HTML folds it."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of weight."""

    inside: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words said with another voice. Large print and Easy Read show no slant."""

    inside: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: an absolute http(s), mailto or tel address.

    A place inside the document is "#" and the id of a part that has it.
    """

    address: str
    inside: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and, where the source gives it, what it stands for."""

    short: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Words that name a day; `day` is the day they name."""

    day: date
    inside: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than what stands around them."""

    language: Language
    inside: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph, as in a postal address."""


Inline = Words | Strong | Emphasis | Link | Abbreviation | Moment | Foreign | LineBreak


# ---- blocks ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6. A document has one of level 1, and skips no level."""

    level: int
    inside: tuple[Inline, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. A `lead` opens the document, `quiet` words stand behind others."""

    inside: tuple[Inline, ...]
    weight: Literal["", "lead", "quiet"] = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items with bullets, or with numbers from `start`; each item holds blocks."""

    items: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several with one meaning, and what is said of it."""

    names: tuple[tuple[Inline, ...], ...]
    says: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class TermList:
    """Words with their meanings, or facts with their names."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `heads` says what it is the header of, if it is one."""

    blocks: "tuple[Block, ...]"
    heads: Literal["", "column", "row"] = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, at least one header row or column, and body rows."""

    caption: tuple[Inline, ...]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, what they are, and what the picture says in words.

    `media_type` is image/svg+xml, image/png or image/jpeg; an SVG was stripped of
    everything active and of everything that it could fetch.
    """

    content: bytes = field(repr=False)
    media_type: str
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that carries meaning, with an optional caption under it."""

    picture: Picture
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a time-line.

    `says` is its state in words ("Done", "Late", …), shown beside the drawn state;
    `when` the days or the length of time; branches leave the line at this stop.
    """

    title: tuple[Inline, ...]
    state: StopState = "open"
    says: str = ""
    when: tuple[Inline, ...] = ()
    blocks: "tuple[Block, ...]" = ()
    branches: "tuple[Stop, ...]" = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The route line: stops in their order. Stop titles are no headings."""

    label: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """Words set apart: a note, a warning, or where to get help."""

    tone: Tone
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said or wrote, such as a letter to copy."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Blocks in another language than what stands around them."""

    language: Language
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea of an Easy Read text: a picture beside a few short sentences."""

    picture: Picture
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Divider:
    """A change of subject without a heading."""


Block = (
    Heading
    | Paragraph
    | ItemList
    | TermList
    | Table
    | Figure
    | TimeLine
    | Callout
    | Quote
    | InLanguage
    | Idea
    | Divider
)


# ---- the whole ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dated:
    """A day for a calendar: what happens, on which day, and where to read more.

    It holds no name of a person. `uid` stays the same when the day moves.
    """

    uid: str
    on: date
    says: str
    more: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `address` is where its newest version is read, absolute, or empty; `made_on` the
    day it was made, printed on paper copies; `stands_behind` who wrote it and from
    what; `chapters_from` the level of heading at which an EPUB chapter, an audio
    chapter and a new printed part begin; `easy_read` is True for an Easy Read text,
    which has a page layout of its own; `sheet` is True for
    sides of paper to hand out, set close so that each chapter fits on one.
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    address: str = ""
    made_on: date | None = None
    stands_behind: str = ""
    publisher: str = ""
    dates: tuple[Dated, ...] = ()
    chapters_from: int = 2
    easy_read: bool = False
    sheet: bool = False


#: How the file of a picture ends, by its media type.
PICTURE_ENDINGS = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}

# ---- walking -----------------------------------------------------------------------


def blocks_inside(block: Block) -> Iterator[Block]:
    """The blocks directly inside a block, in reading order."""
    for group in _groups_inside(block):
        yield from group


def _groups_inside(block: Block) -> "Iterator[tuple[Block, ...]]":
    match block:
        case ItemList(items=items):
            yield from items
        case TermList(terms=terms):
            yield from (term.says for term in terms)
        case Table(head=head, body=body):
            yield from (cell.blocks for row in (*head, *body) for cell in row)
        case TimeLine(stops=stops):
            yield from (tuple(_blocks_of_stop(stop)) for stop in stops)
        case Callout() | Quote() | InLanguage() | Idea():
            yield block.blocks


def _blocks_of_stop(stop: Stop) -> Iterator[Block]:
    yield from stop.blocks
    for branch in stop.branches:
        yield from _blocks_of_stop(branch)


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, outermost first, in reading order."""
    for block in blocks:
        yield block
        yield from every_block(tuple(blocks_inside(block)))


def lines_of(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The lines of words that a block holds itself, not those of blocks inside it."""
    match block:
        case Heading(inside=inside) | Paragraph(inside=inside):
            yield inside
        case Table(caption=caption) | Figure(caption=caption):
            yield caption
        case TermList(terms=terms):
            yield from (name for term in terms for name in term.names)
        case TimeLine(stops=stops):
            for stop in stops:
                yield from _lines_of_stop(stop)


def _lines_of_stop(stop: Stop) -> Iterator[tuple[Inline, ...]]:
    yield from (stop.title, stop.when)
    for branch in stop.branches:
        yield from _lines_of_stop(branch)


def plain(inside: tuple[Inline, ...]) -> str:
    """The words of a line without weight, links or language; breaks become spaces."""
    return "".join(_plain(part) for part in inside)


def _plain(part: Inline) -> str:
    match part:
        case Words(text=text):
            return text
        case Abbreviation(short=short):
            return short
        case LineBreak():
            return " "
        case _:
            return plain(part.inside)
