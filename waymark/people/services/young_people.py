"""Capacity for one decision, and what a young person decides about a parent's view."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.record import Ability, Part
from waymark.people import policies, sealed
from waymark.people.models import CapacityRecord, ParentView, Relationship
from waymark.people.rights import birthday
from waymark.people.services.guarding import locked, require_to, require_whole
from waymark.people.services.refusals import Refused
from waymark.today import today

#: Capacity is presumed from here on, and nobody's is assessed before.
PRESUMED_FROM = 16


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found about one decision: the four parts of the test, and the help."""

    decision: str
    information: str
    support: str
    understands: bool
    retains: bool
    weighs: bool
    communicates: bool
    assessed_on: date
    review_on: date | None = None


@transaction.atomic
def record_capacity(
    *,
    actor: Actor,
    child_id: UUID,
    assessment: Assessment,
    representative_id: UUID | None = None,
) -> CapacityRecord:
    """Write down whether a young person can make one decision, with help.

    `representative_id` is a relationship of theirs, for somebody who decides in their
    place; without one a parent does (SEND Regulations 2014 reg 64).

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    child = locked(child_id)
    said = assessment
    if said.assessed_on > today():
        raise Refused("assessed_on", _("This day is still to come."))
    if said.assessed_on < birthday(child.born_on, PRESUMED_FROM):
        raise Refused(
            "assessed_on", _("Before 16 nobody's capacity is recorded; views are.")
        )
    if not said.support.strip():
        raise Refused("support", _("Enter what was tried to help them decide"))
    row = CapacityRecord(
        child=child,
        decision=said.decision,
        understands=said.understands,
        retains=said.retains,
        weighs=said.weighs,
        communicates=said.communicates,
        assessed_by=actor.signed_in_as,
        assessed_on=said.assessed_on,
        review_on=said.review_on,
        representative=_representative(child_id, representative_id),
    )
    sealed.put(row, "sealed_information", said.information.strip())
    sealed.put(row, "sealed_support", said.support.strip())
    row.save()
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="Capacity for a decision was written down",
        what=f"capacity {row.pk}",
        ruling=ruling,
    )
    return row


def _representative(child_id: UUID, relationship_id: UUID | None):  # type: ignore[no-untyped-def]
    if relationship_id is None:
        return None
    held = Relationship.objects.filter(
        pk=relationship_id, child_id=child_id, ended_on=None
    ).first()
    if held is None:
        raise Refused("representative_id", _("Choose somebody from this record."))
    return held.adult


@transaction.atomic
def decide_parents_view(
    *, actor: Actor, child_id: UUID, relationship_id: UUID, is_open: bool
) -> ParentView:
    """Say whether one parent goes on seeing the record. It holds from this moment.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    four to write.
    """
    standing, _ruling = require_to(actor, child_id, Part.PERSON, Ability.READ)
    decision = policies.may_decide_parents_view(standing.ties, standing.at)
    if not decision:
        refused = Ruling(False, decision.reason)
        audit.turn_away(actor, child_id, Part.PERSON, refused, knows_child=True)
    adult = _representative(child_id, relationship_id)
    row = ParentView.objects.create(
        child=locked(child_id),
        adult=adult,
        is_open=is_open,
        decided_by=actor.signed_in_as,
    )
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="The young person decided what a parent sees",
        what=f"relationship {relationship_id}",
    )
    return row
