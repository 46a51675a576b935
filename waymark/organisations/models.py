"""The local area: its authority, and the people and bodies who help families."""

from django.core.exceptions import ValidationError
from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Authority(models.Model):
    """The one local authority that this installation serves.

    `is_demonstration` is set when the data folder is made and never after: it
    alone opens the one-press personas, and a live service refuses such a folder.
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

    class Meta:
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


def only_web_addresses(value: str) -> None:
    if value and not value.startswith(("https://", "http://")):
        raise ValidationError("Start the address with https://")


class Helper(models.Model):
    """A person or body who helps families, with where we learned it and when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=160)
    for_what = models.TextField()
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.CharField(
        max_length=300, blank=True, validators=[only_web_addresses]
    )
    where = models.CharField(max_length=300, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    caution = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300)
    checked_on = models.DateField()
    national = models.BooleanField(default=False)

    class Meta:
        ordering = ["national", "name"]

    def __str__(self) -> str:
        return self.name
