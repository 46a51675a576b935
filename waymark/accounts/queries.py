"""Every read of accounts and of what they may do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from waymark.access.actor import NOBODY, Actor
from waymark.access.guard import require
from waymark.access.roles import Role
from waymark.accounts import policies
from waymark.accounts.models import Account, Invitation, Membership
from waymark.today import now


def actor_of(user: Any) -> Actor:
    """The actor for a signed-in account, or nobody. Read anew for each request.

    Cost: one query.
    """
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    roles = Membership.objects.filter(account_id=user.pk, ended_at=None)
    return Actor(
        account_id=user.pk,
        roles=frozenset(Role(role) for role in roles.values_list("role", flat=True)),
    )


@dataclass(frozen=True)
class AccountRow:
    """One account as an administrator sees it."""

    id: UUID
    name: str
    email: str
    roles: tuple[Role, ...]


def accounts(actor: Actor) -> list[AccountRow]:
    """Every account with the roles it holds now, by name.

    Raises: PermissionDenied. Cost: two queries.
    """
    require(policies.may_manage_accounts(actor))
    held: dict[UUID, list[Role]] = {}
    for account, role in Membership.objects.filter(ended_at=None).values_list(
        "account_id", "role"
    ):
        held.setdefault(account, []).append(Role(role))
    return [
        AccountRow(one.id, one.name, one.email, tuple(sorted(held.get(one.id, []))))
        for one in Account.objects.order_by("name", "email")
    ]


@dataclass(frozen=True)
class WaitingInvitation:
    """An invitation that nobody has used yet."""

    email: str
    role: Role
    ends_at: datetime


def waiting_invitations(actor: Actor) -> list[WaitingInvitation]:
    """Invitations that can still be used, newest first.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_manage_accounts(actor))
    return [
        WaitingInvitation(one.email, Role(one.role), one.ends_at)
        for one in Invitation.objects.filter(used_at=None, ends_at__gt=now()).order_by(
            "-made_at"
        )
    ]


def personas() -> list[Account]:
    """The invented people of a demonstration; none in any other store.

    Cost: one query.
    """
    return list(Account.objects.filter(is_persona=True).order_by("name"))
