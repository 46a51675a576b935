"""Who works with a child, whom a family lets in, and what is kept from whom."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.record import Ability, InformationClass, Part
from waymark.access.roles import FAMILY, Role
from waymark.access.ties import FOR_A_TIME, WAYS, How
from waymark.people import policies, sealed, slots
from waymark.people.models import (
    Assignment,
    KeptFrom,
    SupporterInvitation,
)
from waymark.people.services.guarding import locked, require_to, require_whole
from waymark.people.services.refusals import Refused
from waymark.today import now, today

#: What a family may choose for a supporter, in days. Nobody is let in for longer.
SUPPORTER_DAYS = (30, 90, 180, 365)


@transaction.atomic
def assign(
    *,
    actor: Actor,
    child_id: UUID,
    account_id: UUID,
    role: Role,
    how: How = How.ASSIGNED,
    team_id: UUID | None = None,
    began_on: date | None = None,
    ends_at: datetime | None = None,
) -> Assignment:
    """Have somebody work with a child in a role, from a day on.

    What is for a time, such as a panel or an audit's sample, wants its end.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    child = locked(child_id)
    if how not in WAYS[role] or role in FAMILY or how is How.INVITED:
        raise Refused("role", _("Nobody comes to a child in this role that way."))
    if how in FOR_A_TIME and ends_at is None:
        raise Refused("ends_at", _("Say until when. This is always for a time."))
    if ends_at is not None and ends_at <= now():
        raise Refused("ends_at", _("This moment is over already."))
    held = child.assignments.filter(
        account_id=account_id, role=role.value, how=how.value, ended_on=None
    ).exclude(ends_at__lte=now())
    if held.exists():
        raise Refused("account_id", _("They work with this child already."))
    row = Assignment.objects.create(
        child=child,
        account_id=account_id,
        role=role.value,
        how=how.value,
        team_id=team_id,
        began_on=began_on or today(),
        ends_at=ends_at,
        begun_by=actor.account_id,
    )
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="Somebody was asked to work with the child",
        what=f"assignment {row.pk}",
        ruling=ruling,
    )
    return row


@transaction.atomic
def end_assignment(*, actor: Actor, child_id: UUID, assignment_id: UUID) -> Assignment:
    """End somebody's work with a child today; they see the record no more.

    Raises: access.audit.TurnedAway or NotHere; Refused; Assignment.DoesNotExist.
    Cost: nine queries to decide, three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = Assignment.objects.select_for_update().get(
        pk=assignment_id, child_id=child_id
    )
    if row.ended_on is not None:
        raise Refused("ended_on", _("This is over already."))
    _end(row, actor)
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="Somebody's work with the child ended",
        what=f"assignment {row.pk}",
        ruling=ruling,
    )
    return row


def _end(row: Assignment, actor: Actor) -> None:
    row.ended_on = max(today(), row.began_on)
    row.ended_by = actor.account_id
    row.save(update_fields=["ended_on", "ended_by"])


# ---- a supporter, let in by the family -----------------------------------------------


@transaction.atomic
def invite_supporter(
    *, actor: Actor, child_id: UUID, email: str, days: int
) -> SupporterInvitation:
    """Let a supporter in to one child's record, for some days.

    They see it once they accept what is sent to them, and never after the end.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    three to write, and the message.
    """
    _require_may_let_in(actor, child_id)
    address = _address(email)
    if days not in SUPPORTER_DAYS:
        raise Refused("days", _("Choose for how long"))
    row = SupporterInvitation(
        child=locked(child_id),
        invited_by=actor.signed_in_as,
        ends_at=now() + timedelta(days=days),
    )
    sealed.put(row, "sealed_email", address)
    row.save()
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="The family let a supporter in",
        what=f"supporter {row.pk}",
    )
    slots.invite(actor, address, Role.ADVOCATE, f"{SUPPORTS}{row.pk}")
    return row


def _require_may_let_in(actor: Actor, child_id: UUID) -> None:
    """Raises: access.audit.TurnedAway or NotHere."""
    standing, _ruling = require_to(actor, child_id, Part.PERSON, Ability.READ)
    decision = policies.may_invite_supporter(standing.ties, standing.at)
    if not decision:
        refused = Ruling(False, decision.reason)
        audit.turn_away(actor, child_id, Part.PERSON, refused, knows_child=True)


#: How an invitation names what a supporter is let in to.
SUPPORTS = "supports:"


def _address(email: str) -> str:
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as problem:
        raise Refused(
            "email", _("Enter an e-mail address, like name@example.org")
        ) from problem
    return email


def open_supporter_invitation(reference: str) -> SupporterInvitation:
    """The invitation behind a reference.

    Raises: LookupError, if there is none, or it has ended. Cost: one query.
    """
    kind, _colon, number = reference.partition(":")
    found = None
    if f"{kind}:" == SUPPORTS:
        found = SupporterInvitation.objects.filter(
            pk=_number(number), ended_at=None, ends_at__gt=now()
        ).first()
    if found is None:
        raise LookupError(reference)
    return found


def _number(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError as problem:
        raise LookupError(said) from problem


def begin_supporting(account_id: UUID, reference: str) -> None:
    """Tie the account that accepts to the child. Harmless when done twice.

    Runs in the transaction of the acceptance. Nothing begins where the family has
    taken the invitation back meanwhile. Cost: three queries.
    """
    try:
        invitation = open_supporter_invitation(reference)
    except LookupError:
        return
    if invitation.accepted_by is not None:
        return
    invitation.accepted_by = account_id
    invitation.save(update_fields=["accepted_by"])
    Assignment.objects.create(
        child_id=invitation.child_id,
        account_id=account_id,
        role=Role.ADVOCATE.value,
        how=How.INVITED.value,
        began_on=today(),
        ends_at=invitation.ends_at,
        begun_by=invitation.invited_by,
    )


def end_supporting_of(account_id: UUID) -> None:
    """End everything that an account supports, because the account ends.

    Cost: two queries.
    """
    held = Assignment.objects.filter(
        account_id=account_id, how=How.INVITED.value, ended_on=None
    )
    held.filter(began_on__lte=today()).update(ended_on=today())


@transaction.atomic
def let_go_supporter(
    *, actor: Actor, child_id: UUID, invitation_id: UUID
) -> SupporterInvitation:
    """Take a supporter's view back, at once, whether or not they have accepted.

    Anybody of the family who may let supporters in may do it, whoever did.

    Raises: access.audit.TurnedAway or NotHere; SupporterInvitation.DoesNotExist.
    Cost: nine queries to decide, four to write.
    """
    _require_may_let_in(actor, child_id)
    row = SupporterInvitation.objects.select_for_update().get(
        pk=invitation_id, child_id=child_id
    )
    if row.ended_at is None:
        row.ended_at = now()
        row.save(update_fields=["ended_at"])
    if row.accepted_by is not None:
        _end_view(row.accepted_by, child_id, actor)
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="The family ended a supporter's view",
        what=f"supporter {row.pk}",
    )
    return row


def _end_view(account_id: UUID, child_id: UUID, actor: Actor) -> None:
    held = Assignment.objects.filter(
        child_id=child_id,
        account_id=account_id,
        how=How.INVITED.value,
        ended_on=None,
    )
    for each in held:
        _end(each, actor)


# ---- what is kept from whom ----------------------------------------------------------


@transaction.atomic
def keep_from(
    *,
    actor: Actor,
    child_id: UUID,
    account_id: UUID,
    reason: str,
    parts: Collection[Part] = (),
    classes: Collection[InformationClass] = (),
) -> KeptFrom:
    """Keep parts of a record from one account from today on, whatever else it may see.

    Without parts and classes it is everything. The reason is sealed, and never shown
    to the person.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    if not reason.strip():
        raise Refused("reason", _("Enter why it is kept from them"))
    row = KeptFrom(
        child=locked(child_id),
        account_id=account_id,
        parts=" ".join(sorted(part.value for part in parts)),
        classes=" ".join(sorted(each.value for each in classes)),
        began_on=today(),
        kept_by=actor.account_id,
    )
    sealed.put(row, "sealed_reason", reason.strip())
    row.save()
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="Something was kept from somebody",
        what=f"kept {row.pk}",
        ruling=ruling,
    )
    return row


@transaction.atomic
def keep_no_longer(*, actor: Actor, child_id: UUID, kept_id: UUID) -> KeptFrom:
    """End what was kept from somebody. On that day it stands in nobody's way any more.

    Raises: access.audit.TurnedAway or NotHere; KeptFrom.DoesNotExist. Cost: nine
    queries to decide, three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = KeptFrom.objects.select_for_update().get(pk=kept_id, child_id=child_id)
    if row.ended_on is None:
        row.ended_on, row.ended_by = today(), actor.account_id
        row.save(update_fields=["ended_on", "ended_by"])
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="Something is no longer kept from somebody",
        what=f"kept {row.pk}",
        ruling=ruling,
    )
    return row
