"""Who runs services."""

from typing import Any

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Organisation(models.Model):
    """A body that runs services, as its record in the shape of the API.

    `document` is the `organization` object of Open Referral UK without its services.
    The columns beside it are read out of it on every save of the room's services, so
    that lists and rights need not open it. A provider's people belong to one of these.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(
        "localoffer.Source", models.PROTECT, related_name="organisations"
    )
    id_at_source = models.CharField(max_length=200)
    name = models.CharField(max_length=300)
    email = models.CharField(max_length=300, blank=True)
    website = models.CharField(max_length=500, blank=True)
    document = models.JSONField(default=dict)
    last_modified = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "id_at_source"], name="one_organisation_a_source_id"
            )
        ]
        indexes = [models.Index(fields=["name", "id"], name="organisation_by_name")]

    def __str__(self) -> str:
        return self.name


class OrganisationVersion(models.Model):
    """An organisation's whole record as it once was. Added, never changed."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField()
    document = models.JSONField()
    by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["organisation", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"],
                name="organisation_versions_are_numbered_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new version.

        Raises: TypeError for one that is already kept, because history is added to.
        """
        if not self._state.adding:
            raise TypeError("A version is never changed. Add a new one.")
        super().save(*args, **kwargs)
