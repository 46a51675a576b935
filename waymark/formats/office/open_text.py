"""The words of an OpenDocument text, with every style by its name.

Pandoc's writer of OpenDocument loses the words of pictures, the country of a language,
the direction of right-to-left words, the header columns and the joined cells of a
table, and the names of styles with a space. What would be left to it is less than what
would have to be put back, so the words are written here.
"""

from collections.abc import Iterable

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
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Strong,
    Table,
    Term,
    TermList,
    TimeLine,
    Words,
)
from waymark.formats.office import looks
from waymark.formats.office.columns import Line, grid, row_heads, shares
from waymark.formats.office.drawings import Shown
from waymark.formats.office.lines import ShortForms
from waymark.formats.office.looks import Around
from waymark.formats.office.open_styles import Styles, coded
from waymark.formats.office.xml import tag, written

COVERED = tag("table:covered-table-cell")


class Text:
    """The words of one document, and the styles that only this document needs."""

    def __init__(self, document: Document, pictures: dict[Picture, Shown]) -> None:
        self.document = document
        self.styles = Styles(document.language)
        self.short_forms = ShortForms(document)
        self.pictures = pictures
        self.names = {each: f"Pictures/{n}" for n, each in enumerate(pictures, 1)}
        self.tables = 0
        self.frames = 0

    def whole(self) -> str:
        """All the words, as the inside of `office:text`."""
        return self.blocks(self.document.blocks, Around())

    # ---- blocks --------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block], around: Around) -> str:
        """Blocks one after another; the first of an item wears its bullet."""
        made = []
        before: Block | None = None
        for number, block in enumerate(blocks):
            inside = around if number == 0 else around.on()
            made.append(
                self.leading_on(block, inside)
                if isinstance(before, Heading)
                else self.block(block, inside)
            )
            before = block
        return "".join(made)

    def leading_on(self, block: Block, around: Around) -> str:
        """A quiet line under a heading does not end a page."""
        if not (isinstance(block, Paragraph) and block.weight == "quiet"):
            return self.block(block, around)
        with self.styles.keeping():
            return self.block(block, around)

    def block(self, block: Block, around: Around) -> str:
        match block:
            case Heading():
                return self.heading(block, around)
            case Paragraph(inside=inside, weight=weight):
                return self.paragraph(self.words(inside), around.style(weight))
            case ItemList() | TermList() | TimeLine():
                return self.listed(block, around)
            case Table():
                return self.table(block)
            case Figure() | Idea():
                return self.figure(block, around)
            case Callout() | Quote() | InLanguage():
                return self.around(block, around)
            case _:
                return self.paragraph("", "Divider")

    def heading(self, heading: Heading, around: Around) -> str:
        said = self.words(heading.inside, spell=False)
        if heading.id:
            said = tag("text:bookmark", text_name=heading.id) + said
        style = self.styles.heading(heading.level, around.look)
        level = str(heading.level)
        return tag("text:h", said, text_style_name=style, text_outline_level=level)

    def paragraph(self, said: str, style: str) -> str:
        name = self.styles.paragraph(style or "Text body")
        return tag("text:p", said, text_style_name=name)

    def around(self, block: Callout | Quote | InLanguage, around: Around) -> str:
        match block:
            case Callout(tone=tone):
                return self.callout(block, around.within(looks.CALLOUT[tone]))
            case Quote():
                return self.blocks(block.blocks, around.within(looks.QUOTE))
            case InLanguage(language=language):
                with self.styles.speaking(language):
                    return self.blocks(block.blocks, around)

    def callout(self, callout: Callout, around: Around) -> str:
        """A callout stays on one page as far as its last block."""
        *first, last = callout.blocks or (Paragraph(()),)
        with self.styles.keeping():
            kept = self.blocks(first, around)
        return kept + self.block(last, around if not first else around.on())

    def figure(self, block: Figure | Idea, around: Around) -> str:
        idea = isinstance(block, Idea)
        drawn = self.picture(block.picture, idea=idea)
        if isinstance(block, Idea):
            words = self.blocks(block.blocks, around.within("Idea words"))
            return self.paragraph(drawn, "Idea picture") + words
        if not block.caption:
            return self.paragraph(drawn, "Figure")
        under = self.paragraph(self.words(block.caption), "Image Caption")
        return self.paragraph(drawn, "Captioned Figure") + under

    def picture(self, picture: Picture, *, idea: bool) -> str:
        width, height = self.pictures[picture].size(idea=idea)
        self.frames += 1
        image = tag(
            "draw:image",
            xlink_href=self.names[picture],
            xlink_type="simple",
            xlink_show="embed",
            xlink_actuate="onLoad",
        )
        said = tag("svg:desc", written(picture.words)) if picture.words else ""
        return tag(
            "draw:frame",
            image + said,
            draw_style_name="Picture",
            draw_name=f"Picture {self.frames}",
            text_anchor_type="as-char",
            svg_width=f"{width:.2f}cm",
            svg_height=f"{height:.2f}cm",
        )

    # ---- lists ---------------------------------------------------------------------

    def listed(self, block: ItemList | TermList | TimeLine, around: Around) -> str:
        match block:
            case ItemList(items=items, ordered=ordered, start=start):
                inside = around.item(ordered=ordered)
                made = [self.blocks(item, inside) for item in items]
                return _list(made, start if ordered else None, around)
            case TermList(terms=terms):
                return "".join(self.term(term, around) for term in terms)
            case TimeLine(label=label, stops=stops):
                said = self.paragraph(written(label), "Stop label") if label else ""
                return said + self.stops(stops, around.within("Stop words"))

    def term(self, term: Term, around: Around) -> str:
        names = [
            self.paragraph(self.words(name), "Definition Term") for name in term.names
        ]
        plain = not around.look and not around.depth
        look = around.within("Definition") if plain else around
        return "".join(names) + self.blocks(term.says, look)

    def stops(self, stops: tuple[Stop, ...], around: Around) -> str:
        start = stops[0].number or 1 if stops else 1
        made = [self.stop(stop, "Stop", around) for stop in stops]
        return _list(made, start, around)

    def stop(self, stop: Stop, style: str, around: Around) -> str:
        made = self.paragraph(self.words((Strong(stop.title),)), style)
        if stop.says or stop.when:
            said = self.words(looks.state(stop))
            made += self.paragraph(said, looks.stop_state(stop))
        made += self.blocks(stop.blocks, around)
        if stop.branches:
            branches = [self.stop(each, "Branch", around) for each in stop.branches]
            made += _list(branches, None, around)
        return made

    # ---- tables --------------------------------------------------------------------

    def table(self, table: Table) -> str:
        self.tables += 1
        name = f"Table {self.tables}"
        caption = self.words(table.caption)
        said = self.paragraph(caption, "Table Caption") if caption else ""
        head = "".join(self.row(line) for line in grid(table.head))
        body = "".join(self.row(line) for line in grid(table.body))
        rows = (tag("table:table-header-rows", head) if head else "") + body
        inside = self.columns(table, name) + rows
        style = self.styles.table(name)
        return said + tag(
            "table:table", inside, table_name=name, table_style_name=style
        )

    def columns(self, table: Table, name: str) -> str:
        made = [
            tag("table:table-column", table_style_name=style)
            for style in self.styles.columns(name, shares(table))
        ]
        heads = row_heads(table)
        first, others = "".join(made[:heads]), "".join(made[heads:])
        return (tag("table:table-header-columns", first) if first else "") + others

    def row(self, line: Line) -> str:
        cells = (self.cell(each) if each else COVERED for each in line)
        return tag("table:table-row", "".join(cells), table_style_name="Row")

    def cell(self, cell: Cell) -> str:
        style, look = ("Head", "Table head") if cell.heads else ("Cell", "Table words")
        return tag(
            "table:table-cell",
            self.blocks(cell.blocks, Around(look=look)) or self.paragraph("", look),
            table_style_name=style if cell.heads != "row" else "Cell",
            office_value_type="string",
            table_number_columns_spanned="" if cell.columns == 1 else str(cell.columns),
            table_number_rows_spanned="" if cell.rows == 1 else str(cell.rows),
        )

    # ---- words ---------------------------------------------------------------------

    def words(self, inside: Iterable[Inline], *, spell: bool = True) -> str:
        """The words of a line; `spell` says whether short forms may be spelled out."""
        return "".join(self.inline(each, spell=spell) for each in inside)

    def inline(self, inline: Inline, *, spell: bool) -> str:
        match inline:
            case Words(text=said):
                return written(said)
            case LineBreak():
                return tag("text:line-break")
            case Abbreviation(short=short, full=full):
                return written(
                    self.short_forms.spelled(short, full) if spell else short
                )
            case Foreign(language=language, inside=inside):
                with self.styles.speaking(language):
                    said = self.words(inside, spell=spell)
                style = self.styles.words(language)
                return tag("text:span", said, text_style_name=style)
            case _:
                return self.voiced(inline, self.words(inline.inside, spell=spell))

    def voiced(self, inline: Inline, said: str) -> str:
        match inline:
            case Strong():
                return tag("text:span", said, text_style_name="Strong_20_Emphasis")
            case Emphasis():
                return tag("text:span", said, text_style_name="Emphasis")
            case Link(address=address):
                return tag(
                    "text:a",
                    said,
                    xlink_type="simple",
                    xlink_href=address,
                    text_style_name="Internet_20_link",
                    text_visited_style_name="Internet_20_link",
                )
            case _:
                return said


def _list(items: list[str], start: int | None, around: Around) -> str:
    """Items with numbers from `start`, or with bullets where there is none."""
    made = []
    for number, item in enumerate(items):
        first = "" if start in {None, 1} or number else str(start)
        made.append(tag("text:list-item", item, text_start_value=first))
    style = "Bullets" if start is None else "Numbers"
    if around.look.startswith(looks.EDGED):
        style += " at a line"
    return tag("text:list", "".join(made), text_style_name=coded(style))
