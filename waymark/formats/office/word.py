"""A document for Word: written by Pandoc in our styles, and mended where it forgets."""

import base64
from pathlib import Path

from lxml import etree

from waymark.formats.document import Document, Picture
from waymark.formats.office import pandoc
from waymark.formats.office.drawings import Shown, shown
from waymark.formats.office.footers import footer
from waymark.formats.office.lines import clean, paged
from waymark.formats.office.mending import mended, numbering, written
from waymark.formats.office.package import NO_DAY, beside, packed, unpacked
from waymark.formats.office.tree import Part, Tree, part, text

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
        WordTree(document, shown(document)).whole(),
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


class WordTree(Tree):
    """The tree with pictures of a size that fits the paper."""

    def __init__(self, document: Document, pictures: dict[Picture, Shown]) -> None:
        super().__init__(document)
        self.pictures = pictures

    def picture(self, picture: Picture, *, idea: bool) -> Part:
        drawn = self.pictures[picture]
        content = base64.b64encode(drawn.content).decode("ascii")
        width, height = drawn.size(idea=idea)
        size = [["width", f"{width:.2f}cm"], ["height", f"{height:.2f}cm"]]
        address = f"data:{drawn.media_type};base64,{content}"
        said = [text(clean(picture.words))] if picture.words else []
        return part("Image", [["", [], size], said, [address, ""]])


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
