"""Who keeps which organisation's entries, and which of them may be brief about it."""

from django.conf import settings
from django.db import models

from waymark.today import now


class Provider(models.Model):
    """That somebody keeps the entries of an organisation, since when and until when.

    One person may keep several organisations, and an organisation have several people.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    organisation = models.ForeignKey(
        "localoffer.Organisation", models.CASCADE, related_name="providers"
    )
    began_at = models.DateTimeField(default=now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "organisation"],
                condition=models.Q(ended_at=None),
                name="a_provider_keeps_an_organisation_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} keeps {self.organisation_id}"


class Trust(models.Model):
    """That an organisation may publish a new phone number or new times at once.

    Taking trust away deletes the row; everything published stays in the versions.
    """

    organisation = models.OneToOneField(
        "localoffer.Organisation",
        models.CASCADE,
        primary_key=True,
        related_name="trust",
    )
    given_by = models.UUIDField(null=True, blank=True)
    given_at = models.DateTimeField(default=now, editable=False)

    def __str__(self) -> str:
        return f"trust in {self.organisation_id}"
