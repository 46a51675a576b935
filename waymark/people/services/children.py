"""Recording who a child is. What others gave as numbers is checked and sealed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.record import Ability, Part
from waymark.access.roles import Role
from waymark.access.ties import How
from waymark.people import policies, sealed
from waymark.people.identifiers import Kind, NotAnIdentifier, checked
from waymark.people.models import Assignment, Attendance, Child, Identifier, NameBefore
from waymark.people.rights import birthday
from waymark.people.services.guarding import locked, require_whole
from waymark.people.services.refusals import ChangedMeanwhile, Refused
from waymark.today import now, today

#: A plan may run to the end of the year in which somebody turns 25.
OLDEST = 26


@dataclass(frozen=True, slots=True)
class Person:
    """What is written down of who a child is. Empty where it is not known."""

    forename: str
    surname: str
    born_on: date
    known_as: str = ""
    sex: str = ""
    ethnicity: str = ""
    religion: str = ""
    home_language: str = ""
    communicates_by: str = ""
    needs_interpreter: str = ""


@transaction.atomic
def record_child(
    *,
    actor: Actor,
    person: Person,
    numbers: Mapping[Kind, str] | None = None,
    said_by: str = "",
) -> Child:
    """Begin the record of a child, and have whoever begins it work with the child.

    Raises: PermissionDenied; Refused, with the field that is wrong. Cost: two
    insertions, three for each number.
    """
    require(policies.may_begin_records(actor))
    _require_possible(person)
    child = Child.objects.create(**_fields_of(person))
    for kind, value in (numbers or {}).items():
        if value:
            _give_number(child, kind, value, said_by)
    _tie_beginner(actor, child)
    audit.record_write(
        actor, child.pk, Part.PERSON, why="The record was begun", what="child"
    )
    return child


def _tie_beginner(actor: Actor, child: Child) -> None:
    """Whoever writes down the first word can go on, and nobody else by that.

    An officer works with the child by name; in a setting the child is on its roll.
    """
    post = next(each for each in actor.posts if each.role in policies.BEGIN_RECORDS)
    if post.role is Role.SENCO:
        Attendance.objects.create(
            child=child, setting_id=post.organisation_id, began_on=today()
        )
        return
    Assignment.objects.create(
        child=child,
        account_id=actor.signed_in_as,
        role=post.role.value,
        how=How.ASSIGNED.value,
        team_id=post.team_id,
        began_on=today(),
        begun_by=actor.account_id,
    )


@transaction.atomic
def correct_person(
    *, actor: Actor, child_id: UUID, person: Person, version: int
) -> Child:
    """Put right who a child is. A name that is left stays as a name before.

    `version` is the one the page was opened with. Somebody who saves what another has
    changed meanwhile is told, and nothing of either is lost.

    Raises: access.audit.TurnedAway or NotHere; Refused; ChangedMeanwhile.
    Cost: nine queries to decide, five to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    _require_possible(person)
    child = locked(child_id)
    said = _fields_of(person)
    if child.version != version:
        theirs = {f: getattr(child, f) for f in said if getattr(child, f) != said[f]}
        if theirs:
            raise ChangedMeanwhile(theirs)
        return child
    changed = [field for field, value in said.items() if getattr(child, field) != value]
    if not changed:
        return child
    if {"forename", "surname"} & set(changed):
        _keep_name(child)
    Child.objects.filter(pk=child.pk).update(**said, version=F("version") + 1)
    audit.record_write(
        actor,
        child.pk,
        Part.PERSON,
        why="Details were put right",
        what="fields " + " ".join(sorted(changed)),
        ruling=ruling,
    )
    child.refresh_from_db()
    return child


def _keep_name(child: Child) -> None:
    row = NameBefore(child=child, until=today())
    sealed.put(row, "sealed_name", f"{child.forename} {child.surname}")
    row.save()


@transaction.atomic
def give_number(
    *, actor: Actor, child_id: UUID, kind: Kind, value: str, said_by: str
) -> Identifier:
    """Write down a number of a child; the one of its kind before it ends.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    child = locked(child_id)
    row = _give_number(child, kind, value, said_by)
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="A number was written down",
        what=f"identifier {kind.value}",
        ruling=ruling,
    )
    return row


def _give_number(child: Child, kind: Kind, value: str, said_by: str) -> Identifier:
    field = kind.value
    try:
        number = checked(kind, value)
    except NotAnIdentifier as problem:
        raise Refused(field, str(problem)) from problem
    mark = sealed.mark_of_number(kind, number)
    held = Identifier.objects.filter(kind=kind, mark=mark, ended_at=None).first()
    if held is not None and held.child_id == child.pk:
        return held
    if held is not None:
        raise Refused(
            field,
            _(
                "Another child has this number already. Look at it again; if it is "
                "right, the two records may be of one child."
            ),
        )
    Identifier.objects.filter(child=child, kind=kind, ended_at=None).update(
        ended_at=now()
    )
    row = Identifier(child=child, kind=kind, mark=mark, said_by=said_by)
    sealed.put(row, "sealed_value", number)
    row.save()
    return row


#: How an invitation names the child that an account will be.
CHILD = "child:"


def open_child(reference: str) -> Child:
    """The child or young person behind a reference.

    Raises: LookupError, if there is none. Cost: one query.
    """
    kind, _colon, number = reference.partition(":")
    try:
        return Child.objects.get(pk=UUID(number))
    except (ValueError, Child.DoesNotExist) as problem:
        raise LookupError(kind) from problem


def begin_as_child(account_id: UUID, reference: str) -> None:
    """Know a child by the account with which they accepted their invitation.

    Runs in the transaction of the acceptance; harmless when done twice, and where the
    child is known by another account already. Cost: two queries.
    """
    child = open_child(reference)
    if child.account_id is None:
        Child.objects.filter(pk=child.pk, account_id=None).update(account_id=account_id)


def end_as_child(account_id: UUID) -> None:
    """Know no child by an account any more, because it ends. Cost: one query."""
    Child.objects.filter(account_id=account_id).update(account_id=None)


def _fields_of(person: Person) -> dict[str, object]:
    return {each.name: getattr(person, each.name) for each in fields(person)}


def _require_possible(person: Person) -> None:
    day = today()
    if not person.forename.strip():
        raise Refused("forename", _("Enter the forename"))
    if not person.surname.strip():
        raise Refused("surname", _("Enter the surname"))
    if person.born_on > day:
        raise Refused("born_on", _("The date of birth cannot be in the future."))
    if birthday(person.born_on, OLDEST) <= day:
        raise Refused(
            "born_on",
            _("This makes somebody of 26 or more. Plans end by then: look again."),
        )
