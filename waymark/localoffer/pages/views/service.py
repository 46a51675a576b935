"""The page of one service."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.guidance.documents import panel
from waymark.localoffer import queries
from waymark.localoffer.assurance.queries import assured
from waymark.localoffer.pages import slots
from waymark.localoffer.pages.around import WHY, around
from waymark.localoffer.pages.json_ld import json_ld
from waymark.localoffer.pages.map import area_map
from waymark.localoffer.pages.queries import places_of, terms_borne
from waymark.localoffer.pages.saying.service import shown


@public(WHY)
@require_safe
def service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Everything that helps a family to decide and to start."""
    found = queries.service(service_id)
    if found is None:
        raise Http404
    terms = terms_borne([service_id])[service_id]
    places = places_of([service_id])[service_id]
    told = shown(found, terms, places, assured(found))
    numbered = [(n, where.position) for n, where in enumerate(told.where, start=1)]
    parts = {
        **around(request),
        "shown": told,
        "map": area_map(numbered),
        "json_ld": json_ld(told),
        "beside": slots.beside(found),
        "canonical": f"{settings.WEBSITE}{told.address}",
        "take_away": panel.on(request, told.address),
    }
    return render(request, "localoffer/service.html", parts)
