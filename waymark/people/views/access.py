"""Answering somebody who asks for what is held about a child."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part, Reach
from waymark.people import queries, services
from waymark.people.forms.access import (
    ClearForm,
    DecideForm,
    ExtendForm,
    HoldForm,
    RecordAccessRequestForm,
)
from waymark.people.forms.person import NothingToFill
from waymark.people.models import AccessHold, AccessRequest
from waymark.people.presenters import access as presenters
from waymark.people.presenters.pack import Pack, things_in, without
from waymark.people.presenters.record import address_of
from waymark.people.queries import AccessReview, Record
from waymark.people.views.asking import (
    actor_of,
    asked,
    attempted,
    posted,
    record_to_write,
    way_back,
)
from waymark.people.views.taking import handed_over, offered, pack_of
from waymark.ui.navigation import Breadcrumbs, Crumb

_METHODS = ["GET", "HEAD", "POST"]
_keepers = of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
WHY = "Prepared an answer to an access request"


@_keepers
@require_http_methods(_METHODS)
def requests(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """The requests for what is held about a child, and writing down a new one."""
    record = record_to_write(request, child_id)
    form = RecordAccessRequestForm(posted(request))
    do = partial(
        services.record_access_request, actor=actor_of(request), child_id=child_id
    )
    made = attempted(form, do)
    if made:
        return redirect("people:access_review", child_id, made.pk)
    rows = queries.access_requests_of(actor_of(request), child_id)
    context = {
        "form": form,
        "crumbs": way_back(record),
        "table": presenters.requests_table(child_id, rows),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "people/access_requests.html", context, status=status)


@_keepers
@require_safe
def review(request: HttpRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """One request: its clock, everything it asks for, and what is held back."""
    record, found = _found(request, child_id, request_id)
    things = list(things_in(_pack(request, record)))
    context = {
        "review": found,
        "crumbs": _crumbs(record),
        "facts": presenters.facts(found),
        "table": presenters.things_table(child_id, request_id, things, found),
        "copies": [
            (
                each.title,
                address_of(
                    child_id, "access_copy", request_id=request_id, kind=each.kind.value
                ),
            )
            for each in offered()
        ],
        "actions": presenters.actions(child_id, found),
    }
    return render(request, "people/access_review.html", context)


@_keepers
@require_http_methods(_METHODS)
def clear(request: HttpRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """Since when it is clear who asks."""
    return _one_form(
        request,
        child_id,
        request_id,
        ClearForm(posted(request)),
        services.make_clear,
        title=_("It is clear who asks"),
        says=_("The month to answer runs from this day."),
        button=_("Save"),
    )


@_keepers
@require_http_methods(_METHODS)
def extend(request: HttpRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """Two months more, for a reason."""
    return _one_form(
        request,
        child_id,
        request_id,
        ExtendForm(posted(request)),
        services.extend_access_request,
        title=_("Take two months more"),
        says=_("Possible once, where the request is complex."),
        button=_("Take two months more"),
    )


@_keepers
@require_http_methods(_METHODS)
def hold(
    request: HttpRequest, child_id: UUID, request_id: UUID, item: str
) -> HttpResponse:
    """Hold one thing back until a named person decides."""
    record, _review = _found(request, child_id, request_id)
    things = {each.item: each for each in things_in(_pack(request, record))}
    if item not in things:
        raise Http404
    return _one_form(
        request,
        child_id,
        request_id,
        HoldForm(posted(request)),
        partial(services.hold_back, item=item),
        title=_("Hold back: %s") % things[item].heading,
        says=_("It stays out of the copy until a named person has decided."),
        button=_("Hold it back"),
    )


@_keepers
@require_http_methods(_METHODS)
def decide(
    request: HttpRequest, child_id: UUID, request_id: UUID, hold_id: UUID
) -> HttpResponse:
    """What a named person decided on one thing."""
    return _one_form(
        request,
        child_id,
        request_id,
        DecideForm(posted(request)),
        partial(services.answer_hold, hold_id=hold_id),
        title=_("What was decided"),
        says=_("Whoever asked is told that something is left out, and why in general."),
        button=_("Save"),
    )


@_keepers
@require_http_methods(_METHODS)
def answer(request: HttpRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """Write down that the answer was given today."""
    return _one_form(
        request,
        child_id,
        request_id,
        NothingToFill(posted(request)),
        services.answer_access_request,
        title=_("The answer was given"),
        says=_("Give the copy first, in the format that they asked for."),
        button=_("It was given today"),
    )


@_keepers
@require_safe
def copy(
    request: HttpRequest, child_id: UUID, request_id: UUID, kind: str
) -> HttpResponse:
    """The copy in one format, without what is held back."""
    record, found = _found(request, child_id, request_id)
    because = [str(AccessHold.Because(h.because).label) for h in _held(found)]
    held = without(_pack(request, record), found.withheld, because)
    back = Crumb(
        _("The request"),
        address_of(child_id, "access_review", request_id=request_id),
    )
    return handed_over(request, held, kind, back)


def _held(review: AccessReview) -> list[AccessHold]:
    return [each for item, each in review.holds.items() if item in review.withheld]


def _pack(request: HttpRequest, record: Record) -> Pack:
    return pack_of(request, record, why=WHY)


def _found(
    request: HttpRequest, child_id: UUID, request_id: UUID
) -> tuple[Record, AccessReview]:
    """Raises: access.audit.TurnedAway or NotHere; Http404."""
    record = record_to_write(request, child_id)
    try:
        found = queries.access_review(actor_of(request), child_id, request_id)
    except AccessRequest.DoesNotExist as missing:
        raise Http404 from missing
    return record, found


def _one_form(
    request: HttpRequest,
    child_id: UUID,
    request_id: UUID,
    form: Any,
    do: Callable[..., object],
    **page: Any,
) -> HttpResponse:
    record, _review = _found(request, child_id, request_id)
    doing = partial(
        do,
        actor=actor_of(request),
        child_id=child_id,
        request_id=request_id,
    )
    try:
        if attempted(form, doing):
            return redirect("people:access_review", child_id, request_id)
    except AccessHold.DoesNotExist as missing:
        raise Http404 from missing
    return asked(request, form, crumbs=_crumbs(record), **page)


def _crumbs(record: Record) -> Breadcrumbs:
    child = record.child
    return Breadcrumbs(
        (
            Crumb(child.name, address_of(child.pk)),
            Crumb(_("Requests for a copy"), address_of(child.pk, "access_requests")),
        )
    )
