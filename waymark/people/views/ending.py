"""Keeping a record longer, and ending one that was kept long enough."""

from functools import partial
from uuid import UUID

from django.contrib import messages as notices
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part, Reach
from waymark.people import queries, services
from waymark.people.forms.ending import HoldForm
from waymark.people.models import RecordHold
from waymark.people.presenters import ending as presenters
from waymark.people.views.asking import (
    actor_of,
    attempted,
    posted,
    record_to_write,
    way_back,
)

_keepers = of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
_two_people = of_record(
    Part.ADMIN,
    Ability.MANAGE,
    child="",
    when="in a post that ends records, with another",
)


@_keepers
@require_http_methods(["GET", "HEAD", "POST"])
def holds(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Why a record is kept longer, and a new reason."""
    record = record_to_write(request, child_id)
    form = HoldForm(posted(request))
    do = partial(services.hold_record, actor=actor_of(request), child_id=child_id)
    if attempted(form, do):
        return redirect("people:holds", child_id)
    context = {
        "form": form,
        "crumbs": way_back(record),
        "holds": queries.holds_of(actor_of(request), child_id),
        "child": record.child,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "people/holds.html", context, status=status)


@_keepers
@require_POST
def let_go(request: HttpRequest, child_id: UUID, hold_id: UUID) -> HttpResponse:
    """A reason does not stand any more."""
    try:
        services.end_hold(actor=actor_of(request), child_id=child_id, hold_id=hold_id)
    except RecordHold.DoesNotExist as missing:
        raise Http404 from missing
    return redirect("people:holds", child_id)


@_two_people
@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """Records that were kept long enough, and the certificates of those that went."""
    actor = actor_of(request)
    context = {
        "due": presenters.due_table(queries.records_due(actor)),
        "ended": presenters.ended_table(queries.ended_records(actor)),
    }
    return render(request, "people/records_due.html", context)


@_two_people
@require_safe
def one(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """One record that was kept long enough, and what may be done."""
    row = _due(request, child_id)
    context = {
        "row": row,
        "facts": presenters.facts(row),
        "is_first": row.proposed_by == actor_of(request).account_id,
    }
    return render(request, "people/record_due.html", context)


@_two_people
@require_POST
def propose(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Say, as the first of two, that a record may go."""
    _due(request, child_id)
    try:
        services.propose_ending(actor=actor_of(request), child_id=child_id)
    except services.Refused as problem:
        notices.error(request, problem.says)
    return redirect("people:record_due", child_id)


@_two_people
@require_POST
def end(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """End a record for good, as the second of two."""
    _due(request, child_id)
    try:
        services.end_record(actor=actor_of(request), child_id=child_id)
    except services.Refused as problem:
        notices.error(request, problem.says)
        return redirect("people:record_due", child_id)
    notices.success(request, _("The record has ended. Its certificate is below."))
    return redirect("people:records_due")


def _due(request: HttpRequest, child_id: UUID) -> queries.DueRecord:
    try:
        return queries.record_due(actor_of(request), child_id)
    except LookupError as missing:
        raise Http404 from missing
