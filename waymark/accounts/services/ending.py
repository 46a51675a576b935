"""People move and leave: roles, sessions and accounts end, at once."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.roles import FAMILY, Role
from waymark.accounts import policies, slots
from waymark.accounts.models import Account, Invitation, Membership
from waymark.accounts.services.making import follow_in_editing
from waymark.ids import new_id
from waymark.organisations import services as organisations
from waymark.people import queries as people
from waymark.today import now


@transaction.atomic
def end_role(*, actor: Actor, account_id: UUID, role: Role) -> None:
    """End a role that an account holds, and every session of the account.

    Raises: PermissionDenied; Account.DoesNotExist.
    """
    require(policies.may_end_role(actor, account_id))
    account = Account.objects.get(pk=account_id)
    _end_roles(account, [role])
    end_sessions(account)


@transaction.atomic
def end_account(*, actor: Actor, account_id: UUID) -> None:
    """End an account with its roles, posts, sessions and invitations to its address.

    The row stays, because what its holder wrote points to it. A new invitation to the
    address opens it again, from the beginning.

    Raises: PermissionDenied; Account.DoesNotExist.
    """
    require(policies.may_end_role(actor, account_id))
    close(Account.objects.get(pk=account_id), by=actor.account_id)


def close(account: Account, *, by: UUID | None) -> None:
    """End an account with all that hangs on it. `by` is None where nobody did it.

    Runs in the transaction of the caller. Cost: ten queries at most.
    """
    _end_roles(account, list(Role))
    Invitation.objects.filter(email=account.email, used_at=None, ended_at=None).update(
        ended_at=now()
    )
    organisations.end_posts_of(account_id=account.pk, by=by)
    account.is_active = False
    account.set_unusable_password()
    account.save(update_fields=["is_active", "password"])
    end_sessions(account)


def close_left(account_ids: Collection[UUID]) -> None:
    """Close those of some accounts that stand in nobody's record and hold no post.

    Runs in the transaction of the caller, which ended a record. Cost: three queries,
    and ten for each that closes.
    """
    family = {role.value for role in FAMILY}
    for account in Account.objects.filter(pk__in=account_ids, is_active=True):
        held = Membership.objects.filter(account=account, ended_at=None)
        at_work = held.exclude(role__in=family).exists()
        if not at_work and not people.stands_in_a_record(account.pk):
            close(account, by=None)


def end_sessions(account: Account) -> None:
    """Make every session of the account worthless from the next request on."""
    account.stamp = new_id()
    account.save(update_fields=["stamp"])


def _end_roles(account: Account, roles: list[Role]) -> None:
    held = Membership.objects.filter(account=account, role__in=roles, ended_at=None)
    ending = [Role(role) for role in held.values_list("role", flat=True)]
    held.update(ended_at=now())
    for role in ending:
        slots.let_go(role, account.pk)
    follow_in_editing(account)
