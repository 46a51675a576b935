"""Where what we know of settings was read."""

from django.db import models

from waymark.today import now


class Register(models.Model):
    """A list of settings that somebody keeps, and when it was read last.

    `as_of` says which day the list speaks of, in its own precision; `as_of_on` is a day
    to compare by, so that an older file never overwrites a newer one.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=300)
    as_of = models.CharField(max_length=60)
    as_of_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name
