"""What the team sees: what waits, each entry with its history, and deciding."""

from uuid import UUID

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
from waymark.localoffer.assurance import queries as assurance
from waymark.localoffer.assurance import services as assuring
from waymark.localoffer.models import Draft, Service, ServiceVersion
from waymark.localoffer.providing import policies, presenters, queries, services
from waymark.localoffer.providing.difference import differences
from waymark.localoffer.providing.forms import (
    ApproveForm,
    ReturnForm,
    SendForm,
    ShowBetweenForm,
)
from waymark.localoffer.providing.views.asking import entry_or_404, posted, said_by
from waymark.localoffer.providing.views.editing import said_of
from waymark.localoffer.queries import proposed, version, versions
from waymark.localoffer.services import Unfit

TEAM = Permission.KEEP_LOCAL_OFFER


@needs(TEAM)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the team, and how true the directory is."""
    actor = request.actor  # type: ignore[attr-defined]
    name = request.GET.get("name", "").strip()
    context = {
        "waiting": queries.waiting(actor),
        "approved": queries.approved(actor),
        "at_once": queries.published_at_once(actor),
        "numbers": presenters.numbers_shown(assurance.numbers(actor)),
        "nobody_to_ask": assurance.nobody_to_ask(actor),
        "faults": len(assurance.faults(actor)),
        "name": name,
        "found": queries.services_named(actor, name) if name else [],
    }
    return render(request, "localoffer/keeping/home.html", context)


@needs(TEAM)
@require_safe
def entry(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """One entry with its parts, its history and the days between which it shows."""
    service = entry_or_404(request, service_id)
    days = {"first": service.visible_from, "last": service.visible_until}
    return _entry(request, service, ShowBetweenForm(initial=days))


def _entry(
    request: HttpRequest, service: Service, form: ShowBetweenForm
) -> HttpResponse:
    draft = queries.draft_of(service)
    context = {
        "service": service,
        "draft": draft,
        **said_of(service),
        "versions": presenters.version_lines(versions(service.pk)),
        "form": form,
        "mine": draft is not None and draft.by == request.actor.account_id,  # type: ignore[attr-defined]
        "to_send": draft is not None and draft.state not in SENT,
    }
    status = 422 if form.errors else 200
    return render(request, "localoffer/keeping/entry.html", context, status=status)


SENT = (Draft.State.SENT, Draft.State.APPROVED)


@needs(TEAM)
@require_POST
def show_between(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Set the first and last day of an entry."""
    service = entry_or_404(request, service_id)
    form = ShowBetweenForm(request.POST)
    if not form.is_valid():
        return _entry(request, service, form)
    services.show_between(
        actor=request.actor,  # type: ignore[attr-defined]
        service_id=service_id,
        first=form.cleaned_data["first"],
        last=form.cleaned_data["last"],
    )
    return redirect("localoffer:keeping-entry", service_id)


@needs(TEAM)
@require_POST
def confirm(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Say for the team that what is published is right today."""
    entry_or_404(request, service_id)
    assuring.confirm(
        actor=request.actor,  # type: ignore[attr-defined]
        service_ids=[service_id],
    )
    return redirect("localoffer:keeping-entry", service_id)


@needs(TEAM)
@require_POST
def send(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Send what somebody of the team wrote, for somebody else to approve."""
    service = entry_or_404(request, service_id)
    form = SendForm(request.POST)
    draft = queries.draft_of(service)
    if draft is not None and form.is_valid() and draft.state not in SENT:
        services.send(
            actor=request.actor,  # type: ignore[attr-defined]
            service_id=service_id,
            says=form.cleaned_data["says"],
        )
    return redirect("localoffer:keeping-entry", service_id)


@needs(TEAM)
@require_POST
def discard(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Throw away what is being written; an entry never published goes with it."""
    service = entry_or_404(request, service_id)
    services.discard(
        actor=request.actor,  # type: ignore[attr-defined]
        service_id=service_id,
    )
    if service.published_at is None:
        return redirect("localoffer:keeping")
    return redirect("localoffer:keeping-entry", service_id)


SENT_ANEW = _(
    "It was changed and sent again after you opened this page. Read what changes now, "
    "and approve it then."
)


@needs(TEAM)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """What was sent, field by field; approve it, now or for a day."""
    draft = _sent_or_404(request, service_id)
    form = ApproveForm(posted(request))
    if request.method == "POST" and form.is_valid() and _approved(request, draft, form):
        return redirect("localoffer:keeping")
    return _review(request, draft, form, ReturnForm())


def _sent_or_404(request: HttpRequest, service_id: UUID) -> Draft:
    draft = queries.draft_of(entry_or_404(request, service_id))
    if draft is None or draft.state not in SENT:
        raise Http404
    return draft


def _approved(request: HttpRequest, draft: Draft, form: ApproveForm) -> bool:
    try:
        services.approve(
            actor=request.actor,  # type: ignore[attr-defined]
            service_id=draft.pk,
            read=request.POST.get("read", ""),
            on=form.cleaned_data["on"],
            note=form.cleaned_data["note"],
        )
    except Unfit as problem:
        form.add_error(None, said_by(problem))
    except services.SentAnew:
        form.add_error(None, SENT_ANEW)
    return not form.errors


@needs(TEAM)
@require_POST
def give_back(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Give what was sent back with the reason."""
    draft = _sent_or_404(request, service_id)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _review(request, draft, ApproveForm(), form)
    services.give_back(
        actor=request.actor,  # type: ignore[attr-defined]
        service_id=service_id,
        reason=form.cleaned_data["reason"],
    )
    return redirect("localoffer:keeping")


def _review(
    request: HttpRequest, draft: Draft, approving: ApproveForm, giving: ReturnForm
) -> HttpResponse:
    service = draft.service
    before, after = queries.published(service), proposed(draft)
    newest = versions(service.pk).first()
    context = {
        "service": service,
        "draft": draft,
        "writer": queries.writer_of(draft),
        "differences": differences(before, after),
        "is_new": not before,
        "changed_meanwhile": newest is not None and newest.number != draft.based_on,
        "may_approve": policies.may_approve(
            request.actor,  # type: ignore[attr-defined]
            draft,
        ),
        "approving": approving,
        "giving": giving,
        "form": approving if approving.errors else giving,
    }
    status = 422 if approving.errors or giving.errors else 200
    return render(request, "localoffer/keeping/review.html", context, status=status)


@needs(TEAM)
@require_safe
def compare(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Two versions of an entry, field by field. A number that is none is not found."""
    service = entry_or_404(request, service_id)
    older, newer = (_version(request, service_id, end) for end in ("from", "to"))
    context = {
        "service": service,
        "older": older,
        "newer": newer,
        "differences": differences(older.document, newer.document),
    }
    return render(request, "localoffer/keeping/compare.html", context)


def _version(request: HttpRequest, service_id: UUID, end: str) -> ServiceVersion:
    said = request.GET.get(end, "")
    found = version(service_id, int(said)) if _is_number(said) else None
    if found is None:
        raise Http404
    return found


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) < 9


@needs(TEAM)
@require_POST
def restore(request: HttpRequest, service_id: UUID, number: int) -> HttpResponse:
    """Publish an older version again."""
    entry_or_404(request, service_id)
    try:
        services.restore(
            actor=request.actor,  # type: ignore[attr-defined]
            service_id=service_id,
            number=number,
        )
    except ServiceVersion.DoesNotExist as missing:
        raise Http404 from missing
    return redirect("localoffer:keeping-entry", service_id)
