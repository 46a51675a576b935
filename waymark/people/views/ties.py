"""Who works with a child, whom the family lets in, and what is kept from whom."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part, Reach
from waymark.organisations import slots as organisations
from waymark.people import policies, queries, services
from waymark.people.forms.person import (
    AssignForm,
    CapacityForm,
    KeepAddressForm,
    KeepFromForm,
    NothingToFill,
    SupporterForm,
)
from waymark.people.models import SupporterInvitation
from waymark.people.presenters import record as presenters
from waymark.people.queries import Record
from waymark.people.services import Assessment
from waymark.people.views.asking import (
    SAVE,
    actor_of,
    asked,
    attempted,
    posted,
    record_to_write,
    require_of,
    way_back,
)

_METHODS = ["GET", "HEAD", "POST"]


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def assign(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Ask somebody to work with a child."""
    record = record_to_write(request, child_id)
    form = AssignForm(posted(request), people=organisations.people())
    do = partial(services.assign, actor=actor_of(request), child_id=child_id)
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Add somebody to the team"),
        says=_("They see what their role sees, as long as they hold a post in it."),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def end_assignment(
    request: HttpRequest, child_id: UUID, assignment_id: UUID
) -> HttpResponse:
    """End somebody's work with a child, today."""
    record = record_to_write(request, child_id)
    held = [row for row in record.team if row.assignment_id == assignment_id]
    if not held:
        raise Http404
    form = NothingToFill(posted(request))
    do = partial(
        services.end_assignment,
        actor=actor_of(request),
        child_id=child_id,
        assignment_id=assignment_id,
    )
    if attempted(form, do):
        return redirect("people:list")
    return asked(
        request,
        form,
        record=record,
        title=_("End the work of %s with this child") % held[0].name,
        says=_("From today on they see the record no more."),
        button=_("End it"),
        is_ending=True,
    )


def _record_to_let_in(request: HttpRequest, child_id: UUID) -> Record:
    """The record, for those of the family who may let supporters in.

    Raises: access.audit.TurnedAway or NotHere.
    """
    record = queries.record_of(actor_of(request), child_id, why="Looked at supporters")
    held = record.standing
    decision = policies.may_invite_supporter(held.ties, held.at)
    require_of(request, child_id, Part.PERSON, decision)
    return record


@of_record(Part.PERSON, Ability.READ, when="as a parent or the young person")
@require_http_methods(_METHODS)
def supporters(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Whom the family lets in, and letting somebody in."""
    record = _record_to_let_in(request, child_id)
    form = SupporterForm(posted(request))
    do = partial(services.invite_supporter, actor=actor_of(request), child_id=child_id)
    if attempted(form, do):
        return redirect("people:supporters", child_id)
    held = queries.supporters_of(record.standing)
    context = {
        "form": form,
        "crumbs": way_back(record),
        "held": held,
        "table": presenters.supporters_table(child_id, held),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "people/supporters.html", context, status=status)


@of_record(Part.PERSON, Ability.READ, when="as a parent or the young person")
@require_http_methods(_METHODS)
def let_go_supporter(
    request: HttpRequest, child_id: UUID, invitation_id: UUID
) -> HttpResponse:
    """Take a supporter's view back, at once."""
    record = _record_to_let_in(request, child_id)
    form = NothingToFill(posted(request))
    do = partial(
        services.let_go_supporter,
        actor=actor_of(request),
        child_id=child_id,
        invitation_id=invitation_id,
    )
    try:
        done = attempted(form, do)
    except SupporterInvitation.DoesNotExist as problem:
        raise Http404 from problem
    if done:
        return redirect("people:supporters", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("End this supporter's view now"),
        says=_("They see nothing of the record any more from this moment on."),
        button=_("End it"),
        is_ending=True,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def keep_from(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Keep parts of a record from somebody who could see them otherwise."""
    record = record_to_write(request, child_id)
    form = KeepFromForm(posted(request), people=_around(record))
    do = partial(services.keep_from, actor=actor_of(request), child_id=child_id)
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Keep something from somebody"),
        says=_("It holds from today on, whatever else they may see."),
        button=SAVE,
    )


def _around(record: Record) -> list[tuple[UUID, str]]:
    """Everybody around a child who can sign in: the team, and the adults."""
    team = [(row.account_id, row.name) for row in record.team]
    adults = [
        (row.adult.account_id, row.name)
        for row in record.adults
        if row.adult and row.adult.account_id
    ]
    return team + adults


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def keep_address(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Keep one address from one person, whatever else they may see."""
    record = record_to_write(request, child_id)
    places = [(row.place.id, row.name) for row in record.adults if row.place]
    if record.place:
        places.insert(0, (record.place.id, _("Where the child lives")))
    form = KeepAddressForm(posted(request), places=places, people=_around(record))
    do = partial(services.keep_address_from, actor=actor_of(request), child_id=child_id)
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Keep an address from somebody"),
        says=_("They see the rest that is theirs to see, and not this address."),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def capacity(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down whether a young person can make one decision."""
    record = record_to_write(request, child_id)
    adults = [(row.relationship_id, row.name) for row in record.adults]
    form = CapacityForm(posted(request), adults=adults)

    def do(representative_id: UUID | None, **said: object) -> object:
        return services.record_capacity(
            actor=actor_of(request),
            child_id=child_id,
            assessment=Assessment(**said),  # type: ignore[arg-type]
            representative_id=representative_id,
        )

    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Capacity for one decision"),
        says=_(
            "From 16 on everybody is taken to be able to decide. Write down here only "
            "what was found about one decision at one time, with the help that was "
            "given."
        ),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.READ, when="as the young person")
@require_http_methods(_METHODS)
def parents_view(
    request: HttpRequest, child_id: UUID, relationship_id: UUID, opened: int
) -> HttpResponse:
    """What a parent goes on seeing, once the rights are the young person's."""
    record = queries.record_of(actor_of(request), child_id, why="Looked at parents")
    standing = record.standing
    decision = policies.may_decide_parents_view(standing.ties, standing.at)
    require_of(request, child_id, Part.PERSON, decision)
    held = [row for row in record.adults if row.relationship_id == relationship_id]
    if not held or opened not in (0, 1):
        raise Http404
    form = NothingToFill(posted(request))
    do = partial(
        services.decide_parents_view,
        actor=actor_of(request),
        child_id=child_id,
        relationship_id=relationship_id,
        is_open=bool(opened),
    )
    if attempted(form, do):
        return redirect("people:one", child_id)
    name = held[0].name
    return asked(
        request,
        form,
        record=record,
        title=_("Let %s see my record") % name
        if opened
        else _("Stop %s seeing my record") % name,
        says=_("They see it for a year, or until you change your mind.")
        if opened
        else _("They see nothing of it from this moment on."),
        button=_("Yes, do this"),
    )
