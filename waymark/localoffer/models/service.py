"""A service: what is published, what is being written, and everything that was."""

import json
from hashlib import sha256
from typing import Any

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Status(models.TextChoices):
    """How a service stands. The values are those of the standard."""

    ACTIVE = "active", "Running"
    INACTIVE = "inactive", "Not running now"
    DEFUNCT = "defunct", "Ended"
    TEMPORARILY_CLOSED = "temporarily closed", "Closed for a while"


class Coverage(models.TextChoices):
    """What is known of the area a service covers."""

    AREA = "area", "The whole area of the authority"
    NATION = "nation", "The whole country"
    SHAPE = "shape", "A shape drawn in the record"
    NOT_KNOWN = "not-known", "Not known"


class Service(models.Model):
    """One thing a family can go to.

    `document` is the published record in the shape of Open Referral UK 3.0, without
    its organisation, which is held once and put back on reading. It is empty, and so
    is `published_at`, until the service is published. Contacts marked
    `"public": false` are not in it: they stay in `ServiceVersion.document` alone. Only
    approval and a publishing import change it; what a provider writes is a `Draft`.

    The columns before it are read out of the document whenever it changes, by
    `record.facts`, and are never written by hand.

    Three days say how far a record may be trusted. `assured_on`: the provider or the
    team confirmed it (the standard's `assured_date`), by `assured_by`. `checked_on`:
    somebody read it in `found_in`, which confirms nothing.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(
        "localoffer.Source", models.PROTECT, related_name="services"
    )
    id_at_source = models.CharField(max_length=200)
    #: Of the record as its source last gave it, so that a second import is silent.
    source_digest = models.CharField(max_length=64, blank=True)
    organisation = models.ForeignKey(
        "localoffer.Organisation", models.PROTECT, null=True, related_name="services"
    )
    name = models.CharField(max_length=300)
    status = models.CharField(max_length=20, choices=Status)
    minimum_age = models.FloatField(null=True, blank=True)
    maximum_age = models.FloatField(null=True, blank=True)
    #: True: costs nothing. False: something costs. Empty: the record does not say.
    is_free = models.BooleanField(null=True, blank=True)
    coverage = models.CharField(
        max_length=10, choices=Coverage, default=Coverage.NOT_KNOWN
    )
    #: Lower-case words of the record, for the API's plain `search`.
    words = models.TextField(blank=True)
    last_modified = models.DateTimeField(default=now)

    assured_on = models.DateField(null=True, blank=True)
    assured_by = models.CharField(max_length=300, blank=True)
    found_in = models.CharField(max_length=500, blank=True)
    checked_on = models.DateField(null=True, blank=True)

    #: The first and last day it may be seen; empty means no bound.
    visible_from = models.DateField(null=True, blank=True)
    visible_until = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)
    # Last, because SQLite reads past all of it to reach a column that stands behind.
    document = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "id_at_source"], name="one_service_a_source_id"
            )
        ]
        indexes = [
            models.Index(fields=["last_modified", "id"], name="service_by_change"),
            models.Index(fields=["name", "id"], name="service_by_name"),
            models.Index(fields=["assured_on"], name="service_by_assurance"),
        ]

    def __str__(self) -> str:
        return self.name


class Draft(models.Model):
    """What somebody is writing, beside what is published. A service has one at most.

    `document` is the whole record, with what is kept back. `based_on` is the version
    it began from, so that a reviewer sees what changed meanwhile. `says` is what the
    writer tells the reviewer. An approved one waits for `publish_on`.
    """

    class State(models.TextChoices):
        WRITING = "writing", "Being written"
        SENT = "sent", "Sent for approval"
        RETURNED = "returned", "Returned with a reason"
        APPROVED = "approved", "Approved, waiting for its day"

    service = models.OneToOneField(
        Service, models.CASCADE, primary_key=True, related_name="draft"
    )
    document = models.JSONField()
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    reason = models.TextField(blank=True)
    based_on = models.PositiveIntegerField(null=True, blank=True)
    by = models.UUIDField(null=True, blank=True)
    changed_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True, blank=True)
    says = models.TextField(blank=True)
    publish_on = models.DateField(null=True, blank=True)
    approved_by = models.UUIDField(null=True, blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"draft of {self.service_id}"

    @property
    def edition(self) -> str:
        """Tells these words from any others: a digest of the whole document."""
        said = json.dumps(self.document, sort_keys=True, ensure_ascii=False)
        return sha256(said.encode()).hexdigest()


class ServiceVersion(models.Model):
    """A whole record as it was once published. Added, never changed.

    `document` holds what is kept back too, so a version is for people who may edit
    the service. `by` is the account, empty when a program did it.
    """

    class Why(models.TextChoices):
        IMPORTED = "imported", "Imported"
        APPROVED = "approved", "Approved"
        WRITTEN = "written", "Written by an editor"
        RESTORED = "restored", "An older version restored"
        ASSURED = "assured", "Confirmed as right"
        TRUSTED = "trusted", "A small change by a trusted provider"

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(Service, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    why = models.CharField(max_length=10, choices=Why)
    note = models.TextField(blank=True)
    by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["service", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "number"], name="versions_are_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.service_id}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new version.

        Raises: TypeError for one that is already kept, because history is added to.
        """
        if not self._state.adding:
            raise TypeError("A version is never changed. Publish a new one.")
        super().save(*args, **kwargs)


class Review(models.Model):
    """What somebody else publishes about a service (Open Referral UK 1.0 only)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="reviews")
    title = models.CharField(max_length=300)
    reviewed_on = models.DateField(null=True, blank=True)
    document = models.JSONField()

    class Meta:
        ordering = ["-reviewed_on", "id"]

    def __str__(self) -> str:
        return self.title
