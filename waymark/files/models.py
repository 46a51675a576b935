"""What was uploaded: of which record, what it is, and how its scan went."""

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class StoredFile(models.Model):
    """A file that somebody uploaded. Its content lies sealed beside the database.

    `room` and `reference` say what it belongs to, in the words of the room above that
    knows; `child_id` names the child whose record it is part of, by number alone.
    Nobody but that room says who may read it, and nobody reads it before a scanner
    found it clean.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Being checked"
        CLEAN = "clean", "Checked"
        REFUSED = "refused", "Not accepted"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    room = models.CharField(max_length=40)
    reference = models.CharField(max_length=80, blank=True)
    child_id = models.UUIDField(null=True, blank=True)
    part = models.CharField(max_length=20, blank=True)
    kept_by = models.UUIDField(null=True, blank=True)
    sealed_name = models.TextField()
    kind = models.CharField(max_length=8)
    size = models.BigIntegerField()
    sealed_key = models.TextField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    kept_at = models.DateTimeField(default=now, editable=False)
    scanned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kept_at", "id"]
        indexes = [
            models.Index(fields=["state", "kept_at"], name="file_by_state"),
            models.Index(fields=["room", "reference"], name="file_by_what_for"),
            models.Index(fields=["child_id"], name="file_of_a_child"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.state}"
