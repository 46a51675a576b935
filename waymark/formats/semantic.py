"""A document as clean semantic HTML, in the words that `reading` reads back.

It holds no style and nothing that runs. What a part looks like is said by a class on
a block, never on words, so that a converter that knows only plain HTML loses nothing.
"""

import base64
from collections.abc import Callable, Iterable
from html import escape

from waymark.formats.document import (
    Abbreviation,
    Block,
    Callout,
    Cell,
    Dated,
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
    Term,
    TermList,
    TimeLine,
    Words,
)

AddressOf = Callable[[Picture], str]


def in_place(picture: Picture) -> str:
    """A picture as a `data:` address: the page needs no other file."""
    content = base64.b64encode(picture.content).decode("ascii")
    return f"data:{picture.media_type};base64,{content}"


def html(document: Document, address_of: AddressOf = in_place) -> str:
    """The whole document as one HTML page; `read(html(document))` is the document.

    `address_of` says where each picture is found, for those who keep pictures beside
    the page.
    """
    return (
        f"<!doctype html>\n<html{spoken(document.language)}>\n<head>\n"
        f'<meta charset="utf-8">\n<title>{escape(document.title)}</title>\n'
        f"{metas(document)}</head>\n<body>\n"
        f"{blocks(document.blocks, address_of)}\n</body>\n</html>\n"
    )


def metas(document: Document) -> str:
    """What is known about the document, one `meta` a line; none where it is empty."""
    known = {
        "address": document.address,
        "made-on": document.made_on.isoformat() if document.made_on else "",
        "stands-behind": document.stands_behind,
        "publisher": document.publisher,
        "chapters-from": str(document.chapters_from),
        "easy-read": "true" if document.easy_read else "",
        "sheet": "true" if document.sheet else "",
    }
    lines = [_tag("meta", name=n, content=c) for n, c in known.items() if c]
    lines += [_day(each) for each in document.dates]
    return "".join(f"{line}\n" for line in lines)


def _day(each: Dated) -> str:
    return _tag(
        "meta",
        name="dated",
        content=each.on.isoformat(),
        data_uid=each.uid,
        data_says=each.says,
        data_more=each.more,
        data_address=each.address,
    )


def blocks(inside: Iterable[Block], address_of: AddressOf = in_place) -> str:
    """Blocks as HTML, each on lines of its own."""
    return "\n".join(_block(block, address_of) for block in inside)


def _block(block: Block, at: AddressOf) -> str:
    match block:
        case Heading(level=level, inside=inside, id=id_):
            return _element(f"h{level}", words(inside), id=id_)
        case Paragraph(inside=inside, weight=weight):
            said = _element("p", words(inside))
            return _element("div", said, class_=weight) if weight else said
        case ItemList() | TermList() | TimeLine():
            return _list(block, at)
        case Table():
            return _table(block, at)
        case Figure(picture=picture, caption=caption):
            under = _element("figcaption", words(caption)) if caption else ""
            return _element("figure", _picture(picture, at) + under)
        case Divider():
            return "<hr>"
        case _:
            return _around(block, at)


def _around(block: Callout | Quote | InLanguage | Idea, at: AddressOf) -> str:
    """A block that does no more than stand around others."""
    inside = f"\n{blocks(block.blocks, at)}\n"
    match block:
        case Callout(tone=tone):
            kind = f"callout callout--{tone}"
            return _element("div", inside, class_=kind, role="note")
        case Quote():
            return _element("blockquote", inside)
        case InLanguage(language=language):
            return f"<div{spoken(language)}>{inside}</div>"
        case Idea(picture=picture):
            shown = f"\n{_picture(picture, at)}{inside}"
            return _element("section", shown, class_="idea")


def _picture(picture: Picture, at: AddressOf) -> str:
    # Written out, because an empty `alt` says something and may not be left out.
    said = escape(picture.words)
    return f'<img src="{escape(at(picture))}" alt="{said}">'


# ---- lists and tables --------------------------------------------------------------


def _list(block: ItemList | TermList | TimeLine, at: AddressOf) -> str:
    match block:
        case ItemList(items=items, ordered=ordered, start=start):
            inside = _lines(_element("li", _within(item, at)) for item in items)
            if not ordered:
                return _element("ul", inside)
            return _element("ol", inside, start="" if start == 1 else str(start))
        case TermList(terms=terms):
            return _element("dl", _lines(_term(term, at) for term in terms))
        case TimeLine(label=label, stops=stops):
            inside = _lines(_stop(stop, at) for stop in stops)
            return _element("ol", inside, class_="time-line", aria_label=label)


def _term(term: Term, at: AddressOf) -> str:
    names = "".join(_element("dt", words(name)) for name in term.names)
    return names + _element("dd", _within(term.says, at))


def _within(inside: tuple[Block, ...], at: AddressOf) -> str:
    """Blocks in an item or a cell: its only plain paragraph stands bare."""
    match inside:
        case (Paragraph(inside=said, weight=""),):
            return words(said)
        case (Paragraph(inside=said, weight=""), ItemList() as under):
            return f"{words(said)}\n{_block(under, at)}\n"
        case ():
            return ""
        case _:
            return f"\n{blocks(inside, at)}\n"


def _stop(stop: Stop, at: AddressOf) -> str:
    parts = [_part("stop", words(stop.title))]
    parts += [_part("says", escape(stop.says, quote=False))] if stop.says else []
    parts += [_part("when", words(stop.when))] if stop.when else []
    parts += [blocks(stop.blocks, at)] if stop.blocks else []
    if stop.branches:
        branches = _lines(_stop(branch, at) for branch in stop.branches)
        parts += [_element("ol", branches, class_="branches")]
    return _element(
        "li",
        _lines(parts),
        data_state=stop.state,
        data_says=stop.says,
        data_number="" if stop.number is None else str(stop.number),
    )


def _part(name: str, said: str) -> str:
    return _element("div", _element("p", said), class_=name)


def _table(table: Table, at: AddressOf) -> str:
    parts = []
    if table.caption:
        parts += [_element("caption", words(table.caption))]
    for name, rows in (("thead", table.head), ("tbody", table.body)):
        if rows:
            parts += [_element(name, _lines(_row(row, at) for row in rows))]
    return _element("table", _lines(parts))


def _row(row: tuple[Cell, ...], at: AddressOf) -> str:
    return _element("tr", _lines(_cell(cell, at) for cell in row))


def _cell(cell: Cell, at: AddressOf) -> str:
    return _element(
        "th" if cell.heads else "td",
        _within(cell.blocks, at),
        scope={"column": "col", "row": "row"}.get(cell.heads, ""),
        colspan="" if cell.columns == 1 else str(cell.columns),
        rowspan="" if cell.rows == 1 else str(cell.rows),
    )


# ---- words inside a line -----------------------------------------------------------


def words(inside: Iterable[Inline]) -> str:
    """The words of a line as HTML."""
    return "".join(_inline(part) for part in inside)


def _inline(part: Inline) -> str:
    match part:
        case Words(text=text):
            return escape(text, quote=False)
        case LineBreak():
            return "<br>"
        case Abbreviation(short=short, full=full):
            return _element("abbr", escape(short, quote=False), title=full)
        case _:
            return _voiced(part, words(part.inside))


def _voiced(part: Strong | Emphasis | Link | Moment | Foreign, said: str) -> str:
    match part:
        case Strong():
            return _element("strong", said)
        case Emphasis():
            return _element("em", said)
        case Link(address=address):
            return _element("a", said, href=address)
        case Moment(day=day):
            return _element("time", said, datetime=day.isoformat())
        case Foreign(language=language):
            return f"<span{spoken(language)}>{said}</span>"


# ---- elements ----------------------------------------------------------------------


def spoken(language: Language) -> str:
    """The attributes that say which language an element is in, and how it runs."""
    return f' lang="{escape(language.tag)}" dir="{language.direction}"'


def _element(element: str, inside: str, **said: str) -> str:
    return f"{_tag(element, **said)}{inside}</{element}>"


def _tag(element: str, **said: str) -> str:
    """A start tag; what is empty is not said. Names are spelled as Python lets us."""
    parts = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in said.items()
        if value
    )
    return f"<{element}{parts}>"


def _lines(parts: Iterable[str]) -> str:
    return "\n" + "".join(f"{part}\n" for part in parts)
