"""Episodes of casework, and what happened in each. Nothing that happened is edited."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import models

from waymark.ids import new_id
from waymark.law.events import Event, Kind
from waymark.law.processes import PROCESSES
from waymark.people.models import Child
from waymark.today import now

#: Letters and digits that nobody mistakes for one another.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def reference_of(episode_id: UUID) -> str:
    """What people call an episode on paper and on the telephone: `7KQM-3XPD`."""
    left = int.from_bytes(sha256(episode_id.bytes).digest()[:5])
    signs = "".join(_SIGNS[left >> place & 31] for place in range(0, 40, 5))
    return f"{signs[:4]}-{signs[4:]}"


class Episode(models.Model):
    """One run of one process for one child: an assessment, a review, an appeal.

    How far it has come is read from what happened in it, on any day, and never kept.
    """

    class By(models.TextChoices):
        PARENT = "parent", "A parent"
        YOUNG_PERSON = "young-person", "The young person"
        SETTING = "setting", "A school, college or nursery"
        OTHER = "other", "Somebody else"

    class Channel(models.TextChoices):
        WEB = "web", "On this website"
        EMAIL = "email", "By e-mail"
        POST = "post", "By post or by hand"
        PHONE = "phone", "By telephone or in person"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="episodes")
    process = models.CharField(
        max_length=40, choices=[(key, key) for key in sorted(PROCESSES)]
    )
    asked_by = models.CharField(max_length=14, choices=By)
    channel = models.CharField(max_length=8, choices=Channel)
    reference = models.CharField(max_length=9, unique=True, editable=False)
    opened_by = models.UUIDField(null=True)
    opened_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-opened_at", "id"]

    def __str__(self) -> str:
        return self.process

    def save(self, *args: Any, **more: Any) -> None:
        """Add or change it; its reference is made from its id."""
        self.reference = reference_of(self.pk)
        super().save(*args, **more)


class Happening(models.Model):
    """Something that happened in an episode, on a day. Only added.

    A correction is a happening that replaces another: the first stays, so that it can
    be seen what was thought before, and counts no more.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    episode = models.ForeignKey(Episode, models.CASCADE, related_name="happenings")
    kind = models.CharField(max_length=60, choices=[(k.value, k.value) for k in Kind])
    on = models.DateField()
    replaces = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, related_name="replaced_by"
    )
    why = models.CharField(max_length=300, blank=True)
    written_by = models.UUIDField(null=True)
    written_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["on", "written_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_correction_says_why",
                condition=models.Q(replaces=None) | ~models.Q(why=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}"

    def save(self, *args: Any, **more: Any) -> None:
        """Add it. Raises: TypeError, for what is there already."""
        if not self._state.adding:
            raise TypeError("What happened is corrected by what replaces it.")
        super().save(*args, **more)

    def as_event(self) -> Event:
        """The same in the words of the law."""
        replaces = str(self.replaces_id) if self.replaces_id else None
        return Event(Kind(self.kind), self.on, None, str(self.pk), replaces)
