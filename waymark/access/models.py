"""Who looked at a child's record and who changed it; and who broke the glass."""

from datetime import datetime
from enum import StrEnum

from django.db import models

from waymark.access.record import Part
from waymark.ids import new_id
from waymark.today import now


class Act(StrEnum):
    """What somebody did with a part of a record."""

    READ = "read"
    WROTE = "wrote"
    REFUSED = "refused"
    EMERGENCY = "emergency"


class AuditEntry(models.Model):
    """One look at a record, one change of it, or one that was refused. Only added.

    `what` names a kind of thing and its id, never what it says; `why` is the purpose,
    or the reason of a refusal. People and children are ids. The database itself refuses
    to change or delete a row, and `Seal` proves that nobody went around it.
    """

    number = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(default=now, editable=False)
    account_id = models.UUIDField(null=True)
    role = models.CharField(max_length=40, blank=True)
    child_id = models.UUIDField()
    part = models.CharField(
        max_length=20, choices=[(part.value, part.value) for part in Part]
    )
    act = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Act])
    why = models.CharField(max_length=200)
    what = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["child_id", "-at"], name="audit_of_a_child")]
        constraints = [
            models.CheckConstraint(
                name="an_entry_of_the_audit_says_why", condition=~models.Q(why="")
            ),
            models.CheckConstraint(
                name="an_entry_of_the_audit_is_counted_from_one",
                condition=models.Q(number__gt=0),
            ),
            models.CheckConstraint(
                name="an_act_of_the_audit_is_known",
                condition=models.Q(act__in=[act.value for act in Act]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act}"


class Seal(models.Model):
    """A batch of entries, closed: the mark of each, and a mark of all that came before.

    `marks` holds for each entry its number (8 bytes) and the start of its mark (16).
    `digest` is over this seal and the digest of the one before, so that no seal can be
    changed, taken out or put in without breaking every later one. Only added.
    """

    number = models.BigAutoField(primary_key=True)
    sealed_at = models.DateTimeField(default=now, editable=False)
    first = models.BigIntegerField()
    last = models.BigIntegerField(unique=True)
    key_id = models.CharField(max_length=20)
    marks = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


class EmergencyAccess(models.Model):
    """That somebody opened a record because a child may be in danger, until when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account_id = models.UUIDField()
    child_id = models.UUIDField()
    reason = models.TextField()
    began_at = models.DateTimeField(default=now, editable=False)
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["-began_at"]
        indexes = [
            models.Index(fields=["child_id", "-began_at"], name="emergency_of_a_child")
        ]

    def __str__(self) -> str:
        return f"emergency until {self.ends_at:%d %B %Y, %H:%M}"

    def holds(self, at: datetime) -> bool:
        """Whether it is open at this moment. It ends by itself."""
        return self.began_at <= at < self.ends_at


class Press(models.Model):
    """That a form was sent and had its effect, by a mark that says nothing.

    `location` is where whoever sent it was led, so that a second arrival leads there.
    """

    mark = models.CharField(max_length=64, primary_key=True)
    made_at = models.DateTimeField(default=now, editable=False, db_index=True)
    location = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"pressed at {self.made_at:%H:%M}"
