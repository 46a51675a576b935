"""A document as OpenDocument text, for LibreOffice and every other office program."""

import io

from lxml import etree

from waymark.formats.copies import made_on
from waymark.formats.document import Document
from waymark.formats.office.drawings import shown
from waymark.formats.office.footers import page_of_pages, place
from waymark.formats.office.lines import paged
from waymark.formats.office.open_styles import LOOK, spoken
from waymark.formats.office.open_text import Text
from waymark.formats.office.package import NO_DAY, packed
from waymark.formats.office.xml import tag, written

KIND = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    "xmlns:office": f"{OASIS}:office:1.0",
    "xmlns:style": f"{OASIS}:style:1.0",
    "xmlns:text": f"{OASIS}:text:1.0",
    "xmlns:table": f"{OASIS}:table:1.0",
    "xmlns:draw": f"{OASIS}:drawing:1.0",
    "xmlns:fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "xmlns:svg": f"{OASIS}:svg-compatible:1.0",
    "xmlns:meta": f"{OASIS}:meta:1.0",
    "xmlns:manifest": f"{OASIS}:manifest:1.0",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def odt(document: Document) -> bytes:
    """The document as OpenDocument text.

    Raises: ToolFailed if a picture cannot be opened or drawn.
    """
    document = paged(document)
    pictures = shown(document)
    text = Text(document, pictures)
    body = tag("office:body", tag("office:text", text.whole()))
    styles = tag("office:automatic-styles", text.styles.automatic())
    parts = {
        "mimetype": KIND.encode(),
        "content.xml": _file("office:document-content", styles + body),
        "styles.xml": _styles(document),
        "meta.xml": _file("office:document-meta", _known(document)),
    }
    parts |= {text.names[each]: pictures[each].content for each in pictures}
    kinds = {text.names[each]: pictures[each].media_type for each in pictures}
    parts["META-INF/manifest.xml"] = _manifest(parts, kinds)
    return packed(parts, first="mimetype")


def _known(document: Document) -> str:
    day = document.made_on.isoformat() if document.made_on else NO_DAY
    said = tag("meta:generator", "Waymark")
    said += tag("dc:title", written(document.title))
    said += tag("dc:language", written(document.language.tag))
    if document.publisher:
        said += tag("meta:initial-creator", written(document.publisher))
        said += tag("dc:creator", written(document.publisher))
    said += tag("meta:creation-date", f"{day}T00:00:00")
    return tag("office:meta", said + tag("dc:date", f"{day}T00:00:00"))


def _manifest(parts: dict[str, bytes], kinds: dict[str, str]) -> bytes:
    said = _entry("/", KIND)
    for name in sorted(parts):
        if name != "mimetype":
            said += _entry(name, kinds.get(name, "text/xml"))
    return _file("manifest:manifest", said, manifest_version="1.3")


def _entry(name: str, kind: str) -> str:
    return tag("manifest:file-entry", manifest_full_path=name, manifest_media_type=kind)


def _file(root: str, inside: str, **said: str) -> bytes:
    version = said or {"office_version": "1.3"}
    whole = tag(root, inside, **version)
    names = "".join(f' {key}="{value}"' for key, value in NAMES.items())
    opened = whole.replace(f"<{root}", f"<{root}{names}", 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opened}'.encode()


# ---- our look, with the foot and the language of this document ---------------------


def _styles(document: Document) -> bytes:
    root = etree.parse(LOOK / "styles.xml").getroot()
    style, fo = f"{{{OASIS}:style:1.0}}", f"{{{OASIS}:xsl-fo-compatible:1.0}}"
    for words in root.iterfind(f".//{style}default-style/{style}text-properties"):
        for key, value in spoken(document.language).items():
            prefix, _, name = key.partition("_")
            words.set((fo if prefix == "fo" else style) + name.replace("_", "-"), value)
    if document.language.direction == "rtl":
        for page in root.iter(f"{style}page-layout-properties"):
            page.set(f"{style}writing-mode", "rl-tb")
        for aligned in root.iterfind(
            f".//{style}paragraph-properties[@{fo}text-align]"
        ):
            aligned.set(f"{fo}text-align", "right")
    for foot in root.iter(f"{style}footer"):
        foot.replace(foot[0], _foot(document))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _foot(document: Document) -> etree._Element:
    fields = {
        "number": tag("text:page-number", "1", text_select_page="current"),
        "pages": tag("text:page-count", "1"),
    }
    said = written(place(document))
    said += tag("text:line-break") if said else ""
    said += written(made_on(document)) + tag("text:tab")
    for words, number in page_of_pages():
        said += written(words) + fields.get(number, "")
    line = tag("text:p", said, text_style_name="Footer")
    return etree.parse(io.BytesIO(_file("text:section", line))).getroot()[0]
