"""An Easy Read text as one semantic document, which every other format is made from."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from waymark.guidance import linking, pictures
from waymark.guidance import queries as guidance
from waymark.guidance.documents.writing import absolute
from waymark.organisations import queries as organisations
from waymark.routemaps import queries
from waymark.routemaps.easy_read import presenters
from waymark.routemaps.models import EasyReadPage


def easy_read_html(page: EasyReadPage) -> str:
    """The whole text in the vocabulary that `formats` reads; pictures stand inside it.

    It has no day yet (see `documents.writing.dated`). Addresses of our own pages are
    written out in full, so that a copy on paper or in a file still leads here.

    Cost: at most seven queries.
    """
    parts = {
        **everything_said(page, pictures.data_address),
        "website": settings.WEBSITE,
        "address": queries.address(page),
        "area": organisations.authority(),
    }
    html = render_to_string("routemaps/easy_read_document.html", parts)
    return absolute(html, {})


def everything_said(page: EasyReadPage, drawn: presenters.Drawn) -> dict[str, Any]:
    """What the page and the document both say.

    Cost: the ideas, the helpers, the routemap and its steps: four queries, one for
    links, if there are any, and one where the full words have changed.
    """
    places = guidance.places(linking.numbers(presenters.texts(page).values()))
    keys = [idea.helper for idea in page.each_idea if idea.helper]
    helpers = organisations.helpers(keys) if keys else []
    return {
        "page": page,
        "parts": presenters.parts(page, places, helpers, drawn),
        "changed": queries.changed_since(page),
        "stands_behind": presenters.stands_behind(page),
        "full_words": queries.address(page.routemap) if page.routemap else "",
    }
