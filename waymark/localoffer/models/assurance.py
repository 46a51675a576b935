"""How a record is kept true: who confirmed it, who was asked, what was found wrong."""

from typing import Any

from django.conf import settings
from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Confirmation(models.Model):
    """That somebody said a record is right, on a day. Added, never changed."""

    class How(models.TextChoices):
        PROVIDER = "provider", "Signed in as its provider"
        LINK = "link", "By the link in a reminder"
        TEAM = "team", "By the team of the Local Offer"

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(
        "localoffer.Service", models.CASCADE, related_name="confirmations"
    )
    on = models.DateField()
    how = models.CharField(max_length=10, choices=How)
    by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [
            models.Index(fields=["service", "-made_at"], name="confirmation_newest")
        ]

    def __str__(self) -> str:
        return f"{self.service_id} confirmed on {self.on}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new confirmation.

        Raises: TypeError for one that is already kept, because history is added to.
        """
        if not self._state.adding:
            raise TypeError("A confirmation is never changed. Add a new one.")
        super().save(*args, **kwargs)


class Reminder(models.Model):
    """A question to one provider whether some records are still right.

    Its link works once, until `ends_at`, and is kept only as a fingerprint.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now, editable=False)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"reminder {self.id}"


class ReminderLine(models.Model):
    """One record that a reminder asks about, and at how many months."""

    id = models.BigAutoField(primary_key=True)
    reminder = models.ForeignKey(Reminder, models.CASCADE, related_name="lines")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    service = models.ForeignKey(
        "localoffer.Service", models.CASCADE, related_name="reminder_lines"
    )
    counted_from = models.DateField()
    months = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "service", "counted_from", "months"],
                name="a_provider_is_asked_once_a_mark",
            )
        ]

    def __str__(self) -> str:
        return f"{self.service_id} at {self.months} months"


class CheckedLink(models.Model):
    """A web address in the directory, and what became of asking it."""

    digest = models.CharField(max_length=64, primary_key=True)
    address = models.TextField()
    checked_at = models.DateTimeField(null=True, blank=True, db_index=True)
    #: How often in a row it gave nothing. Twice makes a fault, so that one bad night
    #: of somebody's server does not.
    failures = models.PositiveSmallIntegerField(default=0)
    says = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.address


class RecordFault(models.Model):
    """Something in a published record that a family would run into."""

    class Kind(models.TextChoices):
        PHONE = "phone", "A number that cannot ring"
        LINK = "link", "A link that leads nowhere"

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(
        "localoffer.Service", models.CASCADE, related_name="faults"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    field = models.CharField(max_length=300)
    value = models.TextField()
    says = models.TextField()
    found_on = models.DateField()

    class Meta:
        ordering = ["found_on", "service", "id"]

    def __str__(self) -> str:
        return f"{self.kind} at {self.field}"

    @property
    def in_words(self) -> str:
        """What is wrong, as a sentence; a number is its subject."""
        gap = " " if self.kind == self.Kind.PHONE else ": "
        return f"{self.value}{gap}{self.says}"
