"""What carriers say became of messages: by call-back, or because we ask."""

from datetime import timedelta
from uuid import UUID

from waymark.gateways import notify
from waymark.gateways.carrying import NotCarried
from waymark.gateways.notify import News, Outcome
from waymark.messages.models import Message, State
from waymark.messages.services.settling import settle
from waymark.today import now

#: We ask about a message from then on, and until Notify itself has forgotten it.
ASK_AFTER = timedelta(minutes=10)
ASK_UNTIL = timedelta(days=7)
MOST_ASKED = 100

STATES = {
    Outcome.DELIVERED: State.DELIVERED,
    Outcome.BOUNCED: State.BOUNCED,
    Outcome.FAILED: State.FAILED,
}


def hear(news: News) -> bool:
    """Record what became of a message; false if it is none of ours or settled already.

    Cost: one query, and two more when it settles something.
    """
    try:
        reference = UUID(news.reference)
    except ValueError:
        return False
    unsettled = Message.objects.filter(
        pk=reference, state__in=[State.WAITING, State.SENT]
    )
    if not unsettled.exists():
        return False
    outcome = STATES[news.outcome]
    why = "" if outcome == State.DELIVERED else f"said-{outcome}"
    return settle(reference, outcome, why=why)


def ask_after_sent() -> int:
    """Ask Notify about messages it took and said nothing about. Gives how many settled.

    Cost: one query, and one call for each message asked about.
    """
    moment = now()
    silent = Message.objects.filter(
        state=State.SENT,
        carrier="notify",
        sent_at__range=(moment - ASK_UNTIL, moment - ASK_AFTER),
    ).order_by("sent_at")[:MOST_ASKED]
    return sum(_asked(message) for message in silent)


def _asked(message: Message) -> bool:
    try:
        outcome = notify.outcome_of(message.number)
    except NotCarried:
        return False
    return outcome is not None and hear(News(str(message.pk), outcome))
