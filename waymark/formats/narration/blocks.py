"""Blocks as they are read aloud."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext

from waymark.formats import grids
from waymark.formats.document import (
    Abbreviation,
    Block,
    Callout,
    Cell,
    Figure,
    Foreign,
    Heading,
    Idea,
    InLanguage,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Table,
    Term,
    TermList,
    TimeLine,
    Words,
)
from waymark.formats.narration.said import Said
from waymark.formats.spoken.days import ordinal

#: Seconds of silence after a heading, and before one.
AFTER_A_HEADING = 0.8
_TONES = {"note": "Note:", "warning": "Warning:", "help": "Help:"}

Piece = tuple[str, str]


@dataclass
class Reader:
    """Reads the blocks of one document; knows which short forms were explained."""

    tag: str
    explained: set[str] = field(default_factory=set)

    def block(self, block: Block) -> Iterator[Said]:
        """What is said of one block, in its order."""
        match block:
            case Heading(level=level, inside=inside):
                yield self.heading(inside, level)
            case Paragraph(inside=inside):
                yield from self.line(inside)
            case ItemList():
                yield from self._items(block)
            case TermList(terms=terms):
                for term in terms:
                    yield from self._term(term)
            case _:
                yield from self._greater(block)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Said]:
        """What is said of blocks one after the other."""
        for block in blocks:
            yield from self.block(block)

    def heading(self, inside: tuple[Inline, ...], level: int) -> Said:
        """A heading, in the document's own language, with silence after it."""
        words = "".join(text for text, _ in self._pieces(inside, self.tag))
        words = " ".join(words.split())
        return Said(words, self.tag, pause=AFTER_A_HEADING, level=level)

    def line(
        self, inside: tuple[Inline, ...], mark: str = "", cue: str = ""
    ) -> Iterator[Said]:
        """A line of words; each change of language is said by another voice."""
        joins = False
        for text, tag in self._joined(inside):
            if text.strip():
                said = Said(" ".join(text.split()), tag, joins=joins)
                yield said if joins else replace(said, mark=mark, cue=cue)
                joins = True

    # ---- words

    def _joined(self, inside: tuple[Inline, ...]) -> list[Piece]:
        joined: list[Piece] = []
        for text, tag in self._pieces(inside, self.tag):
            if joined and joined[-1][1] == tag:
                joined[-1] = (joined[-1][0] + text, tag)
            else:
                joined.append((text, tag))
        return joined

    def _pieces(self, inside: tuple[Inline, ...], tag: str) -> Iterator[Piece]:
        for part in inside:
            match part:
                case Words(text=text):
                    yield text, tag
                case Abbreviation():
                    yield self._short(part), tag
                case LineBreak():
                    yield ", ", tag
                case Foreign(language=language):
                    yield from self._pieces(part.inside, language.tag)
                case _:
                    yield from self._pieces(part.inside, tag)

    def _short(self, part: Abbreviation) -> str:
        """A short form; what it stands for is said with it once."""
        if not part.full or part.short in self.explained:
            return part.short
        self.explained.add(part.short)
        return f"{part.short} ({part.full})"

    # ---- blocks

    def _greater(self, block: Block) -> Iterator[Said]:
        match block:
            case Table():
                yield from self._table(block)
            case TimeLine(label=label, stops=stops):
                yield from self.line((Words(label),))
                for number, stop in enumerate(stops, 1):
                    yield from self._stop(stop, stop.number or number, "Stop")
            case Figure(picture=picture, caption=caption):
                yield from self._picture(picture)
                yield from self.line(caption)
            case Idea(picture=picture, blocks=blocks):
                yield from self.blocks(blocks)
                yield from self._picture(picture)
            case _:
                yield from self._framed(block)

    def _framed(self, block: Block) -> Iterator[Said]:
        match block:
            case Callout(tone=tone, blocks=blocks):
                yield from self._ours(gettext(_TONES[tone]))
                yield from self.blocks(blocks)
            case Quote(blocks=blocks):
                yield from self._ours(gettext("Quote:"))
                yield from self.blocks(blocks)
                yield from self._ours(gettext("End of quote."))
            case InLanguage(language=language, blocks=blocks):
                inner = Reader(language.tag, self.explained)
                yield from inner.blocks(blocks)

    def _ours(self, words: str) -> Iterator[Said]:
        yield from self.line((Words(words),))

    def _picture(self, picture: Picture) -> Iterator[Said]:
        yield from self._ours(gettext("Picture: %(words)s") % {"words": picture.words})

    def _items(self, block: ItemList) -> Iterator[Said]:
        for number, blocks in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "• "
            cue = f"{ordinal(number)}, " if block.ordered and number > 0 else ""
            yield from _marked(self.blocks(blocks), mark, cue)

    def _term(self, term: Term) -> Iterator[Said]:
        names: list[Inline] = []
        for name in term.names:
            names += [*([Words(", ")] if names else []), *name]
        yield from self.line((*names, Words(":")))
        yield from self.blocks(term.says)

    def _stop(self, stop: Stop, number: int, called: str) -> Iterator[Said]:
        """A stop: its number, name, state and days; then what leaves the line there."""
        line = (Words(gettext(called) + f" {number}: "), *stop.title)
        if stop.says:
            line = (*line, Words(f", {stop.says}"))
        if stop.when:
            line = (*line, Words(", "), *stop.when)
        yield from self.line(line)
        yield from self.blocks(stop.blocks)
        for branch_number, branch in enumerate(stop.branches, 1):
            yield from self._stop(branch, branch.number or branch_number, "Branch")

    def _table(self, table: Table) -> Iterator[Said]:
        caption = (Words(gettext("Table: ")), *table.caption)
        yield from self.line(caption)
        heads = grids.heads(table)
        for row in grids.rows(table.body):
            for column, cell in row:
                head = self._head(heads.get(column, []))
                inside = list(self.blocks(cell.blocks))
                yield from _led(head, inside) if head else inside

    def _head(self, cells: list[Cell]) -> list[Said]:
        """The heads of a column, on one line that ends in a colon."""
        said = [part for cell in cells for part in self.blocks(cell.blocks)]
        if not said:
            return []
        words = ", ".join(part.words for part in said)
        return [Said(f"{words}:", self.tag)]


def _marked(some: Iterable[Said], mark: str, cue: str) -> Iterator[Said]:
    """What is said of an item: the mark before the first of it."""
    for number, said in enumerate(some):
        if number == 0:
            yield replace(said, mark=mark + said.mark, cue=cue + said.cue)
        else:
            yield said


def _led(lead: Iterable[Said], some: list[Said]) -> Iterator[Said]:
    """The head of a column and the first of what the cell says, on one line."""
    yield from lead
    for number, said in enumerate(some):
        yield replace(said, joins=True) if number == 0 and not said.mark else said
