"""Keeping a record longer than usual, and ending one for good."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.child import Child
from waymark.today import now


class RecordHold(models.Model):
    """A reason why a record may not be ended, such as an inquiry or a claim."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="record_holds")
    reason = models.CharField(max_length=500)
    begun_by = models.UUIDField(null=True)
    begun_at = models.DateTimeField(default=now, editable=False)
    ended_by = models.UUIDField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self) -> str:
        return f"held since {self.begun_at:%d %B %Y}"


class EndingProposal(models.Model):
    """One person says that a record may go. A second has to say so too."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.OneToOneField(Child, models.CASCADE, related_name="ending")
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField(default=now, editable=False)

    def __str__(self) -> str:
        return f"proposed on {self.proposed_at:%d %B %Y}"


class EndingCertificate(models.Model):
    """That a record ended: when, by which two people, and what went with it.

    It names nobody. The child's number here is the record's, which says nothing now,
    and which a restored backup is held against.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child_id = models.UUIDField(unique=True)
    kept_until = models.DateField()
    proposed_by = models.UUIDField()
    ended_by = models.UUIDField()
    ended_at = models.DateTimeField(default=now, editable=False)
    went = models.JSONField()

    class Meta:
        ordering = ["-ended_at"]
        constraints = [
            models.CheckConstraint(
                name="two_people_end_a_record",
                condition=~models.Q(proposed_by=models.F("ended_by")),
            )
        ]

    def __str__(self) -> str:
        return f"ended on {self.ended_at:%d %B %Y}"
