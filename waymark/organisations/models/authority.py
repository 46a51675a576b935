"""The one local authority that this installation serves."""

from django.db import models

from waymark.ids import new_id
from waymark.organisations.models.organisation import Organisation
from waymark.today import now


class Authority(models.Model):
    """The one local authority that this installation serves.

    `is_demonstration` is set when the data folder is made and never after: it
    alone opens the one-press personas, and a live service refuses such a folder. Its
    people hold their posts at its `organisation`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    council = models.CharField(max_length=160)
    names = models.JSONField(default=dict)
    contact = models.JSONField(default=dict)
    urgent = models.JSONField(default=dict)
    synonyms = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    is_demonstration = models.BooleanField(default=False, editable=False)
    demonstration_words = models.TextField(blank=True)
    made_at = models.DateTimeField(default=now, editable=False)
    organisation = models.OneToOneField(
        Organisation, models.PROTECT, null=True, related_name="authority"
    )

    class Meta:
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name
