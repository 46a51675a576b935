"""Which records have been kept long enough, and which have ended. Nobody is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.guard import require
from waymark.access.record import Ability, Part, Reach
from waymark.people import policies
from waymark.people.ending import KEPT, kept_until
from waymark.people.models import (
    Adult,
    Child,
    EndingCertificate,
    LegalStatus,
    RecordHold,
)
from waymark.people.queries.standing import standing_of
from waymark.today import now, today


@dataclass(frozen=True, slots=True)
class DueRecord:
    """A record that has been kept long enough: its number, and nobody named."""

    child_id: UUID
    born_in: int
    kept_until: date
    is_held: bool
    proposed_by: UUID | None
    proposed_at: datetime | None


def records_due(actor: Actor) -> Sequence[DueRecord]:
    """The records that have been kept long enough by now, the oldest first.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_end_records(actor))
    youngest = KEPT.before(now()).date()
    holds = RecordHold.objects.filter(child=OuterRef("pk"), ended_at=None)
    found = (
        Child.objects.filter(born_on__lt=youngest)
        .annotate(
            looked_after=Exists(_looked_after()),
            held=Exists(holds),
        )
        .select_related("ending")
        .order_by("born_on", "pk")
    )
    rows = [_row(each) for each in found]
    return [row for row in rows if row.kept_until < today()]


def record_due(actor: Actor, child_id: UUID) -> DueRecord:
    """One record that has been kept long enough.

    Raises: PermissionDenied; LookupError, if it is not one of them. Cost: one query.
    """
    for row in records_due(actor):
        if row.child_id == child_id:
            return row
    raise LookupError(child_id)


def ended_records(actor: Actor) -> Sequence[EndingCertificate]:
    """The certificates of records that have ended, the newest first.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_end_records(actor))
    return list(EndingCertificate.objects.all())


def holds_of(actor: Actor, child_id: UUID) -> Sequence[RecordHold]:
    """Why a record is kept longer, for those who keep the whole of it.

    Raises: access.audit.TurnedAway or NotHere. Cost: ten queries.
    """
    standing = standing_of(actor, child_id)
    ruling = standing.may(Part.PERSON, Ability.WRITE)
    if ruling.reach is not Reach.WHOLE:
        refused = Ruling(False, "Only those who keep the whole record may do this.")
        audit.turn_away(
            actor, child_id, Part.PERSON, refused, knows_child=standing.knows_child
        )
    return list(RecordHold.objects.filter(child_id=child_id))


def stands_in_a_record(account_id: UUID) -> bool:
    """Whether an account is a child's or an adult's of some record. Two queries."""
    return (
        Child.objects.filter(account_id=account_id).exists()
        or Adult.objects.filter(account_id=account_id).exists()
    )


def _looked_after() -> QuerySet[LegalStatus]:
    return LegalStatus.objects.filter(
        child=OuterRef("pk"), kind=LegalStatus.Kind.LOOKED_AFTER
    )


def _row(child: Child) -> DueRecord:
    proposal = getattr(child, "ending", None)
    return DueRecord(
        child_id=child.pk,
        born_in=child.born_on.year,
        kept_until=kept_until(
            child.born_on,
            was_looked_after=child.looked_after,  # type: ignore[attr-defined]
        ),
        is_held=child.held,  # type: ignore[attr-defined]
        proposed_by=proposal.proposed_by if proposal else None,
        proposed_at=proposal.proposed_at if proposal else None,
    )
