"""Nothing more happens to a message by itself: say so, and ask a person if need be."""

from uuid import UUID

from django.db import transaction

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.messages import kinds, policies
from waymark.messages.models import SETTLED, UNDELIVERABLE, Message, State
from waymark.today import now


@transaction.atomic
def settle(message_id: UUID, state: State, *, why: str = "") -> bool:
    """Record how a message ended; false if it had ended already.

    One that did not arrive becomes somebody's telephone call, and the room that wrote
    it is told. Cost: two queries.
    """
    message = Message.objects.select_for_update().get(pk=message_id)
    if message.state in SETTLED:
        return False
    kind = kinds.known(message.kind)
    lost = state in UNDELIVERABLE
    message.state, message.why, message.lease_until = state, why, None
    message.settled_at = now()
    message.to_ring = lost and (kind is None or kind.rung_instead)
    if kind is None or kind.secret or state == State.GATHERED:
        message.words = ""
    message.save()
    if lost and kind is not None and kind.when_undeliverable:
        kind.when_undeliverable(message.key)
    return True


@transaction.atomic
def mark_rung(*, actor: Actor, message_id: UUID) -> None:
    """Somebody has been rung about a message that did not arrive; once is enough.

    Raises: PermissionDenied; Message.DoesNotExist.
    """
    require(policies.may_manage_messages(actor))
    message = Message.objects.select_for_update().get(pk=message_id, to_ring=True)
    if message.rung_at is None:
        message.rung_at, message.rung_by = now(), actor.account_id
        message.save(update_fields=["rung_at", "rung_by"])
