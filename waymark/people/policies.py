"""May this actor do this to somebody's record? Pure; nothing is fetched here."""

from collections.abc import Iterable
from datetime import datetime

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Role
from waymark.access.ties import Tie

#: Whose work it is to write down the first word about a child.
BEGIN_RECORDS = frozenset({Role.COORDINATOR, Role.MANAGER, Role.SENCO})


def may_begin_records(actor: Actor) -> Decision:
    """Officers of the authority, and whoever leads on SEN in a setting."""
    if not BEGIN_RECORDS & {post.role for post in actor.posts}:
        return no("Your work does not include beginning a child's record.")
    return YES


#: Two of these end a record that was kept long enough. Neither reads it for that.
END_RECORDS = frozenset({Role.MANAGER, Role.DATA_PROTECTION})


def may_end_records(actor: Actor) -> Decision:
    """A manager or the data protection officer; two people for each record."""
    if not END_RECORDS & {post.role for post in actor.posts}:
        return no("Only a manager or the data protection officer ends records.")
    return YES


#: Who of a family may let a supporter in.
_LETS_SUPPORTERS_IN = frozenset({Role.PARENT, Role.YOUNG_PERSON})


def may_invite_supporter(ties: Iterable[Tie], at: datetime) -> Decision:
    """A parent, or the young person once the rights are theirs.

    Not a parent under an order of a court: the order decides what they may see, and a
    supporter would see more.
    """
    if any(tie.role in _LETS_SUPPORTERS_IN and tie.holds(at) for tie in ties):
        return YES
    return no("Only the child's parent, or the young person, lets a supporter in.")


def may_decide_parents_view(ties: Iterable[Tie], at: datetime) -> Decision:
    """The young person alone, once the rights are theirs."""
    if any(tie.role is Role.YOUNG_PERSON and tie.holds(at) for tie in ties):
        return YES
    return no("Only the young person decides what a parent sees now.")


#: Who reads who looked: the family, and whoever answers an access request.
_READS_WHO_LOOKED = frozenset(
    {Role.PARENT, Role.YOUNG_PERSON, Role.CHILD, Role.DATA_PROTECTION}
)


def may_look_who_looked(ties: Iterable[Tie], at: datetime) -> Decision:
    """The child's parent, the young person, the child; whoever answers for the data.

    Not a parent under an order of a court: who looks may say where the child is.
    """
    if any(tie.role in _READS_WHO_LOOKED and tie.holds(at) for tie in ties):
        return YES
    return no("Only the child's family reads who looked.")
