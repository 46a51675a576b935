"""Bodies that take part in the work: the authority, boards, settings, services."""

from datetime import date

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Organisation(models.Model):
    """A body whose people may hold posts, or where children are.

    `code` is what others know it by: an authority's three digits, a board's code of
    the health service. A setting's numbers and days stand in its `Setting`, as the
    register has them. A body that has ended stays, because the record speaks of it; it
    counts no longer on the day it ended.
    """

    class Kind(models.TextChoices):
        AUTHORITY = "authority", "Local authority"
        ICB = "icb", "Integrated care board"
        SETTING = "setting", "Setting"
        SERVICE = "service", "Service"
        TRUST = "trust", "Trust"
        CHARITY = "charity", "Charity"
        OTHER_AUTHORITY = "other-authority", "Another local authority"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=20, blank=True)
    part_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts"
    )
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.CharField(max_length=300, blank=True)
    began_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"],
                condition=~models.Q(code=""),
                name="a_kind_of_organisation_bears_a_code_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__gte=models.F("began_on"))
                | models.Q(began_on=None)
                | models.Q(ended_on=None),
                name="an_organisation_ends_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["kind", "name"], name="organisation_by_kind")]

    def __str__(self) -> str:
        return self.name

    def is_there(self, on: date) -> bool:
        """Whether it is at work on a day; one without dates always is."""
        begun = self.began_on is None or self.began_on <= on
        return begun and (self.ended_on is None or on < self.ended_on)


class FormerName(models.Model):
    """What an organisation was called, and until when. Added, never changed."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="former_names"
    )
    name = models.CharField(max_length=200)
    until = models.DateField()

    class Meta:
        ordering = ["organisation", "-until", "-id"]

    def __str__(self) -> str:
        return self.name
