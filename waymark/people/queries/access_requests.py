"""Requests for what is held about a child: when each is due, and what it waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.record import Ability, Part, Reach
from waymark.law.access_requests import answer_access_by
from waymark.people.models import AccessHold, AccessRequest
from waymark.people.queries.standing import standing_of
from waymark.today import today


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One request. `due_on` is empty while it is not clear who asks.

    `was_due_on` is where it was before it was extended.
    """

    request: AccessRequest
    due_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class AccessReview:
    """One request with what is held back from its answer, by the thing's name."""

    row: AccessRow
    holds: dict[str, AccessHold]

    @property
    def waits(self) -> bool:
        """Whether something is held back that nobody has decided on."""
        return any(hold.answer == "" for hold in self.holds.values())

    @property
    def withheld(self) -> frozenset[str]:
        """What does not go into the answer: decided, or not decided yet."""
        return frozenset(
            item
            for item, hold in self.holds.items()
            if hold.answer != AccessHold.Answer.GIVE
        )


def access_requests_of(actor: Actor, child_id: UUID) -> Sequence[AccessRow]:
    """The requests about a child, newest first, for those who keep the whole record.

    Raises: access.audit.TurnedAway or NotHere. Cost: ten queries.
    """
    _require_keeper(actor, child_id)
    return [_row(each) for each in AccessRequest.objects.filter(child_id=child_id)]


def access_review(actor: Actor, child_id: UUID, request_id: UUID) -> AccessReview:
    """One request with what is held back.

    Raises: access.audit.TurnedAway or NotHere; AccessRequest.DoesNotExist. Cost: eleven
    queries.
    """
    _require_keeper(actor, child_id)
    found = AccessRequest.objects.get(pk=request_id, child_id=child_id)
    return AccessReview(_row(found), {each.item: each for each in found.holds.all()})


def _require_keeper(actor: Actor, child_id: UUID) -> None:
    """Raises: access.audit.TurnedAway or NotHere. Cost: nine queries."""
    standing = standing_of(actor, child_id)
    ruling = standing.may(Part.PERSON, Ability.WRITE)
    if ruling.reach is not Reach.WHOLE:
        refused = Ruling(False, "Only those who keep the whole record may do this.")
        audit.turn_away(
            actor, child_id, Part.PERSON, refused, knows_child=standing.knows_child
        )


def _row(request: AccessRequest) -> AccessRow:
    if request.clear_on is None:
        return AccessRow(request, None, is_late=False)
    due = answer_access_by(request.clear_on, extended=request.extended_on is not None)
    return AccessRow(request, due, is_late=(request.answered_on or today()) > due)
