"""How accounts and the people around a child find each other.

A parent's account is an adult of some record, a supporter's is let in to one. The room
that keeps those records stands below; here it is told how to invite and who is who.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from waymark.access.roles import Role
from waymark.accounts import queries, slots
from waymark.accounts.services import close_left, invite_below
from waymark.people import services as people
from waymark.people import slots as people_slots


def begin() -> None:
    """Join the two rooms, at start-up."""
    people_slots.register_inviter(invite_below)
    people_slots.register_names(queries.names_of)
    people_slots.register_emails(queries.emails_of)
    people_slots.register_leaving(close_left)
    slots.register_tie(
        Role.PARENT,
        slots.Tie(
            _says(people.open_adult, _("for a child's record")),
            people.begin_as_adult,
            people.end_as_adult,
        ),
    )
    for role in (Role.CHILD, Role.YOUNG_PERSON):
        slots.register_tie(
            role,
            slots.Tie(
                _says(people.open_child, _("for your own record")),
                people.begin_as_child,
                people.end_as_child,
            ),
        )
    slots.register_tie(
        Role.ADVOCATE,
        slots.Tie(
            _says(people.open_supporter_invitation, _("for a child's record")),
            people.begin_supporting,
            people.end_supporting_of,
        ),
    )


def _says(open_it: Callable[[str], object], words: str) -> Callable[[str], str]:
    """Words for a reference that name nobody; LookupError for one that is unknown."""

    def says(reference: str) -> str:
        open_it(reference)
        return words

    return says
