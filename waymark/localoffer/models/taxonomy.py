"""Lists of words by which services are sorted: ours, and those that came with feeds."""

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Taxonomy(models.Model):
    """One list of terms. `key` is set for the lists that this room itself reads."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=300)
    document = models.JSONField(default=dict)
    last_modified = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "taxonomies"

    def __str__(self) -> str:
        return self.name


class TaxonomyTerm(models.Model):
    """One term. `parent_id` may name a term nobody has sent, or even go in a ring."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    taxonomy = models.ForeignKey(
        Taxonomy, models.CASCADE, null=True, related_name="terms"
    )
    key = models.CharField(max_length=60, blank=True)
    parent_id = models.UUIDField(null=True, blank=True, db_index=True)
    name = models.CharField(max_length=300)
    order = models.PositiveIntegerField(default=0)
    #: The terms of our own lists that this one, which came with a feed, amounts to.
    means = models.ManyToManyField("self", symmetrical=False, blank=True)
    document = models.JSONField(default=dict)
    last_modified = models.DateTimeField(default=now)

    class Meta:
        ordering = ["taxonomy", "order", "name", "id"]

    def __str__(self) -> str:
        return self.name


class ServiceTerm(models.Model):
    """That a published service bears a term, itself or at its organisation or place.

    Read out of the published record; the record is the truth. `said` is False for one
    of our own terms that the record does not name, but a term that it does name means.
    Pages sort by all of them; the API answers for what the record says.
    """

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(
        "localoffer.Service", models.CASCADE, related_name="terms"
    )
    term = models.ForeignKey(TaxonomyTerm, models.CASCADE, related_name="services")
    said = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["term", "service"], name="a_service_bears_a_term_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.service_id} bears {self.term_id}"
