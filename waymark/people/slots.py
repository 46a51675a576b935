"""What the rooms above add: how somebody is invited, who an account is, more pages.

Accounts stand above this room, and so do the rooms that hold the rest of a record.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise

from waymark.access.actor import Actor
from waymark.access.record import Part
from waymark.access.roles import Role

Invite = Callable[[Actor, str, Role, str], None]
Names = Callable[[Collection[UUID]], Mapping[UUID, str]]


@dataclass(frozen=True, slots=True)
class Door:
    """A page about a child that a room above offers, to whoever may read a part.

    `address` makes the page's address from the child's id and the page's name.
    """

    part: Part
    title: str | Promise
    says: str | Promise
    page: str
    address: Callable[[UUID, str], str]


_invite: list[Invite] = []
_names: list[Names] = []
_doors: list[Door] = []


def register_inviter(how: Invite) -> None:
    """Have the room that keeps accounts invite people; the last to register wins."""
    _invite[:] = [how]


def invite(actor: Actor, email: str, role: Role, reference: str) -> None:
    """Send an invitation into a role, held for what the reference names."""
    for how in _invite:
        how(actor, email, role, reference)


_left: list[Callable[[Collection[UUID]], None]] = []


def register_leaving(how: Callable[[Collection[UUID]], None]) -> None:
    """Have the room that keeps accounts close those that open nothing any more."""
    _left[:] = [how]


def nothing_left_for(account_ids: Collection[UUID]) -> None:
    """Say that a record ended which these accounts opened, in the same transaction."""
    for how in _left:
        how(account_ids)


def register_names(who: Names) -> None:
    """Have the room that keeps accounts say who they are; the last wins."""
    _names[:] = [who]


def names_of(account_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """The names of accounts, by their ids. Cost: one query."""
    found: dict[UUID, str] = {}
    for who in _names:
        found |= who(account_ids)
    return found


_emails: list[Names] = []


def register_emails(who: Names) -> None:
    """Have the room that keeps accounts say how to write to them; the last wins."""
    _emails[:] = [who]


def emails_of(account_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """The e-mail addresses of accounts that are open, by their ids. Cost: one query."""
    found: dict[UUID, str] = {}
    for who in _emails:
        found |= who(account_ids)
    return found


def register_door(door: Door) -> None:
    """Offer a page about a child from the page of their record."""
    if door.page not in [each.page for each in _doors]:
        _doors.append(door)


def doors() -> Iterable[Door]:
    """The pages that rooms above offer, in the order in which they came."""
    return tuple(_doors)


@dataclass(frozen=True, slots=True)
class Desk:
    """A list that somebody works from: what it is called, and where it is."""

    title: str | Promise
    address: str


_desks: list[Desk] = []


def register_desk(desk: Desk) -> None:
    """Offer a list to everybody who works with children, on their own page."""
    if desk.address not in [each.address for each in _desks]:
        _desks.append(desk)


def desks() -> Iterable[Desk]:
    """The lists that rooms above offer, in the order in which they came."""
    return tuple(_desks)
