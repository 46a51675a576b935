"""A document for Word: written by Pandoc in our styles, and mended where it forgets."""

from pathlib import Path

from lxml import etree

from waymark.formats.document import Document
from waymark.formats.office import pandoc
from waymark.formats.office.drawings import shown
from waymark.formats.office.footers import footer
from waymark.formats.office.lines import clean, paged
from waymark.formats.office.mending import mended, numbering, written
from waymark.formats.office.package import NO_DAY, beside, packed, unpacked
from waymark.formats.office.tree import Tree

LOOK = Path(__file__).with_name("look") / "word"
#: The words alone: the title stands among them as the first heading.
TEMPLATE = "template.openxml"


def docx(document: Document) -> bytes:
    """The document for Word and other office programs.

    Raises: ToolFailed if Pandoc fails or a picture cannot be opened.
    """
    document = paged(document)
    look = _look(document)
    made = pandoc.converted(
        Tree(document, shown(document)).whole(),
        "docx",
        "--standalone",
        "--reference-doc=look.docx",
        f"--template={TEMPLATE}",
        files={TEMPLATE: look.pop(TEMPLATE), "look.docx": packed(look)},
    )
    parts = unpacked(made)
    parts["word/document.xml"] = mended(
        parts["word/document.xml"], parts["word/styles.xml"], document
    )
    parts["word/numbering.xml"] = numbering(parts["word/numbering.xml"])
    parts["docProps/core.xml"] = _known(parts["docProps/core.xml"], document)
    return packed(parts, first="[Content_Types].xml")


def _look(document: Document) -> dict[str, bytes]:
    """The reference document: our styles, our page, and the foot of this document."""
    parts = beside(LOOK)
    parts["word/footer1.xml"] = footer(parts["word/footer1.xml"], document)
    if document.language.direction == "rtl":
        spoken = f'w:bidi="{document.language.tag}"'.encode()
        styles = parts["word/styles.xml"].replace(b'w:bidi="ar-SA"', spoken)
        parts["word/styles.xml"] = styles
    return parts


def _known(content: bytes, document: Document) -> bytes:
    """What is known about the document: who publishes it, and its own day, not ours."""
    root = etree.fromstring(content)
    day = document.made_on.isoformat() if document.made_on else NO_DAY
    for name in ("created", "modified"):
        for element in root.iter(f"{{*}}{name}"):
            element.text = f"{day}T00:00:00Z"
    for element in root.iter("{*}creator"):
        element.text = clean(document.publisher)
    return written(root)
