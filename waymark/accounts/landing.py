"""Where somebody starts after signing in."""

from waymark.access.actor import Actor
from waymark.accounts.slots import first_pages


def first_page(actor: Actor) -> str:
    """The first of the screens that the actor may open; the home page if none."""
    pages = first_pages()
    return next((page for needed, page in pages if actor.has(needed)), "/")
