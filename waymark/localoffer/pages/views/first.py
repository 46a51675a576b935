"""The first page of the Local Offer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.localoffer import queries
from waymark.localoffer.pages import addresses, slots
from waymark.localoffer.pages.around import WHY, around
from waymark.localoffer.pages.doors import doors
from waymark.localoffer.pages.results import DISTANCES


@public(WHY)
@require_safe
def first(request: HttpRequest) -> HttpResponse:
    """One search, and doors by theme, age, need and kind of help."""
    beside = around(request, first=True)
    held = beside["plan"]
    parts = {
        **beside,
        "kept": [("plan", held.value)] if held.ids else [],
        "all": addresses.SEARCH,
        "distances": DISTANCES,
        "number": queries.listed_services().count(),
        "doors": doors(),
        "ways": slots.ways(),
    }
    return render(request, "localoffer/first.html", parts)
