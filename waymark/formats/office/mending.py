"""What Pandoc forgets in a file for Word, put back.

It does not say which cells head their rows, calls right-to-left words by a language
that Word does not look for, gives empty bullets to what goes on inside an item, and
writes the bytes of a picture a second time as its description.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from waymark.formats.document import Document, Table, every_block
from waymark.formats.office import looks
from waymark.formats.office.columns import row_heads

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: One step of indentation, in twentieths of a point.
STEP = 510
BULLETS = "•–•–•–•–•"
HEAD_FILL = "E8F1F4"
#: Pandoc's number for what goes on inside an item.
GOES_ON = "1000"

# The schema has an order for what is said of a paragraph; this is what may come later.
AFTER_RUNS = ("jc", "textDirection", "textAlignment", "outlineLvl", "rPr", "sectPr")
AFTER_INDENT = ("contextualSpacing", "mirrorIndents", *AFTER_RUNS)
AFTER_SPACING = ("ind", *AFTER_INDENT)
AFTER_SHADE = ("tabs", "bidi", "spacing", *AFTER_SPACING)
AFTER_EDGES = ("shd", *AFTER_SHADE)
AFTER_KEEPING = ("keepLines", "widowControl", "numPr", "pBdr", *AFTER_EDGES)


def mended(body: bytes, styles: bytes, document: Document) -> bytes:
    """The body of the document with what was forgotten."""
    root = etree.fromstring(body)
    _mend_tables(root, document)
    _go_on_without_bullets(root)
    _name_languages(root)
    _close_boxes(root)
    _keep_quiet_lines(root)
    _give_headings_their_look(root, etree.fromstring(styles))
    _mend_pictures(root)
    if document.language.direction == "rtl":
        for section in root.iter(w("sectPr")):
            _put(section, "bidi", ("rtlGutter", "docGrid"))
    return written(root)


# ---- tables ------------------------------------------------------------------------


def _mend_tables(root: Element, document: Document) -> None:
    tables = [each for each in every_block(document.blocks) if isinstance(each, Table)]
    for made, table in zip(root.iter(w("tbl")), tables, strict=True):
        if row_heads(table):
            _say_row_heads(made, bool(table.head))
        if made.find(f".//{w('bidi')}") is not None:
            _put(made[0], "bidiVisual", ("tblStyleRowBandSize", "tblW"))
        for row in made.iterfind(w("tr")):
            _mend_row(row)


def _say_row_heads(made: Element, headed: bool) -> None:
    for look in made.iterfind(f"{w('tblPr')}/{w('tblLook')}"):
        look.set(w("firstColumn"), "1")
        look.set(w("val"), "00A0" if headed else "0080")


def _mend_row(row: Element) -> None:
    """A row does not part at the end of a page, and every header row looks like one."""
    about = row.find(w("trPr"))
    if about is None:
        about = etree.Element(w("trPr"))
        row.insert(0, about)
    about.insert(0, etree.Element(w("cantSplit")))
    if about.find(w("tblHeader")) is None:
        return
    for cell in row.iterfind(f"{w('tc')}/{w('tcPr')}"):
        shade = _put(cell, "shd", ("noWrap", "tcMar", "textDirection", "vAlign"))
        shade.set(w("val"), "clear")
        shade.set(w("color"), "auto")
        shade.set(w("fill"), HEAD_FILL)


# ---- pictures ----------------------------------------------------------------------


def _mend_pictures(root: Element) -> None:
    for copy in root.iter("{*}cNvPr"):
        copy.attrib.pop("descr", None)
    for drawn in root.iter("{*}inline"):
        for side in "TBLR":
            drawn.set(f"dist{side}", "0")


# ---- lists -------------------------------------------------------------------------


def _go_on_without_bullets(root: Element) -> None:
    """What goes on inside an item is no item: it stands under it, without a bullet."""
    for about in root.iter(w("pPr")):
        numbers = about.find(w("numPr"))
        if numbers is None or _value(numbers, "numId") != GOES_ON:
            continue
        indent = _put(about, "ind", AFTER_INDENT)
        indent.set(w("left"), str(STEP * (int(_value(numbers, "ilvl")) + 1)))
        about.remove(numbers)
        if _value(about, "pStyle").startswith(_EDGED) and not _stop_words(about):
            # The line at the side goes on where the number of the item begins.
            indent.set(w("hanging"), str(STEP))
            tab = etree.Element(w("r"))
            etree.SubElement(tab, w("tab"))
            about.addnext(tab)


_EDGED = tuple(name.replace(" ", "") for name in looks.EDGED)


def _stop_words(about: Element) -> bool:
    return _value(about, "pStyle") == "Stopwords"


def numbering(content: bytes) -> bytes:
    """Lists in our steps: the mark of an item stands where its paragraph would."""
    root = etree.fromstring(content)
    for level in root.iter(w("lvl")):
        number = int(level.get(w("ilvl"), "0"))
        for indent in level.iter(w("ind")):
            indent.set(w("left"), str(STEP * (number + 1)))
            indent.set(w("hanging"), str(STEP))
        if _value(level, "numFmt") == "bullet":
            for text in level.iterfind(w("lvlText")):
                text.set(w("val"), BULLETS[number])
            for font in level.findall(w("rPr")):
                level.remove(font)
    return written(root)


# ---- languages ---------------------------------------------------------------------


def _name_languages(root: Element) -> None:
    """Word reads the language of right-to-left words from a name of its own."""
    for about in root.iter(w("rPr")):
        language, runs = about.find(w("lang")), about.find(w("rtl"))
        if language is None or runs is None or runs.get(w("val")) in {"0", "false"}:
            continue
        language.set(w("bidi"), language.attrib.pop(w("val")))


# ---- callouts ----------------------------------------------------------------------


def _close_boxes(root: Element) -> None:
    """A callout stays on one page, and no gap shows between its paragraphs."""
    for paragraph in root.iter(w("p")):
        after = _next(paragraph)
        if after is None or not _box(paragraph) or _box(paragraph) != _box(after):
            continue
        about = paragraph[0]
        _put(about, "keepNext", AFTER_KEEPING)
        if _indented(paragraph) != _indented(after):
            _put(about, "spacing", AFTER_SPACING).set(w("after"), "0")


def _keep_quiet_lines(root: Element) -> None:
    """A quiet line under a heading does not end a page: what it leads to follows."""
    for paragraph in root.iter(w("p")):
        after = _next(paragraph)
        if after is None or _style(after) != "Quiet":
            continue
        if _style(paragraph).startswith("Heading"):
            _put(after[0], "keepNext", AFTER_KEEPING)


def _next(paragraph: Element) -> Element | None:
    for sibling in paragraph.itersiblings():
        if sibling.tag in {w("bookmarkStart"), w("bookmarkEnd")}:
            continue
        return sibling if sibling.tag == w("p") else None
    return None


def _box(paragraph: Element) -> str:
    """The callout that a paragraph or a heading stands in; nothing if in none."""
    marks = [str(mark.get(w("val"))) for mark in paragraph.iter(w("rStyle"))]
    within = f"{looks.WITHIN}Callout".replace(" ", "")
    for name in (_style(paragraph), *marks):
        if name.startswith(("Callout", within)):
            return name.removeprefix(looks.WITHIN.strip())
    return ""


def _style(paragraph: Element) -> str:
    about = paragraph.find(w("pPr"))
    return "" if about is None else _value(about, "pStyle")


def _indented(paragraph: Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('numPr')}") is not None


def _give_headings_their_look(root: Element, styles: Element) -> None:
    """A heading inside a callout stays a heading and wears the look of the callout."""
    for mark in list(root.iter(w("rStyle"))):
        name = mark.get(w("val"), "")
        if not name.startswith(looks.WITHIN.strip()):
            continue
        about = next(mark.iterancestors(w("p")))[0]
        _remove(mark)
        if about.find(w("pBdr")) is None:
            _wear(about, styles, name.removeprefix(looks.WITHIN.strip()))


def _wear(about: Element, styles: Element, look: str) -> None:
    for name, later in (("pBdr", AFTER_EDGES), ("shd", AFTER_SHADE)):
        for edge in _of_style(styles, look, name):
            _put(about, edge, later)
    spacing = _put(about, "spacing", AFTER_SPACING)
    spacing.set(w("before"), "80")
    spacing.set(w("after"), "0")


def _of_style(styles: Element, look: str, name: str) -> Iterator[Element]:
    for style in styles.iterfind(w("style")):
        if style.get(w("styleId")) == look:
            yield from (deepcopy(each) for each in style.iterfind(f"*/{w(name)}"))


def _remove(element: Element) -> None:
    around = element.getparent()
    if around is not None:
        around.remove(element)


# ---- XML ---------------------------------------------------------------------------


def w(name: str) -> str:
    """A name of Word's."""
    return f"{{{W}}}{name}"


def written(root: Element) -> bytes:
    """The XML as bytes."""
    return bytes(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )


def _value(inside: Element, name: str) -> str:
    found = inside.find(w(name))
    return "" if found is None else str(found.get(w("val"), ""))


def _put(inside: Element, new: str | Element, later: tuple[str, ...]) -> Element:
    """Puts an element where the schema wants it: before any that come later."""
    if isinstance(new, str):
        there = inside.find(w(new))
        if there is not None:
            return there
    element = etree.Element(w(new)) if isinstance(new, str) else new
    names = {w(name) for name in later}
    for child in inside:
        if child.tag in names:
            child.addprevious(element)
            return element
    inside.append(element)
    return element
