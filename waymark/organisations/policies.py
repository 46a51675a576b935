"""May this actor do this to organisations? Pure questions; nothing is fetched here."""

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Permission


def may_manage_organisations(actor: Actor) -> Decision:
    """An administrator, and nobody else."""
    if not actor.has(Permission.MANAGE_ORGANISATIONS):
        return no("Only an administrator may change organisations, teams and posts.")
    return YES
