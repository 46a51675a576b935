"""Writes a document: the semantic HTML that every format is made from.

A document is no page with its navigation taken away. It has templates of its own, in
the vocabulary that `formats.reading` understands, and holds nothing of who asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from waymark.organisations import queries as organisations

_OWN_LINK = re.compile(r'href="(/(?!/)[^"]*)"')
_UNDATED = '<meta name="made-on" content="">'


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself. `address` is the path of the page it is of."""

    title: str
    address: str
    stands_behind: str = ""
    chapters_from: int = 2
    sheet: bool = False


def written(
    template: str,
    head: Head,
    parts: Mapping[str, Any],
    inside: Mapping[str, str] | None = None,
) -> str:
    """The whole document, without the day it was made (see `dated`).

    `inside` gives for the address of a page the id of the part of this document that
    holds its words, so that a link leads there and not out of the document.

    Cost: one query.
    """
    context = {
        **parts,
        "head": head,
        "area": organisations.authority(),
        "website": settings.WEBSITE,
    }
    return absolute(render_to_string(template, context), inside or {})


def absolute(html: str, inside: Mapping[str, str]) -> str:
    """The HTML with every link of our own leading somewhere from any place."""

    def whole(link: re.Match[str]) -> str:
        path = link.group(1)
        here = inside.get(path)
        return f'href="#{here}"' if here else f'href="{settings.WEBSITE}{path}"'

    return _OWN_LINK.sub(whole, html)


def dated(html: str, made_on: date) -> str:
    """The document with the day on which it is made.

    The day stands apart from the words, so that the same words are made once and not
    again each morning.
    """
    said = f'<meta name="made-on" content="{made_on.isoformat()}">'
    return html.replace(_UNDATED, said, 1)
