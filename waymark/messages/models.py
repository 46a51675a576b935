"""The outbox: what is to be said to whom, and what became of it."""

from enum import StrEnum

from django.db import models

from waymark.gateways.carrying import Channel
from waymark.ids import new_id
from waymark.today import now


class State(StrEnum):
    """Where a message has got to."""

    WAITING = "waiting"
    GATHERED = "gathered"
    SENT = "sent"
    DELIVERED = "delivered"
    SHOWN = "shown"
    BOUNCED = "bounced"
    FAILED = "failed"
    TOO_LATE = "too-late"


#: Nothing more will happen to a message by itself.
SETTLED = (
    State.GATHERED,
    State.DELIVERED,
    State.SHOWN,
    State.BOUNCED,
    State.FAILED,
    State.TOO_LATE,
)
UNDELIVERABLE = (State.BOUNCED, State.FAILED)


class Message(models.Model):
    """One message for one recipient by one channel.

    `key` is what makes it one: whoever writes the same key again writes nothing. `to`
    and `words` are sealed and later forgotten; `recipient_mark` is a keyed mark by
    which a recipient's messages find each other. `attempts` have been begun, and
    `lease_until` is when the present one is taken for dead.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=60)
    channel = models.CharField(
        max_length=10, choices=[(channel.value, channel.value) for channel in Channel]
    )
    to = models.TextField(blank=True)
    words = models.TextField(blank=True)
    recipient_mark = models.CharField(max_length=64, blank=True)
    urgent = models.BooleanField(default=False)
    daily = models.BooleanField(default=False)
    inside = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts"
    )
    state = models.CharField(
        max_length=10,
        default=State.WAITING,
        choices=[(state.value, state.value) for state in State],
    )
    why = models.CharField(max_length=40, blank=True)
    written_at = models.DateTimeField(default=now, editable=False)
    not_before = models.DateTimeField()
    good_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    carrier = models.CharField(max_length=10, blank=True)
    number = models.CharField(max_length=100, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    to_ring = models.BooleanField(default=False)
    rung_at = models.DateTimeField(null=True, blank=True)
    rung_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "not_before"], name="message_due"),
            models.Index(fields=["-written_at"], name="message_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                name="message_state_is_known",
                condition=models.Q(state__in=[state.value for state in State]),
            ),
            models.CheckConstraint(
                name="message_channel_is_known",
                condition=models.Q(channel__in=[one.value for one in Channel]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
