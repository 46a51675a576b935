"""A document as Markdown: headings, lists, links and pipe tables that people can read.

Pandoc writes it from our semantic HTML. What Markdown has no mark for is said in
words first: what a short form stands for, a table's caption, a picture. A table whose
cells hold lists or breaks stays an HTML table, as Markdown allows.
"""

import json
import re

from django.utils.translation import gettext as _

from waymark.formats.document import Document
from waymark.formats.office import pandoc
from waymark.formats.semantic import blocks

_SHORT = re.compile(r'<abbr title="([^"]*)">(.*?)</abbr>', re.DOTALL)
_CAPTION = re.compile(r"<table>\s*<caption>(.*?)</caption>", re.DOTALL)
_PICTURE = re.compile(r"!\[((?:[^\]\\]|\\.)*)\]\(data:[^)]*\)")


def markdown(document: Document) -> bytes:
    """The document as GitHub's Markdown in UTF-8, with title and language in front.

    Raises: ToolFailed if Pandoc fails.
    """
    said = _CAPTION.sub(r"<p><strong>\1</strong></p><table>", blocks(document.blocks))
    said = _SHORT.sub(r"\2 (\1)", said)
    made = pandoc.converted(
        said.encode(), "gfm", "--wrap=none", source=pandoc.PLAIN_HTML
    ).decode()
    made = _PICTURE.sub(lambda found: _("*[Picture: %s]*") % found[1], made)
    return f"{_front(document)}\n{made}".encode()


def _front(document: Document) -> str:
    """What is known about the document, in the form that Markdown's tools read."""
    known = {
        "title": document.title,
        "lang": document.language.tag,
        "date": document.made_on.isoformat() if document.made_on else "",
        "source": document.address,
        "author": document.publisher,
        "note": document.stands_behind,
    }
    lines = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in known.items()
        if value
    ]
    return "\n".join(["---", *lines, "---", ""])
