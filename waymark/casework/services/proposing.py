"""Answering what somebody else proposed: agreed to, or given back with a reason."""

from waymark.access.actor import Actor
from waymark.casework import policies
from waymark.casework.models.proposed import Proposed
from waymark.people import sealed
from waymark.people.services import Refused
from waymark.today import now


def require_may_answer(row: Proposed, actor: Actor) -> None:
    """Raises: Refused, where the actor may not answer it."""
    answer = policies.may_answer(row, actor.account_id)
    if not answer:
        raise Refused("", answer.reason)


def keep_agreed(row: Proposed, actor: Actor) -> None:
    """Keep who agreed, now. Cost: one change."""
    row.agreed_by, row.agreed_at = actor.account_id, now()
    row.save(update_fields=["agreed_by", "agreed_at"])


def keep_returned(row: Proposed, actor: Actor, why: str) -> None:
    """Keep who gave it back, now, and what is to be looked at again. Cost: a change."""
    row.returned_by, row.returned_at = actor.account_id, now()
    sealed.put(row, "sealed_return", why)
    row.save(update_fields=["returned_by", "returned_at", "sealed_return"])
