"""May this actor look at what is sent? Pure questions; nothing is fetched here."""

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Permission


def may_manage_messages(actor: Actor) -> Decision:
    """An administrator, and nobody else."""
    if not actor.has(Permission.MANAGE_MESSAGES):
        return no("Only an administrator may see what is sent.")
    return YES


def may_read_words(actor: Actor, *, stayed_here: bool) -> Decision:
    """Only where every recipient is invented: words may open doors, or be private."""
    allowed = may_manage_messages(actor)
    if not allowed:
        return allowed
    if not stayed_here:
        return no("What was said to real people is not shown to anybody else.")
    return YES
