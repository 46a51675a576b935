"""What editors see of the counts, and where they teach the search a wording."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.localoffer.measures import queries, services
from waymark.localoffer.measures.forms import MeaningForm
from waymark.localoffer.measures.presenters import formats, pages, totals
from waymark.localoffer.models.measure import Used
from waymark.localoffer.pages.addresses import SERVICES
from waymark.today import today
from waymark.ui.navigation import Breadcrumbs, Crumb

EDITING = Crumb(_("Editing"), "/editing/")
MEASURES = Crumb(_("What is used"), "/editing/measures/")
#: What the screen looks back on.
LOOKS_BACK = timedelta(days=90)


@needs(Permission.READ_FEEDBACK)
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Searches, those in vain, pages, services and formats of the last months."""
    actor = request.actor  # type: ignore[attr-defined]
    services.write_down()
    since = today() - LOOKS_BACK
    used = Used.PAGE
    parts = {
        "since": since,
        "totals": totals(queries.most_used(actor, Used.SEARCH, since)),
        "in_vain": queries.in_vain(actor, since),
        "searches": queries.searches(actor, since),
        "meanings": queries.meanings(actor),
        "pages": pages(queries.most_used(actor, used, since, apart_from=SERVICES)),
        "services": pages(queries.most_used(actor, used, since, under=SERVICES)),
        "formats": formats(queries.most_used(actor, Used.FORMAT, since)),
        "kept_months": services.KEEP.days // 30,
        "crumbs": Breadcrumbs((EDITING,)),
    }
    return render(request, "localoffer/measures/measures.html", parts)


@needs(Permission.EDIT_WORDS)
@require_http_methods(["GET", "HEAD", "POST"])
def teach(request: HttpRequest, mark: str) -> HttpResponse:
    """Say what some words mean that found nothing, or set them aside."""
    actor = request.actor  # type: ignore[attr-defined]
    held = queries.readable_words(actor, mark)
    if held is None:
        raise Http404
    if "set-aside" in request.POST:
        services.set_aside(actor, mark)
        return redirect("measures")
    form = MeaningForm(request.POST or None, words=held.words)
    if request.method != "POST" or not form.is_valid():
        parts = {
            "held": held,
            "form": form,
            "crumbs": Breadcrumbs((EDITING, MEASURES)),
        }
        status = 422 if form.errors else 200
        return render(request, "localoffer/measures/teach.html", parts, status=status)
    services.add_meaning(actor, mark, form.cleaned_data["means"])
    return redirect("measures")


@needs(Permission.EDIT_WORDS)
@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Let the search forget a wording."""
    services.take_back_meaning(request.actor, number)  # type: ignore[attr-defined]
    return redirect("measures")
