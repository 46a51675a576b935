"""The first page of the Local Offer."""

from itertools import groupby

from django.core.paginator import Paginator
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
        "all": addresses.ALL,
        "distances": DISTANCES,
        "number": queries.listed_services().count(),
        "doors": doors(),
        "ways": slots.ways(),
    }
    return render(request, "localoffer/first.html", parts)


#: So many names stand on one page of the whole list.
NAMES_ON_A_PAGE = 500


@public(WHY)
@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Every service by its name, from A to Z, a few hundred on a page."""
    pages = Paginator(queries.listed_services(), NAMES_ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    letters = groupby(page.object_list, key=lambda service: service.name[:1].upper())
    parts = {
        **around(request),
        "page": page,
        "number": pages.count,
        "letters": [(letter, list(held)) for letter, held in letters],
    }
    return render(request, "localoffer/all.html", parts)
