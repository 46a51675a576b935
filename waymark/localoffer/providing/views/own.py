"""What a provider sees: their own entries and nobody else's."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.localoffer.assurance import services as assuring
from waymark.localoffer.models import Draft, Service
from waymark.localoffer.providing import policies, presenters, queries, services
from waymark.localoffer.providing.difference import differences, is_small
from waymark.localoffer.providing.forms import NewEntryForm, SendForm
from waymark.localoffer.providing.views.asking import (
    by_code_first,
    of_entry,
    posted,
    said_by,
    status_of,
)
from waymark.localoffer.providing.views.editing import said_of
from waymark.localoffer.queries import proposed, versions
from waymark.localoffer.services import Unfit


@by_code_first
@needs(Permission.EDIT_OWN_SERVICES)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The entries that a provider keeps, and what each wants."""
    actor = request.actor  # type: ignore[attr-defined]
    context = {
        "lines": presenters.lines(queries.own_services(actor)),
        "organisations": queries.kept_organisations(actor),
    }
    return render(request, "localoffer/providing/home.html", context)


@by_code_first
@needs(Permission.EDIT_OWN_SERVICES)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin an entry that is not in the Local Offer yet."""
    actor = request.actor  # type: ignore[attr-defined]
    kept = queries.kept_organisations(actor)
    if not kept:
        return redirect("localoffer:providing")
    form = NewEntryForm(posted(request), organisations=kept)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data.get("organisation") or kept[0].pk
        key = services.begin_entry(
            actor=actor,
            organisation_id=UUID(str(chosen)),
            name=form.cleaned_data["name"],
        )
        return redirect("localoffer:providing-entry", key)
    name = "localoffer/providing/new.html"
    return render(request, name, {"form": form}, status=status_of(form))


@by_code_first
@needs(Permission.EDIT_OWN_SERVICES)
@of_entry
@require_safe
def entry(request: HttpRequest, service: Service) -> HttpResponse:
    """One entry: what it says part by part, what is being written, what is next."""
    draft = queries.draft_of(service)
    context = {
        "service": service,
        "draft": draft,
        **said_of(service),
        "has_changes": draft is not None,
        "may_send": draft is not None and _may_send(request, draft),
        "versions": presenters.version_lines(versions(service.pk)[:10]),
    }
    return render(request, "localoffer/providing/entry.html", context)


def _may_send(request: HttpRequest, draft: Draft) -> bool:
    actor = request.actor  # type: ignore[attr-defined]
    return bool(policies.may_send(actor, draft, queries.kept_by(actor)))


@by_code_first
@needs(Permission.EDIT_OWN_SERVICES)
@of_entry
@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: HttpRequest, service: Service) -> HttpResponse:
    """What changes, field by field, and sending it."""
    draft = queries.draft_of(service)
    if draft is None or not _may_send(request, draft):
        return redirect("localoffer:providing-entry", service.pk)
    form = SendForm(posted(request))
    if request.method == "POST" and form.is_valid() and _sent(request, draft, form):
        return redirect("localoffer:providing-entry", service.pk)
    return _changes(request, service, draft, form)


def _sent(request: HttpRequest, draft: Draft, form: SendForm) -> bool:
    try:
        services.send(
            actor=request.actor,  # type: ignore[attr-defined]
            service_id=draft.pk,
            says=form.cleaned_data["says"],
            confirms=form.cleaned_data["confirms"],
        )
    except Unfit as problem:
        form.add_error(None, said_by(problem))
        return False
    return True


def _changes(
    request: HttpRequest, service: Service, draft: Draft, form: SendForm
) -> HttpResponse:
    before, after = queries.published(service), proposed(draft)
    at_once = policies.may_publish_at_once(
        request.actor,  # type: ignore[attr-defined]
        draft,
        queries.kept_by(request.actor),  # type: ignore[attr-defined]
        trusted=queries.is_trusted(service.organisation_id),
        small=is_small(before, after),
    )
    context = {
        "service": service,
        "form": form,
        "differences": differences(before, after),
        "at_once": bool(at_once),
        "is_new": not before,
    }
    name = "localoffer/providing/changes.html"
    return render(request, name, context, status=status_of(form))


@needs(Permission.EDIT_OWN_SERVICES)
@of_entry
@require_POST
def publish_at_once(request: HttpRequest, service: Service) -> HttpResponse:
    """A trusted provider publishes a small change."""
    if queries.draft_of(service) is not None:
        services.publish_at_once(
            actor=request.actor,  # type: ignore[attr-defined]
            service_id=service.pk,
        )
    return redirect("localoffer:providing-entry", service.pk)


@needs(Permission.EDIT_OWN_SERVICES)
@of_entry
@require_POST
def discard(request: HttpRequest, service: Service) -> HttpResponse:
    """Throw the changes away; what is published stays."""
    services.discard(
        actor=request.actor,  # type: ignore[attr-defined]
        service_id=service.pk,
    )
    if service.published_at is None:
        return redirect("localoffer:providing")
    return redirect("localoffer:providing-entry", service.pk)


@needs(Permission.EDIT_OWN_SERVICES)
@of_entry
@require_POST
def confirm(request: HttpRequest, service: Service) -> HttpResponse:
    """Say that what is published is right today."""
    assuring.confirm(
        actor=request.actor,  # type: ignore[attr-defined]
        service_ids=[service.pk],
    )
    return redirect("localoffer:providing-entry", service.pk)
