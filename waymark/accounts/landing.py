"""Where somebody starts after signing in."""

from waymark.access.actor import Actor
from waymark.access.roles import Permission

FIRST_PAGES = (
    (Permission.EDIT_WORDS, "/editing/"),
    (Permission.MANAGE_ACCOUNTS, "/managing/accounts/"),
)


def first_page(actor: Actor) -> str:
    """The first of the screens that the actor may open; the home page if none."""
    return next((page for needed, page in FIRST_PAGES if actor.has(needed)), "/")
