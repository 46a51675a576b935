"""Every read of the outbox."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from waymark import sealing
from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.gateways.carrying import Channel
from waymark.messages import kinds, policies
from waymark.messages.kinds import Words
from waymark.messages.models import UNDELIVERABLE, Message, State

NEWEST = 100


def place_of(message: Message, field: str) -> str:
    """Where a sealed field lies: a seal copied to another row does not open."""
    return f"message:{message.pk}:{field}"


def recipient_of(message: Message) -> str:
    """Whom it is for; nothing when that has been forgotten.

    Raises: sealing.CannotOpen.
    """
    if not message.to:
        return ""
    return sealing.opened(message.to, place=place_of(message, "to"))


def words_of(message: Message) -> Words | None:
    """What it says; None when that has been forgotten.

    Raises: sealing.CannotOpen.
    """
    if not message.words:
        return None
    said = sealing.opened(message.words, place=place_of(message, "words"))
    return Words(**json.loads(said))


@dataclass(frozen=True)
class Line:
    """One message as an administrator sees it. `to` and `words` are mostly empty."""

    id: UUID
    kind: str
    channel: Channel
    state: State
    why: str
    written_at: datetime
    not_before: datetime
    to: str = ""
    words: Words | None = None


def newest(actor: Actor) -> list[Line]:
    """The newest messages, with recipient and words only where nothing left.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_manage_messages(actor))
    found = Message.objects.order_by("-written_at", "id")[:NEWEST]
    return [_line(actor, message) for message in found]


def to_ring(actor: Actor) -> list[Line]:
    """What could not be delivered and nobody has rung about, oldest first.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_manage_messages(actor))
    waiting = Message.objects.filter(to_ring=True, rung_at=None)
    return [_line(actor, message) for message in waiting.order_by("written_at", "id")]


def numbers(actor: Actor) -> dict[State, int]:
    """How many messages there are in each state; states without any are left out.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_manage_messages(actor))
    rows = Message.objects.values_list("state").annotate(number=Count("id"))
    found = {State(state): number for state, number in rows}
    return {state: found[state] for state in State if state in found}


def undelivered(keys: Collection[str]) -> frozenset[str]:
    """Those of the keys whose messages came back or could not be sent.

    Cost: one query.
    """
    lost = Message.objects.filter(key__in=keys, state__in=UNDELIVERABLE)
    return frozenset(lost.values_list("key", flat=True))


def due(moment: datetime, most: int) -> Iterable[UUID]:
    """Messages whose time has come and that nobody is busy with, urgent ones first.

    Cost: one query.
    """
    waiting = Message.objects.filter(
        state=State.WAITING, not_before__lte=moment, daily=False
    ).exclude(lease_until__gte=moment)
    return list(
        waiting.order_by("-urgent", "not_before").values_list("id", flat=True)[:most]
    )


def _line(actor: Actor, message: Message) -> Line:
    shown = policies.may_read_words(actor, stayed_here=message.state == State.SHOWN)
    return Line(
        id=message.pk,
        kind=kinds.name_of(message.kind),
        channel=Channel(message.channel),
        state=State(message.state),
        why=message.why,
        written_at=message.written_at,
        not_before=message.not_before,
        # Whoever has to ring must know whom.
        to=_readable(message) if shown or message.to_ring else "",
        words=words_of(message) if shown else None,
    )


def _readable(message: Message) -> str:
    try:
        return recipient_of(message)
    except sealing.CannotOpen:
        return ""
