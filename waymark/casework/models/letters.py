"""Letters, and on whom each was served, how and when."""

from django.db import models

from waymark.casework.models.claims import Claim
from waymark.casework.models.decisions import Decision
from waymark.casework.models.episode import Episode
from waymark.ids import new_id
from waymark.law.service import ServedBy
from waymark.today import now


class Letter(models.Model):
    """A letter about a case. Its words are sealed, and kept as they went out.

    `sealed_words` are the blocks an officer writes, `sealed_document` the whole letter
    on the day it was sent, `digest` its SHA-256. Once sent it is never changed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    episode = models.ForeignKey(Episode, models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=20)
    rule = models.CharField(max_length=8, blank=True)
    decision = models.ForeignKey(
        Decision, models.CASCADE, null=True, blank=True, related_name="letters"
    )
    claim = models.ForeignKey(
        Claim, models.CASCADE, null=True, blank=True, related_name="letters"
    )
    sealed_words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    begun_by = models.UUIDField()
    begun_at = models.DateTimeField(default=now, editable=False)
    sent_by = models.UUIDField(null=True)
    sent_on = models.DateField(null=True)
    sealed_document = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-begun_at", "id"]

    def __str__(self) -> str:
        return self.kind


class Served(models.Model):
    """That a letter went to one recipient: the day it was sent, and counts as served.

    For somebody of the family `adult` says who, or nobody for the young person; for
    those told beside the family `party` says in which part, and `account_id` who.
    `is_in_another_way`: an officer wrote down how it went, not the outbox.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    letter = models.ForeignKey(Letter, models.CASCADE, related_name="served")
    adult = models.ForeignKey(
        "people.Adult", models.CASCADE, null=True, blank=True, related_name="+"
    )
    account_id = models.UUIDField(null=True, blank=True)
    party = models.CharField(max_length=40, blank=True)
    by = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in ServedBy]
    )
    sent_on = models.DateField()
    served_on = models.DateField()
    is_in_another_way = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["letter", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "adult"],
                condition=models.Q(adult__isnull=False),
                name="a_letter_is_served_on_an_adult_once",
            ),
        ]

    def __str__(self) -> str:
        return self.by

    @property
    def message_key(self) -> str:
        """The key of the message by which this copy went, without a name."""
        if self.adult_id:
            return f"letter:{self.letter_id}:adult-{self.adult_id}"
        told = f"told-{self.account_id}" if self.party else "young-person"
        return f"letter:{self.letter_id}:{told}"
