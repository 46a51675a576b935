"""What a room above may add: the people who can hold posts, and how one is invited.

Posts name accounts by their ids alone, because accounts stand above. The room that
keeps them says here who there is, so that an administrator chooses among names.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.roles import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign in, as an administrator sees them."""

    account_id: UUID
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A post that somebody who cannot sign in yet is invited into."""

    role: Role
    organisation_id: UUID
    team_id: UUID | None
    began_on: date


Invite = Callable[[Actor, str, Offer], None]
_invite: list[Invite] = []
_people: list[Callable[[], Iterable[Person]]] = []


def register_people(who: Callable[[], Iterable[Person]]) -> None:
    """Have a room say who can sign in; the last to register wins."""
    _people[:] = [who]


def register_inviter(how: Invite) -> None:
    """Have a room invite somebody into a post; the last to register wins."""
    _invite[:] = [how]


def invite(actor: Actor, email: str, offer: Offer) -> None:
    """Send an invitation into a post, in the transaction of the caller.

    Raises: Refused, with the field and a sentence.
    """
    for how in _invite:
        how(actor, email, offer)


def people() -> list[Person]:
    """Everybody who can sign in, by name; nobody where no room says.

    Cost: what the room that says needs, which is one query.
    """
    found = [person for who in _people for person in who()]
    return sorted(found, key=lambda person: (person.name, person.email))
