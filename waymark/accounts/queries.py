"""Every read of accounts and of what they may do."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings

from waymark.access.actor import NOBODY, Actor
from waymark.access.guard import require
from waymark.access.roles import SIGN_IN_BY_CODE, Role
from waymark.accounts import policies, slots
from waymark.accounts.models import Account, Invitation, Membership
from waymark.organisations import queries as organisations
from waymark.organisations.slots import Person
from waymark.today import now, today

#: An invitation that ran out is still offered for sending again.
LISTED_AFTER_END = timedelta(days=60)


def actor_of(user: Any) -> Actor:
    """The actor for a signed-in account, or nobody. Read anew for each request.

    Cost: two queries.
    """
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    roles = Membership.objects.filter(account_id=user.pk, ended_at=None)
    return Actor(
        account_id=user.pk,
        roles=frozenset(Role(role) for role in roles.values_list("role", flat=True)),
        posts=organisations.posts_of(user.pk, today()),
    )


def may_have_code(account: Account) -> bool:
    """Whether the account may sign in by a code, by the roles and posts it holds now.

    Cost: two queries.
    """
    roles = actor_of(account).every_role
    return bool(policies.may_sign_in_by_code(roles, is_active=account.is_active))


def begins_anew(account: Account) -> bool:
    """Whether a new role may set its password: it holds none that has one to guard.

    Cost: two queries.
    """
    return actor_of(account).every_role <= SIGN_IN_BY_CODE


class Asked(StrEnum):
    """What somebody is asked for who accepts an invitation."""

    NOTHING = "nothing"
    NAME = "name"
    PASSWORD = "password"  # noqa: S105


def asked_of(invitation: Invitation) -> Asked:
    """A password for a role that wants one, unless the account is guarded already.

    Cost: two queries.
    """
    account = Account.objects.filter(email=invitation.email).first()
    if account is not None and not begins_anew(account):
        return Asked.NOTHING
    by_code = invitation.role in SIGN_IN_BY_CODE
    return Asked.NAME if by_code else Asked.PASSWORD


@dataclass(frozen=True)
class AccountRow:
    """One account as an administrator sees it."""

    id: UUID
    name: str
    email: str
    roles: tuple[Role, ...]
    last_sign_in_at: datetime | None
    is_active: bool
    has_post: bool


def accounts(actor: Actor) -> list[AccountRow]:
    """Every account with the roles it holds now, by name.

    Raises: PermissionDenied. Cost: three queries.
    """
    require(policies.may_manage_accounts(actor))
    at_work = organisations.holders_of(list(Role), today())
    held: dict[UUID, list[Role]] = {}
    for account, role in Membership.objects.filter(ended_at=None).values_list(
        "account_id", "role"
    ):
        held.setdefault(account, []).append(Role(role))
    return [
        AccountRow(
            id=one.id,
            name=one.name,
            email=one.email,
            roles=tuple(sorted(held.get(one.id, []))),
            last_sign_in_at=one.last_login,
            is_active=one.is_active,
            has_post=one.id in at_work,
        )
        for one in Account.objects.order_by("name", "email")
    ]


def account_row(actor: Actor, account_id: UUID) -> AccountRow:
    """One account with the roles it holds now.

    Raises: PermissionDenied; Account.DoesNotExist. Cost: two queries.
    """
    require(policies.may_manage_accounts(actor))
    one = Account.objects.get(pk=account_id)
    held = actor_of(one)
    return AccountRow(
        id=one.id,
        name=one.name,
        email=one.email,
        roles=tuple(sorted(held.roles)),
        last_sign_in_at=one.last_login,
        is_active=one.is_active,
        has_post=bool(held.posts),
    )


@dataclass(frozen=True)
class WaitingInvitation:
    """An invitation that nobody has used yet; `is_over` when it is too old to be."""

    id: UUID
    email: str
    role: Role
    whose: str
    ends_at: datetime
    is_over: bool


def waiting_invitations(actor: Actor) -> list[WaitingInvitation]:
    """Invitations not used, taken back or long over, newest first.

    Raises: PermissionDenied. Cost: one query, and what the room above needs for the
    words of those that are for something.
    """
    require(policies.may_manage_accounts(actor))
    moment = now()
    found = Invitation.objects.filter(
        used_at=None, ended_at=None, ends_at__gt=moment - LISTED_AFTER_END
    )
    return [
        WaitingInvitation(
            id=one.pk,
            email=one.email,
            role=Role(one.role),
            whose=slots.words_for(Role(one.role), one.reference),
            ends_at=one.ends_at,
            is_over=one.ends_at <= moment,
        )
        for one in found.order_by("-made_at")
    ]


def who_may_hold_posts() -> list[Person]:
    """Everybody who can sign in, for whoever gives posts. Cost: one query."""
    held = Account.objects.filter(is_active=True)
    return [Person(one.pk, one.name, one.email) for one in held]


def names_of(account_ids: Collection[UUID]) -> dict[UUID, str]:
    """The names of accounts by their ids; of one that is not there, none.

    Cost: one query, or none where nobody is asked for.
    """
    if not account_ids:
        return {}
    found = Account.objects.filter(pk__in=account_ids)
    return dict(found.values_list("pk", "name"))


def emails_of(account_ids: Collection[UUID]) -> dict[UUID, str]:
    """The addresses of those of some accounts that are open. Cost: one query."""
    found = Account.objects.filter(pk__in=account_ids, is_active=True)
    return dict(found.values_list("pk", "email"))


@dataclass(frozen=True)
class DirectoryRow:
    """A directory of this installation; `tie_id` if it opens the account."""

    key: str
    name: str
    tie_id: UUID | None


def directories_of(account: Account) -> list[DirectoryRow]:
    """Every directory there is, and whether it opens the account. Cost: one query."""
    held = dict(account.directory_ties.values_list("issuer", "pk"))
    return [
        DirectoryRow(each.key, each.name, held.get(each.issuer))
        for each in settings.DIRECTORIES.values()
    ]


def personas() -> list[Account]:
    """The invented people of a demonstration; none in any other store.

    Cost: one query.
    """
    return list(Account.objects.filter(is_persona=True).order_by("name"))
