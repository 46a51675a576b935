"""The foot of every page: where the newest version is, the day, and the page."""

import string
from collections.abc import Iterator

from django.utils.translation import gettext
from lxml import etree
from lxml.etree import _Element as Element

from waymark.formats.copies import made_on
from waymark.formats.document import Document
from waymark.formats.office.lines import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def place(document: Document) -> str:
    """Where the document is read, or who publishes it, for the foot of a page."""
    address = document.address.removeprefix("https://").removeprefix("http://")
    return clean(address.rstrip("/") or document.publisher)


def page_of_pages() -> Iterator[tuple[str, str]]:
    """ "Page 3 of 9", as words and the names of the numbers that stand between them."""
    # Translators: the foot of a printed page; keep {number} and {pages}.
    says = gettext("Page {number} of {pages}")
    for words, name, _spec, _how in string.Formatter().parse(says):
        yield words, name or ""


def footer(empty: bytes, document: Document) -> bytes:
    """Word's footer for this document, made from the empty one of our look."""
    root = etree.fromstring(empty)
    paragraph = root[0]
    if document.language.direction == "rtl":
        etree.SubElement(paragraph[0], f"{{{W}}}bidi")
    if place(document):
        _run(paragraph, place(document))
        etree.SubElement(_run(paragraph), f"{{{W}}}br")
    _run(paragraph, made_on(document))
    etree.SubElement(_run(paragraph), f"{{{W}}}tab")
    for words, number in page_of_pages():
        _run(paragraph, words)
        if number:
            field = {"number": "PAGE", "pages": "NUMPAGES"}[number]
            simple = etree.SubElement(paragraph, f"{{{W}}}fldSimple")
            simple.set(f"{{{W}}}instr", field)
            _run(simple, "1")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _run(inside: Element, words: str = "") -> Element:
    run = etree.SubElement(inside, f"{{{W}}}r")
    if words:
        said = etree.SubElement(run, f"{{{W}}}t")
        said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        said.text = words
    return run
