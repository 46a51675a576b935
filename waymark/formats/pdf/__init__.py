"""Tagged PDF that meets PDF/UA-1, in print, in large print and in Easy Read.

Typst sets the pages from one fixed template (`waymark.formats.typst`); the document
reaches it as data. The compiler works in a closed room (`press`).
"""

import base64
import json
from datetime import UTC, datetime

from waymark.formats.document import Document

from . import looks, pages, press

SIZES = (18, 24)


def pdf(document: Document) -> bytes:
    """The document on A4 pages, or in the layout of Easy Read where it is one.

    The same document gives the same bytes: its date is the day it was made.

    Raises: ToolFailed, which names the typesetter and the cause, such as a script
    that no font on this machine has letters for.
    """
    if document.sheet:
        return _set(document, looks.SHEET)
    return _set(document, looks.EASY if document.easy_read else looks.PRINT)


def large_print(document: Document, points: int) -> bytes:
    """The document set anew with words of 18 or 24 points, black on white.

    Raises: ToolFailed, as `pdf` does; ValueError for another size.
    """
    if points not in SIZES:
        raise ValueError(f"Large print has {SIZES} points, not {points}.")
    return _set(document, looks.large(points))


def _set(document: Document, look: looks.Look) -> bytes:
    data, pictures = pages.told(document, look)
    made = document.made_on
    work = {
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        "pictures": {
            name: base64.b64encode(picture.content).decode()
            for name, picture in pictures.items()
        },
        "made": int(datetime(made.year, made.month, made.day, tzinfo=UTC).timestamp())
        if made
        else 0,
    }
    return press.pressed(json.dumps(work, ensure_ascii=False).encode())
