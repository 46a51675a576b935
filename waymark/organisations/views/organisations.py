"""The list of organisations, one of them, and a new one."""

from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.organisations import presenters, queries, services, slots
from waymark.organisations.forms import BeginOrganisationForm, FindForm
from waymark.organisations.views.asking import (
    asked,
    attempted,
    organisation_or_404,
    posted,
    way_back,
)
from waymark.today import today


@needs(Permission.MANAGE_ORGANISATIONS)
@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """Organisations by name, a page at a time. Cost: two queries."""
    form = FindForm(request.GET)
    form.is_valid()
    # What can be read is looked for, also beside something that cannot.
    said = form.cleaned_data
    words, kind = said.get("words", ""), said.get("kind", "")
    page = queries.listed(
        request.actor,  # type: ignore[attr-defined]
        kind=kind,
        words=words,
        number=said.get("page") or 1,
    )
    asked_for = {name: said[name] for name in ("words", "kind") if said.get(name)}
    context = {
        "form": form,
        "page": page,
        "table": presenters.list_of(page.rows),
        "before": _page_of(asked_for, page.number - 1) if page.number > 1 else "",
        "after": _page_of(asked_for, page.number + 1) if page.number < page.of else "",
    }
    return render(request, "organisations/list.html", context)


def _page_of(asked_for: dict[str, str], number: int) -> str:
    return "?" + urlencode({**asked_for, "page": number})


@needs(Permission.MANAGE_ORGANISATIONS)
@require_safe
def one(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """What is known of an organisation, and who does what there. Cost: six queries."""
    organisation = organisation_or_404(organisation_id)
    setting = getattr(organisation, "setting", None)
    day = today()
    posts = queries.posts_at(organisation_id, day)
    teams = queries.teams_of(organisation_id, day)
    context = {
        "organisation": organisation,
        "crumbs": way_back(),
        "facts": presenters.facts(
            organisation,
            organisation.former_names.all(),
            queries.predecessors(setting) if setting else (),
            queries.successors(setting) if setting else (),
        ),
        "posts": presenters.posts_table(organisation_id, posts, slots.people()),
        "teams": presenters.teams_table(organisation_id, teams),
    }
    return render(request, "organisations/one.html", context)


@needs(Permission.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Record an organisation that no register names."""
    form = BeginOrganisationForm(posted(request))
    do = partial(
        services.begin_organisation,
        actor=request.actor,  # type: ignore[attr-defined]
    )
    made = attempted(form, do)
    if made:
        return redirect("organisations:one", made.pk)
    return asked(
        request,
        form,
        title=_("Add an organisation"),
        crumbs=way_back(),
        says=_("Schools and other settings come from the register."),
        button=_("Add this organisation"),
    )
