"""A document as the tree that Pandoc reads, with a style named for every part.

Pandoc's own reader of HTML forgets what it has no word for, so it is given its own
tree: a style around each paragraph, the language on each part, the width of each
column. What its writers still drop, `word` puts back.
"""

import base64
import json
from collections.abc import Iterable
from typing import Any

from waymark.formats.document import (
    Abbreviation,
    Block,
    Callout,
    Cell,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Heading,
    Idea,
    InLanguage,
    Inline,
    ItemList,
    Language,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Strong,
    Table,
    TermList,
    TimeLine,
    Words,
)
from waymark.formats.office import looks
from waymark.formats.office.columns import row_heads, shares
from waymark.formats.office.drawings import Shown
from waymark.formats.office.lines import ShortForms, clean
from waymark.formats.office.looks import Around

#: A part of Pandoc's tree: {"t": what it is, "c": what it holds}.
Part = dict[str, Any]
API = [1, 23, 1]


class Tree:
    """Turns a document into Pandoc's tree for Word; pictures fit the paper."""

    def __init__(self, document: Document, pictures: dict[Picture, Shown]) -> None:
        self.document = document
        self.pictures = pictures
        self.short_forms = ShortForms(document)

    def whole(self) -> bytes:
        """The tree as the JSON that Pandoc reads."""
        language = self.document.language
        blocks = self.blocks(self.document.blocks, Around())
        if language.direction == "rtl":
            blocks = [div(blocks, spoken(language))]
        known = {"title": clean(self.document.title), "lang": language.tag}
        meta = {
            key: {"t": "MetaInlines", "c": [text(said)]} for key, said in known.items()
        }
        tree = {"pandoc-api-version": API, "meta": meta, "blocks": blocks}
        return json.dumps(tree).encode()

    def styled(self, style: str, blocks: list[Part]) -> list[Part]:
        """Blocks in a named style of the reference document."""
        return [div(blocks, [["custom-style", style]])] if style else blocks

    def picture(self, picture: Picture, *, idea: bool) -> Part:
        """A picture with its words; `idea` says that it stands beside an idea."""
        drawn = self.pictures[picture]
        content = base64.b64encode(drawn.content).decode("ascii")
        width, height = drawn.size(idea=idea)
        size = [["width", f"{width:.2f}cm"], ["height", f"{height:.2f}cm"]]
        address = f"data:{drawn.media_type};base64,{content}"
        said = [text(clean(picture.words))] if picture.words else []
        return part("Image", [["", [], size], said, [address, ""]])

    def heading(self, heading: Heading, around: Around) -> Part:
        said = self.words(heading.inside, spell=False)
        if around.look:
            said = [span(said, [["custom-style", f"{looks.WITHIN}{around.look}"]])]
        return part("Header", [heading.level, [heading.id, [], []], said])

    # ---- blocks --------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block], around: Around) -> list[Part]:
        """Blocks one after another; the first of an item wears its bullet."""
        made: list[Part] = []
        for number, block in enumerate(blocks):
            made += self.block(block, around if number == 0 else around.on())
        return made

    def block(self, block: Block, around: Around) -> list[Part]:
        match block:
            case Heading():
                return [self.heading(block, around)]
            case Paragraph(inside=inside, weight=weight):
                return self.paragraph(inside, around.style(weight))
            case ItemList() | TermList() | TimeLine():
                return [self.listed(block, around)]
            case Table():
                return [self.table(block)]
            case Figure() | Idea():
                return self.figure(block, around)
            case Callout() | Quote() | InLanguage():
                return self.around(block, around)
            case _:
                return self.divider()

    def paragraph(self, inside: tuple[Inline, ...], style: str) -> list[Part]:
        return self.styled(style, [part("Para", self.words(inside))])

    def divider(self) -> list[Part]:
        return self.styled("Divider", [part("Para", [text("\N{NO-BREAK SPACE}")])])

    def around(self, block: Callout | Quote | InLanguage, around: Around) -> list[Part]:
        match block:
            case Callout(tone=tone):
                return self.blocks(block.blocks, around.within(looks.CALLOUT[tone]))
            case Quote():
                return self.blocks(block.blocks, around.within(looks.QUOTE))
            case InLanguage(language=language):
                return [div(self.blocks(block.blocks, around), spoken(language))]

    def figure(self, block: Figure | Idea, around: Around) -> list[Part]:
        idea = isinstance(block, Idea)
        drawn = part("Para", [self.picture(block.picture, idea=idea)])
        if isinstance(block, Idea):
            return [
                *self.styled("Idea picture", [drawn]),
                *self.blocks(block.blocks, around.within("Idea words")),
            ]
        if not block.caption:
            return self.styled("Figure", [drawn])
        under = part("Para", self.words(block.caption))
        captioned = self.styled("Captioned Figure", [drawn])
        return [*captioned, *self.styled("Image Caption", [under])]

    # ---- lists ---------------------------------------------------------------------

    def listed(self, block: ItemList | TermList | TimeLine, around: Around) -> Part:
        match block:
            case ItemList(items=items, ordered=ordered, start=start):
                inside = around.item(ordered=ordered)
                made = [self.blocks(item, inside) for item in items]
                return numbered(made, start) if ordered else part("BulletList", made)
            case TermList(terms=terms):
                return part(
                    "DefinitionList",
                    [
                        [self.names(term.names), [self.blocks(term.says, around)]]
                        for term in terms
                    ],
                )
            case TimeLine():
                return self.time_line(block, around)

    def names(self, names: tuple[tuple[Inline, ...], ...]) -> list[Part]:
        """The names of one meaning, each on a line of its own."""
        first, *others = (self.words(name) for name in names)
        return [*first, *(each for name in others for each in (LINE, *name))]

    def time_line(self, line: TimeLine, around: Around) -> Part:
        stops = [self.stop(stop, "Stop", around) for stop in line.stops]
        made = numbered(stops, line.stops[0].number or 1 if line.stops else 1)
        return made if not line.label else div([*self.label(line), made], [])

    def label(self, line: TimeLine) -> list[Part]:
        said = part("Para", [text(clean(line.label))])
        return self.styled("Stop label", [said])

    def stop(self, stop: Stop, style: str, around: Around) -> list[Part]:
        made = self.paragraph((Strong(stop.title),), style)
        if stop.says or stop.when:
            made += self.paragraph(looks.state(stop), looks.stop_state(stop))
        made += self.blocks(stop.blocks, around.within("Stop words").item(ordered=True))
        if stop.branches:
            branches = [self.stop(each, "Branch", around) for each in stop.branches]
            made.append(part("BulletList", branches))
        return made

    # ---- tables --------------------------------------------------------------------

    def table(self, table: Table) -> Part:
        caption = [part("Plain", self.words(table.caption))] if table.caption else []
        columns = [
            [part("AlignDefault"), part("ColWidth", share)] for share in shares(table)
        ]
        head = [EMPTY, [self.row(row) for row in table.head]]
        rows = [self.row(row) for row in table.body]
        body = [EMPTY, row_heads(table), [], rows]
        return part(
            "Table", [EMPTY, [None, caption], columns, head, [body], [EMPTY, []]]
        )

    def row(self, row: tuple[Cell, ...]) -> list[Any]:
        return [EMPTY, [self.cell(cell) for cell in row]]

    def cell(self, cell: Cell) -> list[Any]:
        look = "Table head" if cell.heads else "Table words"
        inside = self.blocks(cell.blocks, Around(look=look))
        return [EMPTY, part("AlignDefault"), cell.rows, cell.columns, inside]

    # ---- words ---------------------------------------------------------------------

    def words(self, inside: Iterable[Inline], *, spell: bool = True) -> list[Part]:
        """The words of a line; `spell` says whether short forms may be spelled out."""
        return [self.inline(each, spell=spell) for each in inside]

    def inline(self, inline: Inline, *, spell: bool) -> Part:
        match inline:
            case Words(text=said):
                return text(clean(said))
            case LineBreak():
                return LINE
            case Abbreviation(short=short, full=full):
                said = self.short_forms.spelled(short, full) if spell else short
                return text(clean(said))
            case _:
                return self.voiced(inline, self.words(inline.inside, spell=spell))

    def voiced(self, inline: Inline, said: list[Part]) -> Part:
        match inline:
            case Strong():
                return part("Strong", said)
            case Emphasis():
                return part("Emph", said)
            case Link(address=address):
                return part("Link", [EMPTY, said, [clean(address), ""]])
            case Foreign(language=language):
                return span(said, spoken(language))
            case _:
                return span(said, [])


# ---- the parts of Pandoc's tree ----------------------------------------------------

EMPTY: list[Any] = ["", [], []]


def part(kind: str, inside: Any = None) -> Part:
    return {"t": kind} if inside is None else {"t": kind, "c": inside}


LINE = part("LineBreak")


def text(said: str) -> Part:
    return part("Str", said)


def div(blocks: list[Part], attributes: list[list[str]]) -> Part:
    return part("Div", [["", [], attributes], blocks])


def span(said: list[Part], attributes: list[list[str]]) -> Part:
    return part("Span", [["", [], attributes], said])


def numbered(items: list[list[Part]], start: int) -> Part:
    return part("OrderedList", [[start, part("Decimal"), part("Period")], items])


def spoken(language: Language) -> list[list[str]]:
    return [["lang", language.tag], ["dir", language.direction]]
