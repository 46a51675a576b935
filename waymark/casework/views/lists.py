"""Lists of cases, for officers, their managers and settings."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.casework import queries, services
from waymark.casework.forms.lists import FindCaseForm, SaveListForm, WantedForm
from waymark.casework.presenters import lists as presenters
from waymark.people.views.asking import actor_of, posted
from waymark.today import today


@of_record(Part.REQUEST, Ability.READ, child="")
@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """What must be done today, and what breaks next. Cost: see `queries.cases`."""
    actor = actor_of(request)
    wanted = WantedForm(request.GET).wanted()
    listing = queries.cases(actor, wanted)
    chosen = presenters.query_of(wanted)
    context = {
        "listing": listing,
        "form": WantedForm(request.GET, officers=listing.officers),
        "find": FindCaseForm(),
        "saving": SaveListForm(initial={"chosen": chosen}),
        "saved": queries.saved_lists(actor),
        "piles": presenters.piles(listing),
        "table": presenters.cases_table(listing.rows, listing.on),
        "before": presenters.page_address(listing, wanted.number - 1),
        "after": presenters.page_address(listing, wanted.number + 1),
    }
    return render(request, "casework/list.html", context)


@of_record(Part.REQUEST, Ability.READ, child="")
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Cases of a name, a birthday or a reference; who looked is written down.

    Asked for by post, so that nothing about a child stands in an address.
    """
    form = FindCaseForm(posted(request))
    rows = (
        queries.find_cases(actor_of(request), **form.cleaned_data)
        if (form.is_bound and form.is_valid())
        else ()
    )
    context = {
        "form": form,
        "asked": form.is_bound and not form.errors,
        "table": presenters.cases_table(rows, today()),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "casework/find.html", context, status=status)


@of_record(Part.REQUEST, Ability.READ, child="")
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen under a name, for whoever chose it."""
    form = SaveListForm(request.POST)
    if form.is_valid():
        services.save_list(actor=actor_of(request), **form.cleaned_data)
        return redirect(
            f"{reverse('casework:case_list')}?{form.cleaned_data['chosen']}"
        )
    return render(request, "casework/save.html", {"form": form}, status=422)


@of_record(Part.REQUEST, Ability.READ, child="")
@require_POST
def forget(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Forget a list of one's own."""
    services.forget_list(actor=actor_of(request), list_id=list_id)
    return redirect("casework:case_list")
