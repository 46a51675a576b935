"""Where records come from: a feed, a sheet, an area's own files, or the provider."""

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Source(models.Model):
    """One origin of records, with what may be done with them and who is credited.

    `address` is set for a feed alone. A feed may change its own records and nobody
    else's; a file that somebody here imports may change any.
    """

    class Kind(models.TextChoices):
        FEED = "feed", "A feed of another publisher"
        SHEET = "sheet", "A file that somebody imported"
        AREA = "area", "A file that came with the area"
        OWN = "own", "Written here"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=200, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind)
    address = models.CharField(max_length=500, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    licence_address = models.CharField(max_length=300, blank=True)
    credit = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
