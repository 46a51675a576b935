"""One web page in one file: for print, for saving, for opening without the internet.

Its look is inside it, it fetches nothing and runs nothing. Letters are set in what
the reader's machine has, so that the file stays small enough to send.
"""

import functools
from html import escape
from pathlib import Path

from django.utils.translation import gettext as _

from waymark.formats.copies import copy_made_on
from waymark.formats.document import Document
from waymark.formats.semantic import blocks, metas, spoken

_LOOK = Path(__file__).with_name("whole_page.css")
#: Nothing may be fetched or run, whatever a browser thinks of the file.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(document: Document) -> bytes:
    """The document as one HTML file in UTF-8."""
    said = blocks(document.blocks).replace("<table>", '<div class="sideways"><table>')
    said = said.replace("</table>", "</table></div>")
    return (
        f"<!doctype html>\n<html{spoken(document.language)}>\n<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(document.title)}</title>\n{metas(document)}"
        f"<style>\n{_look()}</style>\n</head>\n<body>\n<main>\n{said}\n</main>\n"
        f"{_foot(document)}</body>\n</html>\n"
    ).encode()


@functools.cache
def _look() -> str:
    return _LOOK.read_text(encoding="utf-8")


def _foot(document: Document) -> str:
    """Where the newest version is, when this one was made, and who stands behind it."""
    lines = [escape(document.stands_behind)] if document.stands_behind else []
    lines += [copy_made_on(document.made_on)] if document.made_on else []
    if document.address:
        address = escape(document.address)
        newest = _("The newest version is at %s.") % (
            f'<a href="{address}">{address}</a>'
        )
        lines.append(newest)
    said = "\n".join(f"<p>{line}</p>" for line in lines)
    return f"<footer>\n{said}\n</footer>\n" if said else ""
