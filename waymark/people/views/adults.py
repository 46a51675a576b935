"""The adults around a child: adding, putting right, orders, addresses, invitations."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part, Reach
from waymark.people import services
from waymark.people.forms.person import (
    AddressForm,
    AdultForm,
    CorrectContactForm,
    EndForm,
    NothingToFill,
    OrderForm,
)
from waymark.people.presenters.record import as_initial
from waymark.people.queries import AdultRow, Record
from waymark.people.services import Bond, Contact
from waymark.people.views.asking import (
    SAVE,
    actor_of,
    adult_or_404,
    asked,
    attempted,
    posted,
    record_of_own,
    record_to_write,
)

_CONTACT = tuple(Contact.__dataclass_fields__)
_METHODS = ["GET", "HEAD", "POST"]


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def add(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down an adult around a child."""
    record = record_to_write(request, child_id)
    form = AdultForm(posted(request))

    def do(**said: Any) -> object:
        contact = {name: said.pop(name) for name in _CONTACT}
        return services.know_adult(
            actor=actor_of(request),
            child_id=child_id,
            contact=Contact(**contact),
            bond=Bond(**said),
        )

    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Add an adult"),
        says=_(
            "A parent is whoever has parental responsibility or cares for the child."
        ),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.WRITE, when="of oneself, or who keeps the record")
@require_http_methods(_METHODS)
def correct(
    request: HttpRequest, child_id: UUID, relationship_id: UUID
) -> HttpResponse:
    """Put right how to reach an adult."""
    record = record_of_own(request, child_id, relationship_id)
    row = adult_or_404(record, relationship_id)
    form = CorrectContactForm(posted(request), initial=_contact_of(row))

    def do(version: int, **contact: str) -> object:
        return services.correct_contact(
            actor=actor_of(request),
            relationship_id=relationship_id,
            contact=Contact(**contact),
            version=version,
        )

    if attempted(form, do):
        return redirect("people:one", child_id)
    if form.is_bound and row.adult:
        form.data = {**request.POST.dict(), "version": str(row.adult.version)}
    return asked(request, form, record=record, title=_("Change details"), button=SAVE)


def _contact_of(row: AdultRow) -> dict[str, Any]:
    if row.adult is None:
        return {}
    known = as_initial(row.adult, (*_CONTACT[3:], "name", "version"))
    return {**known, "email": row.email, "phone": row.phone}


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def move(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down where a child lives."""
    return _moving(request, record_to_write(request, child_id), None)


@of_record(Part.PERSON, Ability.WRITE, when="of oneself, or who keeps the record")
@require_http_methods(_METHODS)
def move_adult(
    request: HttpRequest, child_id: UUID, relationship_id: UUID
) -> HttpResponse:
    """Write down where one adult lives."""
    record = record_of_own(request, child_id, relationship_id)
    return _moving(request, record, relationship_id)


def _moving(
    request: HttpRequest, record: Record, relationship_id: UUID | None
) -> HttpResponse:
    form = AddressForm(posted(request))
    do = partial(
        services.move,
        actor=actor_of(request),
        child_id=record.child.pk,
        relationship_id=relationship_id,
    )
    if attempted(form, do):
        return redirect("people:one", record.child.pk)
    return asked(
        request,
        form,
        record=record,
        title=_("Change address"),
        says=_("The address before ends on the day this one begins."),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def order(request: HttpRequest, child_id: UUID, relationship_id: UUID) -> HttpResponse:
    """Write down an order of a court that was seen."""
    record = record_to_write(request, child_id)
    row = adult_or_404(record, relationship_id)
    form = OrderForm(posted(request))
    do = partial(
        services.record_order,
        actor=actor_of(request),
        relationship_id=relationship_id,
    )
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Add a court order about %s") % row.name,
        says=_("Write it down when you have seen the order itself, today."),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def end(request: HttpRequest, child_id: UUID, relationship_id: UUID) -> HttpResponse:
    """End what an adult is to a child."""
    record = record_to_write(request, child_id)
    row = adult_or_404(record, relationship_id)
    form = EndForm(posted(request))
    do = partial(
        services.end_relationship,
        actor=actor_of(request),
        relationship_id=relationship_id,
    )
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("End what %s is to the child") % row.name,
        button=_("End it"),
        is_ending=True,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def invite(request: HttpRequest, child_id: UUID, relationship_id: UUID) -> HttpResponse:
    """Invite an adult to sign in and see the record."""
    record = record_to_write(request, child_id)
    row = adult_or_404(record, relationship_id)
    form = NothingToFill(posted(request))
    do = partial(
        services.invite_adult,
        actor=actor_of(request),
        relationship_id=relationship_id,
    )
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Invite %s to sign in") % row.name,
        says=_("They get an e-mail with a link that works once, for seven days."),
        button=_("Send the invitation"),
    )
