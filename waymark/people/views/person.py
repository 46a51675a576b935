"""Beginning a record, and putting right who a child is."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.access import emergencies
from waymark.access.guard import of_record, require
from waymark.access.record import Ability, Part, Reach
from waymark.people import policies, services
from waymark.people.forms.person import (
    BeginForm,
    CorrectForm,
    EmergencyForm,
    NumberForm,
)
from waymark.people.identifiers import Kind
from waymark.people.models import Child
from waymark.people.presenters.record import as_initial
from waymark.people.services import Person
from waymark.people.views.asking import (
    SAVE,
    actor_of,
    asked,
    attempted,
    posted,
    record_to_write,
)

_FIELDS = tuple(Person.__dataclass_fields__)


@of_record(Part.PERSON, Ability.WRITE, child="", when="in a post that begins records")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Write down the first words about a child."""
    require(policies.may_begin_records(actor_of(request)))
    form = BeginForm(posted(request))

    def do(upn: str, nhs: str, **person: str) -> Child:
        return services.record_child(
            actor=actor_of(request),
            person=Person(**person),  # type: ignore[arg-type]
            numbers={Kind.UPN: upn, Kind.NHS: nhs},
        )

    child = attempted(form, do)
    if child:
        return redirect("people:one", child.pk)
    return asked(
        request,
        form,
        title=_("Begin a child's record"),
        says=_("Look in the list first: a child has one record, wherever they learn."),
        button=_("Begin this record"),
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Put right who a child is."""
    record = record_to_write(request, child_id)
    first = {
        **as_initial(record.child, _FIELDS),
        "version": record.child.version,
    }
    form = CorrectForm(posted(request), initial=first)

    def do(version: int, **person: str) -> Child:
        return services.correct_person(
            actor=actor_of(request),
            child_id=child_id,
            person=Person(**person),  # type: ignore[arg-type]
            version=version,
        )

    if attempted(form, do):
        return redirect("people:one", child_id)
    if form.is_bound:
        form.data = {**request.POST.dict(), "version": str(record.child.version)}
    return asked(
        request,
        form,
        record=record,
        title=_("Change details"),
        says=_("A name that changes is kept as a name before."),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down a number that others gave a child."""
    record = record_to_write(request, child_id)
    form = NumberForm(posted(request))

    def do(kind: Kind, value: str, said_by: str) -> object:
        try:
            return services.give_number(
                actor=actor_of(request),
                child_id=child_id,
                kind=kind,
                value=value,
                said_by=said_by,
            )
        except services.Refused as problem:
            raise services.Refused("value", problem.says) from problem

    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Add a number"),
        says=_("The number of this kind that is there now ends."),
        button=SAVE,
    )


@of_record(
    Part.PERSON,
    Ability.READ,
    child="",
    when="in a post that may open a record in an emergency",
)
@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: HttpRequest) -> HttpResponse:
    """Open a record because a child may be in danger."""
    require(emergencies.may_break_the_glass(actor_of(request)))
    form = EmergencyForm(posted(request))
    do = partial(services.open_in_emergency, actor=actor_of(request))
    child = attempted(form, do)
    if child:
        return redirect("people:one", child.pk)
    return asked(
        request,
        form,
        title=_("Open a record in an emergency"),
        says=_(
            "It opens for half an hour. Managers and the data protection officer are "
            "told at once, and the family sees that you looked and why."
        ),
        button=_("Open the record"),
        is_ending=True,
    )
