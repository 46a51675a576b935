"""Results: of a search, of one door, and suggestions while somebody types."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.finding import counting
from waymark.localoffer import search as finder
from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.around import WHY, around
from waymark.localoffer.pages.doors import door_at
from waymark.localoffer.pages.results import (
    DISTANCES,
    ResultsShown,
    address_of,
    how_many,
    typed,
)
from waymark.localoffer.search.asked import Asked, from_query
from waymark.localoffer.search.found import Found
from waymark.today import today

#: No more is read of what somebody types while they type.
TYPED_AT_MOST = 100


@public(WHY)
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What a search finds. Everything asked is in the address; words are counted."""
    asked = from_query(request.GET)
    if asked.near and not asked.words:
        # Without words nothing is better than anything else, but some things are near.
        asked = replace(asked, sort="nearest")
    return _shown(request, asked, {"title": asked.words}, count=True)


@public(WHY)
@require_safe
def door(request: HttpRequest, key: str, term: str) -> HttpResponse:
    """Everything for one need, age, kind of help or theme, at an address of its own."""
    found = door_at(key, term)
    if found is None:
        raise Http404
    asked = replace(found.asked, page=from_query(request.GET).page)
    return _shown(request, asked, {"title": found.title, "door": found})


def _shown(
    request: HttpRequest, asked: Asked, parts: dict[str, Any], *, count: bool = False
) -> HttpResponse:
    beside = around(request)
    found = finder.search(asked, today())
    if count:
        _count(found)
    shown = ResultsShown(found, beside["plan"], typed(asked, request.GET))
    parts = {
        **beside,
        **parts,
        "shown": shown,
        "how_many": how_many(found),
        "map": shown.map,
        "distances": DISTANCES,
        "feed": f"{addresses.SEARCH}feed.atom?{shown.query}",
    }
    return render(request, "localoffer/results.html", parts)


def _count(found: Found) -> None:
    """Count what was searched for in words, once and before anybody narrows it.

    A search that is narrowed is one that was counted before, and where it finds nothing
    its words are not to blame.
    """
    asked = found.asked
    if asked.words and asked.page == 1 and not asked.narrowed and not found.asleep:
        counting.count(asked.words, found.count)


@public(WHY)
@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Words and things that begin so, for a small script. What is typed is not kept."""
    words = request.GET.get("q", "")[:TYPED_AT_MOST]
    found = finder.suggestions(words) if words.strip() else ()
    return JsonResponse(
        {
            "suggestions": [
                {
                    "words": each.words,
                    "kind": each.kind_words,
                    "address": each.address or address_of(each.asked or Asked()),
                }
                for each in found
            ]
        }
    )
