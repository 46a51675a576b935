"""May this actor say that a record is right, or look at what is wrong with many?"""

from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Permission


def may_confirm(
    actor: Actor, organisation: UUID | None, own: frozenset[UUID]
) -> Decision:
    """A provider, what they keep themselves; the team, any record.

    `own` are the organisations that the actor keeps.
    """
    if actor.has(Permission.KEEP_LOCAL_OFFER):
        return YES
    if not actor.has(Permission.EDIT_OWN_SERVICES):
        return no("Only a provider or the team of the Local Offer may say so.")
    if organisation is None or organisation not in own:
        return no("This entry belongs to another organisation.")
    return YES


def may_look_over(actor: Actor) -> Decision:
    """The team of the Local Offer, and nobody else."""
    if not actor.has(Permission.KEEP_LOCAL_OFFER):
        return no("Only the team of the Local Offer may see this.")
    return YES
