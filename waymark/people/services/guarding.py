"""What every change to a record begins and ends with: may they, and who it was."""

from uuid import UUID

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.record import Ability, InformationClass, Part, Reach
from waymark.people.models import Child
from waymark.people.queries.standing import Standing, standing_of


def require_to(
    actor: Actor,
    child_id: UUID,
    part: Part,
    ability: Ability,
    kind: InformationClass | None = None,
) -> tuple[Standing, Ruling]:
    """How the actor stands to the child, once it is sure that they may do this.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most nine queries.
    """
    standing = standing_of(actor, child_id)
    ruling = standing.may(part, ability, kind)
    if not ruling:
        audit.turn_away(actor, child_id, part, ruling, knows_child=standing.knows_child)
    return standing, ruling


def require_whole(
    actor: Actor,
    child_id: UUID,
    part: Part,
    ability: Ability,
    kind: InformationClass | None = None,
) -> Ruling:
    """The same, for what only those may do whose right is to the whole of the part.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most nine queries.
    """
    standing, ruling = require_to(actor, child_id, part, ability, kind)
    if ruling.reach is not Reach.WHOLE:
        refused = Ruling(False, "Only those who keep the whole record may do this.")
        audit.turn_away(
            actor, child_id, part, refused, knows_child=standing.knows_child
        )
    return ruling


def locked(child_id: UUID) -> Child:
    """The child, held until the transaction ends. Raises: Child.DoesNotExist."""
    return Child.objects.select_for_update().get(pk=child_id)
