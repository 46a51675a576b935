"""One message a day instead of many: what is daily is put into one envelope."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from waymark import sealing
from waymark.gateways.carrying import Channel
from waymark.messages import queries
from waymark.messages.models import Message, State
from waymark.messages.services.settling import settle
from waymark.messages.services.writing import write
from waymark.today import LONDON, now

ENVELOPE = "what-is-new"


def gather_daily() -> int:
    """Put each recipient's daily messages whose time has come into one. Gives how many.

    Cost: one query, and about eight for each recipient.
    """
    moment = now()
    waiting = Message.objects.filter(
        daily=True, state=State.WAITING, not_before__lte=moment
    )
    piles = defaultdict(list)
    for part in waiting.order_by("written_at", "id"):
        piles[part.recipient_mark].append(part)
    for pile in piles.values():
        try:
            _gather(pile, moment)
        except sealing.CannotOpen:
            _give_up(pile)
    return len(piles)


def _give_up(pile: list[Message]) -> None:
    for part in pile:
        settle(part.pk, State.FAILED, why="cannot-be-opened")


@transaction.atomic
def _gather(pile: list[Message], moment: datetime) -> None:
    held = list(
        Message.objects.select_for_update()
        .filter(pk__in=[part.pk for part in pile], state=State.WAITING)
        .order_by("written_at", "id")
    )
    if not held:
        return
    day = moment.astimezone(LONDON).date()
    envelope = write(
        key=f"{ENVELOPE}:{day}:{held[0].pk}",
        kind=ENVELOPE,
        to=queries.recipient_of(held[0]),
        blanks={"words": _together(held)},
        channel=Channel(held[0].channel),
    )
    Message.objects.filter(pk__in=[part.pk for part in held]).update(inside=envelope)
    for part in held:
        settle(part.pk, State.GATHERED)


def _together(parts: list[Message]) -> str:
    return "\n\n".join(
        words.body for part in parts if (words := queries.words_of(part))
    )
