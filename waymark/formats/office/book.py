"""A document as an EPUB 3 book: our own semantic HTML, cut into chapters and packed.

A book is HTML in a zip file. Pandoc would read our HTML into a smaller tree and write
it out again without the days, the labels of lists and the states of a time-line.
"""

import uuid
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext
from lxml import etree, html
from lxml.etree import _Element as Element

from waymark.formats.document import (
    PICTURE_ENDINGS,
    Block,
    Document,
    Figure,
    Heading,
    Idea,
    Picture,
    every_block,
)
from waymark.formats.office.lines import clean, paged
from waymark.formats.office.package import NO_DAY, packed
from waymark.formats.office.xml import written
from waymark.formats.semantic import blocks as as_html

LOOK = Path(__file__).with_name("look") / "book" / "book.css"
KIND = "application/epub+zip"
XHTML = "http://www.w3.org/1999/xhtml"
PAGE = "application/xhtml+xml"
OPS = "http://www.idpf.org/2007/ops"
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book/book.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: how deep it stands, what it says, where it leads."""

    depth: int
    says: str
    leads: str


def epub(document: Document) -> bytes:
    """The document as a book, with the contents and what it offers to whom."""
    document = paged(document)
    pictures = _pictures(document)
    chapters = [
        html.fragment_fromstring(clean(as_html(each, pictures.__getitem__)), "div")
        for each in _chapters(document)
    ]
    entries = _named(chapters, document)
    parts = {
        "mimetype": KIND.encode(),
        "META-INF/container.xml": CONTAINER.encode(),
        "book/book.css": LOOK.read_bytes(),
        "book/contents.xhtml": _contents(entries, document),
        "book/book.opf": _package(len(chapters), pictures, document),
    }
    for number, chapter in enumerate(chapters, 1):
        parts[f"book/{_file(number)}"] = _page(_inside(chapter), document)
    parts |= {f"book/{name}": each.content for each, name in pictures.items()}
    return packed(parts, first="mimetype")


def _file(number: int) -> str:
    return f"chapter-{number:03}.xhtml"


def _pictures(document: Document) -> dict[Picture, str]:
    """Where each picture stands in the book."""
    pictures = dict.fromkeys(
        block.picture
        for block in every_block(document.blocks)
        if isinstance(block, Figure | Idea)
    )
    return {
        each: f"pictures/{number}.{PICTURE_ENDINGS[each.media_type]}"
        for number, each in enumerate(pictures, 1)
    }


# ---- chapters ----------------------------------------------------------------------


def _chapters(document: Document) -> list[list[Block]]:
    """The blocks of each chapter; what stands before the first heading joins it."""
    chapters: list[list[Block]] = []
    for block in document.blocks:
        starts = isinstance(block, Heading) and block.level <= document.chapters_from
        if starts or not chapters:
            chapters.append([])
        chapters[-1].append(block)
    return chapters


def _named(chapters: list[Element], document: Document) -> list[Entry]:
    """The lines of the contents. Every heading gets a name, and links follow them.

    A link to a place that the document does not have becomes plain words.
    """
    places: dict[str, str] = {}
    entries: list[Entry] = []
    for number, chapter in enumerate(chapters, 1):
        for heading in chapter.iter("h1", "h2", "h3", "h4", "h5", "h6"):
            name = f"heading-{len(places) + 1}"
            leads = f"{_file(number)}#{name}"
            places[heading.get("id") or name] = leads
            heading.set("id", name)
            level = int(str(heading.tag)[1])
            if level <= max(document.chapters_from, 1) + 1:
                says = " ".join(heading.text_content().split())
                entries.append(Entry(max(level, 2), says, leads))
    for chapter in chapters:
        _follow(chapter, places)
    return entries


def _follow(chapter: Element, places: dict[str, str]) -> None:
    for link in chapter.iter("a"):
        address = link.get("href", "")
        if not address.startswith("#"):
            continue
        if address[1:] in places:
            link.set("href", places[address[1:]])
        else:
            link.tag = "span"
            del link.attrib["href"]
    for spoken in chapter.iter():
        if isinstance(spoken.tag, str) and "lang" in spoken.attrib:
            spoken.set("{http://www.w3.org/XML/1998/namespace}lang", spoken.get("lang"))


def _inside(chapter: Element) -> str:
    return "".join(etree.tostring(each, encoding="unicode") for each in chapter)


def _page(inside: str, document: Document, kind: str = "bodymatter") -> bytes:
    language = written(document.language.tag)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="{XHTML}" xmlns:epub="{OPS}" lang="{language}" '
        f'xml:lang="{language}" dir="{document.language.direction}">\n'
        f"<head>\n<title>{written(document.title)}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n'
        f'<body epub:type="{kind}">\n{inside}\n</body>\n</html>\n'
    ).encode()


# ---- contents ----------------------------------------------------------------------


def _contents(entries: list[Entry], document: Document) -> bytes:
    title = f"<h1>{written(gettext('Contents'))}</h1>"
    contents = (
        '<nav epub:type="toc" role="doc-toc" id="contents">'
        f"{title}{_tree(entries)}</nav>"
    )
    begins = written(gettext("Beginning of the words"))
    marks = (
        f'<nav epub:type="landmarks" hidden="hidden"><ol><li>'
        f'<a epub:type="toc" href="#contents">{written(gettext("Contents"))}</a></li>'
        f'<li><a epub:type="bodymatter" href="{_file(1)}">{begins}</a></li></ol></nav>'
    )
    return _page(contents + marks, document, "frontmatter")


def _tree(entries: list[Entry]) -> str:
    """Entries as lists inside lists, one list for each depth."""
    said = []
    at = 0
    while at < len(entries):
        under = at + 1
        while under < len(entries) and entries[under].depth > entries[at].depth:
            under += 1
        inside = _tree(entries[at + 1 : under]) if under > at + 1 else ""
        link = f'<a href="{entries[at].leads}">{written(entries[at].says)}</a>'
        said.append(f"<li>{link}{inside}</li>")
        at = under
    return f"<ol>{''.join(said)}</ol>"


# ---- what the book says of itself --------------------------------------------------


def _package(chapters: int, pictures: dict[Picture, str], document: Document) -> bytes:
    language = written(document.language.tag)
    direction = document.language.direction
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="book" xml:lang="{language}" dir="{direction}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"{_known(document)}{_offers(bool(pictures))}</metadata>\n"
        f"<manifest>\n{_manifest(chapters, pictures)}</manifest>\n"
        f'<spine page-progression-direction="{direction}">\n'
        '<itemref idref="contents"/>\n'
        + "".join(f'<itemref idref="chapter-{n}"/>\n' for n in range(1, chapters + 1))
        + "</spine>\n</package>\n"
    ).encode()


def _known(document: Document) -> str:
    """What is known of the document. The same address is always the same book."""
    name = document.address or f"{document.language.tag}:{document.title}"
    day = document.made_on.isoformat() if document.made_on else NO_DAY
    said = [
        f'<dc:identifier id="book">{uuid.uuid5(uuid.NAMESPACE_URL, name).urn}'
        "</dc:identifier>",
        f"<dc:title>{written(document.title)}</dc:title>",
        f"<dc:language>{written(document.language.tag)}</dc:language>",
        f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>',
    ]
    if document.made_on:
        said.append(f"<dc:date>{day}</dc:date>")
    if document.publisher:
        said.append(f"<dc:publisher>{written(document.publisher)}</dc:publisher>")
    if document.address:
        said.append(f"<dc:source>{written(document.address)}</dc:source>")
    return "".join(f"{line}\n" for line in said)


def _offers(pictured: bool) -> str:
    """Whom the book serves, in the words that catalogues search by."""
    summary = gettext(
        "Headings, lists and tables are marked, the contents lead to every chapter, "
        "and nothing has to be seen or heard to be understood."
    )
    features = ["readingOrder", "structuralNavigation", "tableOfContents"]
    features += ["displayTransformability", *(["alternativeText"] if pictured else [])]
    said = [
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if pictured else []),
        ("accessModeSufficient", "textual"),
        *(("accessibilityFeature", each) for each in features),
        ("accessibilityHazard", "none"),
        ("accessibilitySummary", summary),
    ]
    return "".join(
        f'<meta property="schema:{name}">{written(value)}</meta>\n'
        for name, value in said
    )


def _manifest(chapters: int, pictures: dict[Picture, str]) -> str:
    said = [
        _item("look", "book.css", "text/css"),
        _item("contents", "contents.xhtml", PAGE, ' properties="nav"'),
    ]
    for number in range(1, chapters + 1):
        said.append(_item(f"chapter-{number}", _file(number), PAGE))
    for number, (picture, name) in enumerate(pictures.items(), 1):
        said.append(_item(f"picture-{number}", name, picture.media_type))
    return "".join(said)


def _item(name: str, place: str, kind: str, more: str = "") -> str:
    return f'<item id="{name}" href="{place}" media-type="{kind}"{more}/>\n'
