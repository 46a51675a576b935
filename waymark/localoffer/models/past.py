"""Provision as it once was, out of old papers. Never today's."""

from django.db import models


class PastProvision(models.Model):
    """One row of a table of provision as it stood in a year. History, never today's.

    `places` and `ages` are text because the paper's are ("13 or 14", "birth-5").
    """

    id = models.BigAutoField(primary_key=True)
    year = models.PositiveIntegerField()
    row_kind = models.CharField(max_length=20)
    provider = models.CharField(max_length=200)
    provision_type = models.CharField(max_length=60, blank=True)
    places = models.CharField(max_length=40, blank=True)
    ages = models.CharField(max_length=40, blank=True)
    specialism = models.TextField(blank=True)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=300)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["year", "order"]

    def __str__(self) -> str:
        return f"{self.provider} ({self.year})"
