"""Answering one part of an entry, the same for its provider and the team."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.localoffer import queries as offer
from waymark.localoffer.assurance import queries as assurance
from waymark.localoffer.assurance import saying
from waymark.localoffer.models import Draft, Service
from waymark.localoffer.pages.addresses import of_service
from waymark.localoffer.providing import presenters, queries, services
from waymark.localoffer.providing.forms import Part, PartForm, part
from waymark.localoffer.providing.views.asking import (
    by_code_first,
    of_entry,
    posted,
    said_by,
    status_of,
)
from waymark.localoffer.queries import proposed
from waymark.localoffer.services import Unfit


@by_code_first
@needs(Permission.EDIT_OWN_SERVICES)
@of_entry
@require_http_methods(["GET", "HEAD", "POST"])
def own_part(request: HttpRequest, service: Service, key: str) -> HttpResponse:
    """A provider answers a part of an entry they keep."""
    return _part(request, service, key, back="localoffer:providing-entry")


@needs(Permission.KEEP_LOCAL_OFFER)
@of_entry
@require_http_methods(["GET", "HEAD", "POST"])
def any_part(request: HttpRequest, service: Service, key: str) -> HttpResponse:
    """The team answers a part of any entry."""
    return _part(request, service, key, back="localoffer:keeping-entry")


def written_of(service: Service) -> dict[str, Any]:
    """The record as it would be published, or as it is."""
    draft = queries.draft_of(service)
    return proposed(draft) if draft else queries.newest(service)


def said_of(service: Service) -> dict[str, Any]:
    """What both screens of an entry say of it. Cost: five queries at most.

    `page` is where families see it, and empty while they do not.
    """
    assured = assurance.assured(service)
    run_by = service.organisation.name if service.organisation else ""
    return {
        "page": of_service(service.pk) if offer.service(service.pk) else "",
        "line": presenters.lines([service])[0],
        "assured": assured,
        "confirmed": saying.confirmed(assured, run_by),
        "faults": assurance.faults_of([service.pk]),
        "parts": presenters.parts_shown(written_of(service)),
    }


def _part(request: HttpRequest, service: Service, key: str, back: str) -> HttpResponse:
    asked = part(key)
    if asked is None:
        raise Http404
    record = written_of(service)
    form = asked.form(posted(request), record=record)
    if request.method == "POST" and form.is_valid() and _kept(request, service, form):
        return redirect(back, service.pk)
    return _shown(request, service, asked, form, back)


def _kept(request: HttpRequest, service: Service, form: PartForm) -> bool:
    """Keep the answers; False, with the words on the form, if they cannot be kept."""
    try:
        services.save(
            actor=request.actor,  # type: ignore[attr-defined]
            service_id=service.pk,
            given=form.cleaned_data,
        )
    except Unfit as problem:
        form.add_error(None, said_by(problem))
        return False
    return True


def _shown(
    request: HttpRequest, service: Service, asked: Part, form: PartForm, back: str
) -> HttpResponse:
    draft = queries.draft_of(service)
    context = {
        "service": service,
        "part": asked,
        "form": form,
        "back": back,
        "takes_back": draft is not None
        and draft.state in (Draft.State.SENT, Draft.State.APPROVED),
    }
    name = "localoffer/providing/part.html"
    return render(request, name, context, status=status_of(form))
