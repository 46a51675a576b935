"""How somebody new is invited into a post: the account and the post in one go.

The room that keeps posts stands below. An invitation carries the post it is for, and
whoever accepts it holds that post from then on, or from the day it was to begin.
"""

from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.roles import Role
from waymark.accounts import slots
from waymark.accounts.services import BadAddress, invite_below
from waymark.organisations import queries as organisations
from waymark.organisations import services as organising
from waymark.organisations import slots as organisations_slots
from waymark.organisations.slots import Offer
from waymark.today import today

WORD = "post"
NO_TEAM = "-"


@dataclass(frozen=True, slots=True)
class _Reference:
    """A post as an invitation carries it."""

    offer: Offer
    by: UUID | None

    def __str__(self) -> str:
        offer = self.offer
        parts = (
            WORD,
            offer.role.value,
            offer.organisation_id,
            offer.team_id or NO_TEAM,
            offer.began_on.isoformat(),
            self.by or NO_TEAM,
        )
        return ":".join(str(part) for part in parts)

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises: LookupError, for what is no such reference."""
        try:
            _, role, where, team, began_on, by = text.split(":")
            offer = Offer(
                role=Role(role),
                organisation_id=UUID(where),
                team_id=None if team == NO_TEAM else UUID(team),
                began_on=date.fromisoformat(began_on),
            )
            return cls(offer, None if by == NO_TEAM else UUID(by))
        except ValueError as problem:
            raise LookupError(text) from problem


def begin() -> None:
    """Join the two rooms, at start-up."""
    organisations_slots.register_inviter(_invite)
    slots.register_reference(WORD, slots.Tie(_says, _begin, _end))


def _invite(actor: Actor, email: str, offer: Offer) -> None:
    try:
        invite_below(actor, email, offer.role, str(_Reference(offer, actor.account_id)))
    except BadAddress as problem:
        raise organising.Refused("email", f"{problem}") from problem


def _says(reference: str) -> str:
    """Where the post is. Raises: LookupError."""
    found = organisations.organisation(_Reference.read(reference).offer.organisation_id)
    if found is None:
        raise LookupError(reference)
    return found.name


def _begin(account_id: UUID, reference: str) -> None:
    """Raises: slots.NothingTied, if the organisation or team has ended since."""
    held = _Reference.read(reference)
    try:
        organising.begin_offered_post(
            account_id=account_id, offer=held.offer, by=held.by, not_before=today()
        )
    except organising.Refused as problem:
        raise slots.NothingTied(str(problem)) from problem


def _end(_: UUID) -> None:
    """Posts end by themselves when an account does."""
