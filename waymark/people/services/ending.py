"""Ending a record for good: two people, no hold against it, and a certificate."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.record import Ability, Part
from waymark.files import services as files
from waymark.people import policies, slots
from waymark.people.models import (
    Adult,
    Child,
    EndingCertificate,
    EndingProposal,
    RecordHold,
)
from waymark.people.queries.ending import DueRecord, record_due
from waymark.people.services.guarding import locked, require_whole
from waymark.people.services.refusals import Refused
from waymark.today import now


@transaction.atomic
def hold_record(*, actor: Actor, child_id: UUID, reason: str) -> RecordHold:
    """Keep a record longer than usual, for a reason, until somebody ends the hold.

    Raises: access.audit.TurnedAway or NotHere. Cost: nine queries to decide, three to
    write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = RecordHold.objects.create(
        child=locked(child_id), reason=reason, begun_by=actor.account_id
    )
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="The record is kept longer than usual",
        what=f"record-hold {row.pk}",
        ruling=ruling,
    )
    return row


@transaction.atomic
def end_hold(*, actor: Actor, child_id: UUID, hold_id: UUID) -> RecordHold:
    """Let a record go when its time comes.

    Raises: access.audit.TurnedAway or NotHere; RecordHold.DoesNotExist. Cost: nine
    queries to decide, three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = RecordHold.objects.select_for_update().get(
        pk=hold_id, child_id=child_id, ended_at=None
    )
    row.ended_at, row.ended_by = now(), actor.account_id
    row.save(update_fields=["ended_at", "ended_by"])
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="The record is kept no longer than usual",
        what=f"record-hold {row.pk}",
        ruling=ruling,
    )
    return row


@transaction.atomic
def propose_ending(*, actor: Actor, child_id: UUID) -> EndingProposal:
    """Say, as the first of two, that a record has been kept long enough and may go.

    Raises: PermissionDenied; LookupError, if it is not due; Refused. Cost: six queries.
    """
    require(policies.may_end_records(actor))
    _require_free(actor, child_id)
    row, _made = EndingProposal.objects.get_or_create(
        child=locked(child_id), defaults={"proposed_by": _somebody(actor)}
    )
    audit.record_write(
        actor, child_id, Part.PERSON, why="It was proposed that the record ends"
    )
    return row


@transaction.atomic
def end_record(*, actor: Actor, child_id: UUID) -> EndingCertificate:
    """End a record for good, as the second of two. What stays is a certificate.

    Everything that hangs on the child goes, its files, the adults who stand in no other
    record, and the accounts that opened nothing else. The log of who looked stays: it
    names nobody.

    Raises: PermissionDenied; LookupError, if it is not due; Refused. Cost: a deletion
    for each table, and for each adult who goes.
    """
    require(policies.may_end_records(actor))
    due = _require_free(actor, child_id)
    child = locked(child_id)
    proposal = EndingProposal.objects.filter(child=child).first()
    if proposal is None:
        raise Refused("", _("Nobody has proposed this yet."))
    second = _somebody(actor)
    if proposal.proposed_by == second:
        raise Refused("", _("A second person has to say so too."))
    went = _take_out(child)
    audit.record_write(actor, child_id, Part.PERSON, why="The record ended for good")
    return EndingCertificate.objects.create(
        child_id=child_id,
        kept_until=due.kept_until,
        proposed_by=proposal.proposed_by,
        ended_by=second,
        went=went,
    )


def _somebody(actor: Actor) -> UUID:
    """The account of whoever acts. Raises: Refused, for nobody."""
    if actor.account_id is None:
        raise Refused("", _("Sign in first."))
    return actor.account_id


def _require_free(actor: Actor, child_id: UUID) -> DueRecord:
    """Raises: LookupError; Refused, while somebody holds it. One query."""
    due = record_due(actor, child_id)
    if due.is_held:
        raise Refused("", _("This record is kept longer, for a reason that stands."))
    return due


def _take_out(child: Child) -> dict[str, int]:
    """What went, by its table."""
    adults = list(Adult.objects.filter(relationships__child=child).distinct())
    known = [child.account_id, *(adult.account_id for adult in adults)]
    accounts = [each for each in known if each is not None]
    child_id = child.pk
    _number, went = child.delete()
    went["files.StoredFile"] = files.take_out_all_of(child_id)
    went |= _adults_who_stand_nowhere(adults)
    slots.nothing_left_for(accounts)
    return went


def _adults_who_stand_nowhere(adults: Iterable[Adult]) -> dict[str, int]:
    went: dict[str, int] = {}
    for adult in adults:
        if not adult.relationships.exists():
            for table, number in adult.delete()[1].items():
                went[table] = went.get(table, 0) + number
    return went


def certificates() -> Iterator[dict[str, Any]]:
    """Every certificate as plain values, to be kept beside the backups. One query."""
    for each in EndingCertificate.objects.order_by("ended_at"):
        yield {
            "child_id": str(each.child_id),
            "kept_until": each.kept_until.isoformat(),
            "proposed_by": str(each.proposed_by),
            "ended_by": str(each.ended_by),
            "ended_at": each.ended_at.isoformat(),
            "went": each.went,
        }


@transaction.atomic
def end_again(kept: Iterable[Mapping[str, Any]]) -> int:
    """End the records again that a restored backup brought back. How many.

    All of them or none. Two people decided on each when it was ended first.

    Raises: KeyError or ValueError, for what is no certificate. Cost: two queries for
    each certificate, and those of an ending.
    """
    ended = 0
    for line in kept:
        child_id = UUID(line["child_id"])
        child = Child.objects.filter(pk=child_id).first()
        if child is not None:
            _take_out(child)
            ended += 1
        EndingCertificate.objects.get_or_create(
            child_id=child_id,
            defaults={
                "kept_until": date.fromisoformat(line["kept_until"]),
                "proposed_by": UUID(line["proposed_by"]),
                "ended_by": UUID(line["ended_by"]),
                "ended_at": datetime.fromisoformat(line["ended_at"]),
                "went": line["went"],
            },
        )
    return ended
