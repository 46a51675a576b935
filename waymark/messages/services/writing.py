"""Write a message, in the transaction of what it tells about."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from waymark import sealing
from waymark.gateways.carrying import Channel
from waymark.ids import new_id
from waymark.messages import kinds, quiet
from waymark.messages.addresses import tidied
from waymark.messages.kinds import Kind, Words
from waymark.messages.models import Message
from waymark.messages.queries import place_of
from waymark.messages.services.delivering import deliver
from waymark.today import now

#: Before everything else in the queue, or after all that came before.
AT_ONCE, IN_TURN = 50, 0
_KEY = re.compile(r"[a-z0-9][a-z0-9:._-]{0,199}")


class BadKey(ValueError):
    """A key is made of identifiers and holds nothing about anybody."""


@transaction.atomic
def write(
    *,
    key: str,
    kind: str,
    to: str,
    blanks: Mapping[str, str] | None = None,
    channel: Channel = Channel.EMAIL,
) -> UUID:
    """Put a message into the outbox; the same key again changes nothing.

    It goes out only if the transaction around it is kept, and then at least once.
    Cost: one query for a key that was used before, else four.

    Raises: KeyError, for a kind that nobody registered; BadKey;
    addresses.BadRecipient; kinds.Unfilled.
    """
    if not _KEY.fullmatch(key):
        raise BadKey("A key is small letters, digits and :._- with no address in it.")
    known = kinds.kind_of(kind)
    recipient = tidied(channel, to)
    words = kinds.filled(known, channel, blanks or {})
    message, is_new = Message.objects.get_or_create(
        key=key, defaults=_row(known, channel, recipient, words, now())
    )
    if is_new and not known.daily:
        priority = AT_ONCE if known.urgent else IN_TURN
        deliver.using(priority=priority).enqueue(str(message.pk))
    return message.pk


def _row(
    kind: Kind, channel: Channel, to: str, words: Words, moment: datetime
) -> dict[str, object]:
    message = Message(id=new_id())
    said = json.dumps({"subject": words.subject, "body": words.body})
    leaves = (
        quiet.gathered_at(moment)
        if kind.daily
        else quiet.may_leave_at(moment, channel, urgent=kind.urgent)
    )
    return {
        "id": message.pk,
        "kind": kind.key,
        "channel": channel,
        "to": sealing.seal(to, place=place_of(message, "to")),
        "words": sealing.seal(said, place=place_of(message, "words")),
        "recipient_mark": sealing.mark_of(f"{channel}:{to}", purpose="recipient"),
        "urgent": kind.urgent,
        "daily": kind.daily,
        "written_at": moment,
        "not_before": leaves,
        "good_until": moment + kind.good_for if kind.good_for else None,
    }
