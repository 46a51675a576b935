"""Who keeps which organisation, and inviting somebody to."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.localoffer.models import Organisation, Provider
from waymark.localoffer.providing import queries, services
from waymark.localoffer.providing.forms import InviteForm
from waymark.messages import carriers

TEAM = Permission.KEEP_LOCAL_OFFER


@needs(TEAM)
@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Every organisation, or those whose name holds what was typed."""
    name = request.GET.get("name", "").strip()
    context = {
        "name": name,
        "found": queries.organisations_named(
            request.actor,  # type: ignore[attr-defined]
            name,
        ),
        "most": queries.SHOWN_AT_MOST,
    }
    return render(request, "localoffer/keeping/organisations.html", context)


@needs(TEAM)
@require_safe
def organisation(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """One organisation: its people, its entries, whether it is trusted."""
    return _organisation(request, organisation_id, InviteForm())


def _organisation(
    request: HttpRequest, organisation_id: UUID, form: InviteForm, link: str = ""
) -> HttpResponse:
    found = _found(request, organisation_id)
    context = {
        "organisation": found,
        "is_trusted": hasattr(found, "trust"),
        "people": queries.people_of(organisation_id),
        "services": found.services.defer("document", "words"),
        "form": form,
        # Where mail reaches people, nobody else needs to see what opens an account.
        "link": "" if carriers.reaches_people() else link,
        "is_sent": bool(link),
    }
    status = 422 if form.errors else 200
    name = "localoffer/keeping/organisation.html"
    return render(request, name, context, status=status)


def _found(request: HttpRequest, organisation_id: UUID) -> Organisation:
    found = queries.organisation(
        request.actor,  # type: ignore[attr-defined]
        organisation_id,
    )
    if found is None:
        raise Http404
    return found


@needs(TEAM)
@require_POST
def invite(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Invite somebody to keep this organisation's entries."""
    _found(request, organisation_id)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _organisation(request, organisation_id, form)
    link = services.invite_provider(
        actor=request.actor,  # type: ignore[attr-defined]
        organisation_id=organisation_id,
        email=form.cleaned_data["email"],
    )
    return _organisation(request, organisation_id, InviteForm(), link)


@needs(TEAM)
@require_POST
def trust(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Give or take trust, as the button says."""
    _found(request, organisation_id)
    change = services.give_trust if "give" in request.POST else services.take_trust
    change(
        actor=request.actor,  # type: ignore[attr-defined]
        organisation_id=organisation_id,
    )
    return redirect("localoffer:keeping-organisation", organisation_id)


@needs(TEAM)
@require_POST
def end_keeping(
    request: HttpRequest, organisation_id: UUID, provider_id: int
) -> HttpResponse:
    """Have somebody keep this organisation no longer."""
    try:
        services.end_keeping(
            actor=request.actor,  # type: ignore[attr-defined]
            organisation_id=organisation_id,
            provider_id=provider_id,
        )
    except Provider.DoesNotExist as missing:
        raise Http404 from missing
    return redirect("localoffer:keeping-organisation", organisation_id)
