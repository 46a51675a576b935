"""May this actor do this to accounts? Pure questions; nothing is fetched here."""

from collections.abc import Iterable
from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import SIGN_IN_BY_CODE, Permission, Role


def may_manage_accounts(actor: Actor) -> Decision:
    """An administrator, and nobody else."""
    if not actor.has(Permission.MANAGE_ACCOUNTS):
        return no("Only an administrator may see and change accounts.")
    return YES


def may_end_role(actor: Actor, account_id: UUID) -> Decision:
    """An administrator, but never on their own account, so that one always remains."""
    allowed = may_manage_accounts(actor)
    if not allowed:
        return allowed
    if actor.account_id == account_id:
        return no("Ask another administrator to change your own account.")
    return YES


def may_invite(actor: Actor, role: Role) -> Decision:
    """An administrator into every role; whoever edits the Local Offer, providers."""
    if actor.has(Permission.MANAGE_ACCOUNTS):
        return YES
    if role == Role.PROVIDER and actor.has(Permission.INVITE_PROVIDERS):
        return YES
    return no("Only an administrator may invite somebody into this role.")


def may_sign_in_by_code(roles: Iterable[Role], *, is_active: bool) -> Decision:
    """Whoever holds a role for which a code is enough, and none that wants more."""
    held = frozenset(roles)
    if not is_active:
        return no("This account has ended.")
    if not held:
        return no("This account holds no role.")
    if not held <= SIGN_IN_BY_CODE:
        return no("This account wants a password and a second factor.")
    return YES


def may_become_persona(*, is_demonstration: bool) -> Decision:
    """Anybody, in a demonstration, where every person is invented; elsewhere nobody."""
    if not is_demonstration:
        return no("Only a demonstration has people whom one press signs in.")
    return YES
