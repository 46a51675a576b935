"""Lists that somebody keeps for themselves, to come back to."""

from uuid import UUID

from django.db import transaction

from waymark.access.actor import Actor
from waymark.casework.models import SavedList


@transaction.atomic
def save_list(*, actor: Actor, name: str, chosen: str) -> SavedList:
    """Keep what somebody chose to see, under a name; the same name again replaces it.

    Raises: PermissionDenied, for nobody. Cost: at most three queries.
    """
    row, _is_new = SavedList.objects.update_or_create(
        account_id=actor.signed_in_as, name=name, defaults={"chosen": chosen}
    )
    return row


def forget_list(*, actor: Actor, list_id: UUID) -> None:
    """Forget a list of one's own; nothing happens where there is none. Cost: one."""
    SavedList.objects.filter(pk=list_id, account_id=actor.signed_in_as).delete()
