"""A search as a small list for other people's sites, and how to put it there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.localoffer import search as finder
from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.around import WHY, around
from waymark.localoffer.pages.results import address_of, how_many
from waymark.localoffer.search.asked import from_query, to_query
from waymark.today import today

#: So many things stand in the small list.
SHOWN = 10


@public("because other sites may show the Local Offer to their own readers")
@require_safe
def embed(request: HttpRequest) -> HttpResponse:
    """The small list itself: no form, no script, no cookie. It alone may be framed."""
    asked = from_query(request.GET).but()
    found = finder.search(asked, today())
    parts = {
        "found": found,
        "hits": found.hits[:SHOWN],
        "how_many": how_many(found),
        "website": settings.WEBSITE,
        "whole": f"{settings.WEBSITE}{address_of(asked)}",
    }
    return render(request, "localoffer/embed.html", parts)


@public(WHY)
@require_safe
def embedding(request: HttpRequest) -> HttpResponse:
    """The lines to copy, and what the small list will look like."""
    query = to_query(from_query(request.GET).but())
    address = f"{addresses.EMBED}?{query}" if query else addresses.EMBED
    whole = escape(f"{settings.WEBSITE}{address}")
    title = escape(_("Local Offer"))
    # Plain words, so that the page shows the lines and does not run them.
    code = f'<iframe src="{whole}" title="{title}" width="100%" height="480"></iframe>'
    parts = {**around(request), "code": code, "address": address}
    return render(request, "localoffer/embedding.html", parts)
