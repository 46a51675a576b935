"""Hand a message to its carrier, at least once, and write down what came of it."""

import logging
import time
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q
from django_tasks import task

from waymark import sealing
from waymark.gateways.carrying import (
    Channel,
    Parcel,
    Receipt,
    TryLater,
    Undeliverable,
)
from waymark.messages import kinds, queries, quiet
from waymark.messages.carriers import carrier_of
from waymark.messages.models import Message, State
from waymark.messages.services.settling import settle
from waymark.today import now

#: Longer than the slowest carrier takes to answer or to give up.
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 6

#: One round of the sweep: so many messages and so many seconds, then others may work.
MOST_AT_ONCE = 200
SECONDS_AT_ONCE = 15.0

_log = logging.getLogger(__name__)


@task()
def deliver(message_id: str) -> bool:
    """Try to deliver one message now; false if it is not its time.

    Harmless when done twice: an attempt begins by taking a lease, and only on a
    message that waits. If the worker dies after the carrier took the message, the
    next attempt bears the same reference, and a carrier that can be asked is asked.
    """
    return attempt(UUID(message_id))


def deliver_due() -> int:
    """Try every message whose time has come. Gives the number of attempts.

    Stops after `SECONDS_AT_ONCE`, so that a thousand reminders hold nobody up.
    Cost: one query, and four for each message.
    """
    began = time.monotonic()
    attempts = 0
    for message_id in queries.due(now(), MOST_AT_ONCE):
        if time.monotonic() - began > SECONDS_AT_ONCE:
            break
        attempt(message_id)
        attempts += 1
    return attempts


def attempt(message_id: UUID) -> bool:
    """Try one message, if it waits and is due; false if it does not or is not."""
    message = _taken(message_id, now())
    if message is None:
        return False
    try:
        _carry(message)
    except Undeliverable as problem:
        _give_up(message, problem.why)
    except TryLater as problem:
        _put_back(message, problem.why)
    except sealing.CannotOpen:
        _give_up(message, "cannot-be-opened")
    except Exception as problem:
        # Its words may hold the address, so only its name is written down.
        fault = type(problem).__name__
        _log.error("message_fault message=%s fault=%s", message.pk, fault)  # noqa: TRY400
        _put_back(message, "our-fault")
    return True


def _taken(message_id: UUID, moment: datetime) -> Message | None:
    """The message, leased to us; None if it is not its time or somebody has it."""
    free = Q(lease_until=None) | Q(lease_until__lt=moment)
    waiting = Message.objects.filter(free, pk=message_id, state=State.WAITING)
    mine = waiting.filter(not_before__lte=moment).update(
        lease_until=moment + LEASE, attempts=F("attempts") + 1
    )
    return Message.objects.get(pk=message_id) if mine else None


def _carry(message: Message) -> None:
    moment = now()
    if message.attempts > MOST_ATTEMPTS:
        raise Undeliverable("begun-too-often")
    if message.good_until and message.good_until <= moment:
        settle(message.pk, State.TOO_LATE)
        return
    channel = Channel(message.channel)
    leaves = quiet.may_leave_at(moment, channel, urgent=message.urgent)
    if leaves > moment:
        _wait(message, leaves)
        return
    parcel = _parcel(message, channel)
    receipt = carrier_of(channel).carry(parcel, again=message.attempts > 1)
    _sent(message, receipt, moment)


def _parcel(message: Message, channel: Channel) -> Parcel:
    words = queries.words_of(message)
    if words is None:
        raise Undeliverable("words-forgotten")
    return Parcel(
        reference=str(message.pk),
        channel=channel,
        to=queries.recipient_of(message),
        subject=words.subject,
        body=words.body,
    )


def _sent(message: Message, receipt: Receipt, moment: datetime) -> None:
    """Write down that it was taken, unless news of it was faster than we are."""
    kind = kinds.known(message.kind)
    changes: dict[str, object] = {
        "state": State.SENT,
        "carrier": receipt.carrier,
        "number": receipt.number,
        "sent_at": moment,
        "why": "",
        "lease_until": None,
    }
    if receipt.stayed_here:
        changes |= {"state": State.SHOWN, "settled_at": moment}
    elif kind is None or kind.secret:
        changes["words"] = ""
    Message.objects.filter(pk=message.pk, state=State.WAITING).update(**changes)


def _wait(message: Message, until: datetime) -> None:
    """It is quiet now: nothing was tried, so nothing counts as an attempt."""
    message.not_before, message.lease_until = until, None
    message.attempts -= 1
    message.save(update_fields=["not_before", "lease_until", "attempts"])


def _put_back(message: Message, why: str) -> None:
    if message.attempts >= MOST_ATTEMPTS:
        _give_up(message, why)
        return
    message.why, message.lease_until = why, None
    message.not_before = quiet.backed_off(now(), message.attempts)
    message.save(update_fields=["why", "lease_until", "not_before"])


def _give_up(message: Message, why: str) -> None:
    _log.warning("message_undeliverable message=%s why=%s", message.pk, why)
    settle(message.pk, State.FAILED, why=why)
