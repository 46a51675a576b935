"""The editors' screens: the gaps with their owners, and pages to read again."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.localoffer.checklist import presenters, queries, services
from waymark.localoffer.checklist.forms import OwnerForm
from waymark.localoffer.reading import queries as reading
from waymark.localoffer.statutory import BY_KEY
from waymark.today import today


@needs(Permission.EDIT_WORDS)
@require_GET
def checklist(request: HttpRequest) -> HttpResponse:
    """Every heading with its gaps and its owner, and the pages to read again."""
    held = queries.evidence()
    stale = reading.unchecked_since(today() - timedelta(days=reading.STALE_AFTER))
    parts = {
        **_titled(_("Local Offer checklist")),
        "headings": presenters.shown(held),
        "tally": presenters.tally(held),
        "stale": stale,
    }
    return render(request, "localoffer/checklist/editing/checklist.html", parts)


@needs(Permission.EDIT_WORDS)
@require_http_methods(["GET", "POST"])
def owner(request: HttpRequest, key: str) -> HttpResponse:
    """Set who answers for one heading."""
    heading = BY_KEY.get(key)
    if heading is None:
        raise Http404
    held = queries.owner_of(key)
    first = {"who": held.who, "plan": held.plan} if held else None
    sent = request.POST if request.method == "POST" else None
    form = OwnerForm(sent, initial=first)
    if sent is not None and form.is_valid():
        services.set_owner(key, **form.cleaned_data)
        return redirect("local_offer_checklist")
    parts = {**_titled(heading.name), "heading": heading, "form": form}
    status = 422 if form.errors else 200
    template = "localoffer/checklist/editing/owner.html"
    return render(request, template, parts, status=status)


def _titled(title: str) -> dict[str, str]:
    return {"page_title": title, "header_title": title, "header_icon": "tasks"}
