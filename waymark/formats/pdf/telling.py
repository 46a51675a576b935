"""The document as data for the one template: words stay words, nothing is markup."""

import re
from dataclasses import dataclass, field
from typing import Any

from waymark.formats.document import (
    PICTURE_ENDINGS,
    Abbreviation,
    Block,
    Callout,
    Direction,
    Divider,
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
    Moment,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Strong,
    Table,
    TermList,
    TimeLine,
    Words,
    every_block,
    plain,
)

from . import tables
from .looks import Look
from .words import clean, pieces, shows

Data = dict[str, Any]

#: A day is kept on one line while it is no longer than this.
_TOGETHER = 18
#: A cell longer than this may go over to the next page.
_TALL = 700
#: A list, and a callout or a row told alone, of no more lines than this stay together.
_SHORT = 8
_TOGETHER_LINES = 10
#: A letter of no more lines than this stays together too.
_LETTER = 14


@dataclass(slots=True)
class Telling:
    """Tells one document; collects its pictures, and knows which places it has."""

    look: Look
    places: dict[str, str]
    pictures: dict[str, Picture] = field(default_factory=dict)
    direction: Direction = "ltr"
    labelled: set[str] = field(default_factory=set)
    new_page_from: int = 0

    # ---- words inside a line

    def line(self, inside: tuple[Inline, ...]) -> list[Data]:
        return [data for part in inside for data in self.part(part)]

    def part(self, part: Inline) -> list[Data]:
        told: Data
        match part:
            case Words(text=text):
                return _words(clean(text))
            case Abbreviation(short=short):
                return _words(clean(short))
            case LineBreak():
                return [{"kind": "break"}]
            case Link():
                return self._link(part)
            case Foreign(language=language, inside=inside):
                told = {"kind": "foreign", "language": language_of(language)}
                return [{**told, "inside": self.line(inside)}]
            case Moment(inside=inside):
                kind = "together" if len(plain(inside)) <= _TOGETHER else "plain"
                return [{"kind": kind, "inside": self.line(inside)}]
            case Strong(inside=inside) | Emphasis(inside=inside):
                kind = "strong" if isinstance(part, Strong) else "emphasis"
                return [{"kind": kind, "inside": self.line(inside)}]

    def _link(self, link: Link) -> list[Data]:
        if not shows(plain(link.inside)):
            return []
        inside = self.line(link.inside)
        if link.address.startswith("#"):
            place = self.places.get(link.address[1:])
            kind = {"kind": "place", "place": place} if place else {"kind": "plain"}
            return [{**kind, "inside": inside}]
        return [{"kind": "link", "address": clean(link.address), "inside": inside}]

    # ---- blocks

    def blocks(self, blocks: tuple[Block, ...]) -> list[Data]:
        return [data for block in blocks for data in self.block(block)]

    def block(self, block: Block) -> list[Data]:
        told: Data
        match block:
            case Heading(inside=inside):
                return [self._heading(block)] if shows(plain(inside)) else []
            case Paragraph(inside=inside, weight=weight):
                told = {"kind": "paragraph", "weight": weight}
                return [{**told, "inside": self.line(inside)}]
            case Table():
                return self._table(block)
            case Figure(picture=picture, caption=caption):
                told = {"kind": "figure", "picture": self._picture(picture)}
                return [{**told, "caption": self.line(caption)}]
            case Divider():
                return [{"kind": "divider"}]
            case _:
                return [self._holder(block)]

    def _holder(self, block: Block) -> Data:
        """A block that holds others."""
        told: Data
        match block:
            case ItemList(items=items, ordered=ordered, start=start):
                whole = self._is_short((block,), _SHORT)
                told = {"kind": "list", "ordered": ordered, "start": start}
                return {
                    **told,
                    "whole": whole,
                    "items": [self.blocks(item) for item in items],
                }
            case TermList(terms=terms):
                return {"kind": "terms", "terms": [self._term(term) for term in terms]}
            case TimeLine(stops=stops):
                return {
                    "kind": "time-line",
                    "direction": self.direction,
                    "stops": [self._stop(stop) for stop in stops],
                }
            case Callout(tone=tone, blocks=blocks):
                told = {"kind": "callout", "tone": tone, "direction": self.direction}
                whole = self._is_short(blocks, _TOGETHER_LINES)
                return {**told, "whole": whole, "blocks": self.blocks(blocks)}
            case Quote(blocks=blocks):
                whole = self._is_short(blocks, _LETTER)
                told = {"kind": "quote", "whole": whole}
                return {**told, "blocks": self.blocks(blocks)}
            case InLanguage(language=language, blocks=blocks):
                return self._in_language(language, blocks)
            case Idea(picture=picture, blocks=blocks):
                told = {"kind": "idea", "picture": self._picture(picture)}
                return {**told, "blocks": self.blocks(blocks)}
        raise TypeError(type(block).__name__)

    def _is_short(self, blocks: tuple[Block, ...], lines: int) -> bool:
        """Whether blocks take so few lines that no page need cut them."""
        letters = sum(len(words) + 30 for words in tables.said(blocks))
        return letters <= self.look.letters(1) * lines

    def _heading(self, heading: Heading) -> Data:
        place = self.places.get(heading.id, "") if heading.id else ""
        if place in self.labelled:
            place = ""
        self.labelled.add(place)
        return {
            "kind": "heading",
            "level": heading.level,
            "place": place,
            "new": heading.level == self.new_page_from,
            "inside": self.line(heading.inside),
        }

    def _term(self, term: Any) -> Data:
        names = [self.line(name) for name in term.names]
        return {"names": names, "says": self.blocks(term.says)}

    def _stop(self, stop: Stop) -> Data:
        return {
            "title": self.line(stop.title),
            "state": stop.state,
            "says": clean(stop.says),
            "when": self.line(stop.when),
            "number": "" if stop.number is None else str(stop.number),
            "blocks": self.blocks(stop.blocks),
            "branches": [self._stop(branch) for branch in stop.branches],
        }

    def _in_language(self, language: Language, blocks: tuple[Block, ...]) -> Data:
        around, self.direction = self.direction, language.direction
        told = self.blocks(blocks)
        self.direction = around
        return {
            "kind": "in-language",
            "language": language_of(language),
            "blocks": told,
        }

    def _picture(self, picture: Picture) -> Data:
        ending = PICTURE_ENDINGS[picture.media_type]
        name = f"picture-{len(self.pictures) + 1}.{ending}"
        self.pictures[name] = picture
        return {"name": name, "words": clean(picture.words).strip()}

    def _table(self, table: Table) -> list[Data]:
        laid = tables.grid(table)
        wide = tables.widths(laid, self.look)
        if wide is None:
            return self._rows(table, laid)
        head = [each for each in laid.cells if each.row < laid.head_rows]
        return [
            {
                "kind": "table",
                "caption": self.line(table.caption),
                "widths": wide,
                "head": [self._cell(each) for each in head],
                "body": [self._cell(each) for each in laid.cells[len(head) :]],
                "again": tables.may_repeat(head),
            }
        ]

    def _rows(self, table: Table, laid: tables.Grid) -> list[Data]:
        """A table that would not fit, row by row."""
        told: list[Data] = []
        if table.caption:
            told.append({"kind": "table-name", "inside": self.line(table.caption)})
        for row in tables.one_after_another(laid):
            blocks = tuple(block for term in row.terms for block in term.says)
            told.append(
                {
                    "kind": "row",
                    "name": self.line(row.name),
                    "terms": [self._term(term) for term in row.terms],
                    "whole": self._is_short(blocks, _TOGETHER_LINES),
                }
            )
        return told

    def _cell(self, placed: tables.Placed) -> Data:
        return {
            "blocks": self.blocks(placed.cell.blocks),
            "heads": placed.cell.heads,
            "x": placed.column,
            "y": placed.row,
            "across": placed.across,
            "down": placed.down,
            "whole": tables.length(placed.cell) <= _TALL,
        }


def _words(text: str) -> list[Data]:
    told: list[Data] = []
    for piece in pieces(text):
        if isinstance(piece, str):
            told.append({"kind": "words", "text": piece})
        else:
            told.append({"kind": "long", "pieces": piece})
    return told


_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?(?:-.*)?", re.I)


def language_of(language: Language) -> Data:
    """A language as the typesetter names it; one that it cannot name is "und"."""
    found = _TAG.fullmatch(language.tag)
    name, script, region = found.groups() if found else ("und", None, None)
    return {
        "name": name.lower(),
        "script": script.lower() if script else "",
        "region": region.upper() if region else "",
        "direction": language.direction,
    }


def places_of(document: Document) -> dict[str, str]:
    """A plain name for each heading that something may lead to, first come first."""
    named = [
        block.id
        for block in every_block(document.blocks)
        if isinstance(block, Heading) and block.id
    ]
    return {each: f"place-{n}" for n, each in enumerate(dict.fromkeys(named), 1)}
