"""A document in Unified English Braille, ready for an embosser or a Braille display.

`phrases` takes the words out of the tree, `cells` has liblouis turn them into cells,
`parts` says what each block is to a Braille reader, `lines` sets parts into lines of 40
cells, and `pages` makes pages of 25 lines with their numbers.
"""

from typing import Literal

from waymark.formats.braille import cells, lines, pages, parts
from waymark.formats.document import Document

Grade = Literal[1, 2]


def brf(document: Document, grade: Grade) -> bytes:
    """The document as BRF: ASCII Braille, 40 cells by 25 lines, a form feed a page.

    Grade 2 is contracted, grade 1 uncontracted. One run of liblouis for the words of
    the document's own language, and one for each other language in it.

    Raises: ToolMissing and ToolFailed, from the closed room.
    """
    whole = parts.of(document)
    brailled = cells.translate(
        parts.phrases(whole), tag=document.language.tag, grade=grade
    )
    return pages.bound(whole, lines.Setter(brailled))
