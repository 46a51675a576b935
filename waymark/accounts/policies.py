"""May this actor do this to accounts? Pure questions; nothing is fetched here."""

from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Permission


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


def may_become_persona(*, is_demonstration: bool) -> Decision:
    """Anybody, in a demonstration, where every person is invented; elsewhere nobody."""
    if not is_demonstration:
        return no("Only a demonstration has people whom one press signs in.")
    return YES
