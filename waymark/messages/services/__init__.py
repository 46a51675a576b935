"""Every change to the outbox."""

from waymark.messages.services.delivering import attempt, deliver, deliver_due
from waymark.messages.services.forgetting import forget_old
from waymark.messages.services.gathering import gather_daily
from waymark.messages.services.hearing import ask_after_sent, hear
from waymark.messages.services.settling import mark_rung, settle
from waymark.messages.services.writing import BadKey, write

__all__ = [
    "BadKey",
    "ask_after_sent",
    "attempt",
    "deliver",
    "deliver_due",
    "forget_old",
    "gather_daily",
    "hear",
    "mark_rung",
    "settle",
    "write",
]
