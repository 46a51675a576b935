"""Where somebody starts after signing in."""

from waymark.access.actor import Actor
from waymark.access.roles import FAMILY, Role
from waymark.accounts.slots import first_pages

#: Whoever came in by way of a family.
OF_A_FAMILY = FAMILY | {Role.ADVOCATE}


def first_page(actor: Actor) -> str:
    """The first of the screens that the actor may open; the home page if none."""
    pages = first_pages()
    for needed, page in pages:
        if actor.has(needed):
            return page
    if actor.posts:
        return "/people/"
    return "/my/" if actor.roles & OF_A_FAMILY else "/"
