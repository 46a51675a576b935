"""May this person teach the search a wording? Nothing is fetched here."""

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Permission


def may_teach(actor: Actor) -> Decision:
    """An editor: it changes what families find, and no words that they read."""
    if not actor.has(Permission.EDIT_WORDS):
        return no("Only editors add wordings to the search.")
    return YES
