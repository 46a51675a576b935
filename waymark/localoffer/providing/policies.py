"""May this actor do this to an entry? Pure questions; nothing is fetched here.

`own` are the organisations that the actor keeps, as `queries.kept_by` gives them.
"""

from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Permission
from waymark.localoffer.models import Draft


def may_keep_offer(actor: Actor) -> Decision:
    """An editor or approver: whoever decides what families see in the Local Offer."""
    if not actor.has(Permission.KEEP_LOCAL_OFFER):
        return no("Only the team of the Local Offer may do this.")
    return YES


def may_see(actor: Actor, organisation: UUID | None, own: frozenset[UUID]) -> Decision:
    """The team sees every entry; a provider those of the organisations they keep."""
    if may_keep_offer(actor):
        return YES
    if not actor.has(Permission.EDIT_OWN_SERVICES):
        return no("Only a provider or the team of the Local Offer may see this.")
    if organisation is None or organisation not in own:
        return no("This entry belongs to another organisation.")
    return YES


def may_write(
    actor: Actor, organisation: UUID | None, own: frozenset[UUID]
) -> Decision:
    """Whoever may see an entry may write a draft of it; nobody reads it from there."""
    return may_see(actor, organisation, own)


def may_send(actor: Actor, draft: Draft, own: frozenset[UUID]) -> Decision:
    """Whoever may write it, while it is being written or was given back."""
    allowed = may_write(actor, draft.service.organisation_id, own)
    if not allowed:
        return allowed
    if draft.state not in (Draft.State.WRITING, Draft.State.RETURNED):
        return no("These changes were sent already.")
    return YES


def may_approve(actor: Actor, draft: Draft) -> Decision:
    """The team, what somebody else wrote and sent: two people stand behind it."""
    allowed = may_keep_offer(actor)
    if not allowed:
        return allowed
    if draft.state not in (Draft.State.SENT, Draft.State.APPROVED):
        return no("These changes have not been sent for approval.")
    if draft.by is not None and draft.by == actor.account_id:
        return no("You wrote these changes. Somebody else of the team approves them.")
    return YES


def may_put_right(actor: Actor, draft: Draft) -> Decision:
    """The team, a word in what somebody else sent, which stays sent and theirs."""
    return may_approve(actor, draft) if draft.by else no("Nobody in person wrote it.")


def may_return(actor: Actor, draft: Draft) -> Decision:
    """The team, whatever was sent, also what is approved for a day to come."""
    allowed = may_keep_offer(actor)
    if not allowed:
        return allowed
    if draft.state not in (Draft.State.SENT, Draft.State.APPROVED):
        return no("These changes have not been sent for approval.")
    return YES


def may_publish_at_once(
    actor: Actor,
    draft: Draft,
    own: frozenset[UUID],
    *,
    trusted: bool,
    small: bool,
) -> Decision:
    """A provider of a trusted organisation, a change of telephone or times alone.

    `small` is `difference.is_small` of what is published and the draft.
    """
    allowed = may_send(actor, draft, own)
    if not allowed:
        return allowed
    if draft.service.organisation_id not in own:
        return no("Only a provider publishes at once.")
    if not trusted:
        return no("This organisation's changes are approved by the team first.")
    if not small:
        return no("Only a new telephone number or new times go out at once.")
    return YES


def may_restore(actor: Actor) -> Decision:
    """The team: an older version was approved once, and goes out again at once."""
    return may_keep_offer(actor)


def may_trust(actor: Actor) -> Decision:
    """The team says which organisations may be brief about small changes."""
    return may_keep_offer(actor)
