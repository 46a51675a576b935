"""The checklist as anybody may read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.access.guard import public
from waymark.guidance.documents import panel
from waymark.guidance.serving import PUBLIC_FOR
from waymark.localoffer.checklist import presenters, queries
from waymark.localoffer.checklist.addresses import CHECKLIST
from waymark.localoffer.reading.addresses import OFFER
from waymark.ui.navigation import Breadcrumbs, Crumb

CRUMBS = (Crumb(_("Home"), "/"), Crumb(_("Local Offer"), OFFER))


@public("because families may see what the Local Offer must hold and what it lacks")
@require_GET
def checklist(request: HttpRequest) -> HttpResponse:
    """Every heading of the law: what is published, what is missing, who answers."""
    held = queries.evidence()
    parts = {
        "headings": presenters.shown(held),
        "tally": presenters.tally(held),
        "crumbs": Breadcrumbs(CRUMBS),
        "take_away": panel.on(request, CHECKLIST),
    }
    answer = render(request, "localoffer/checklist/checklist.html", parts)
    patch_cache_control(answer, public=True, max_age=PUBLIC_FOR)
    return answer
