"""The people and bodies who help families."""

from django.core.exceptions import ValidationError
from django.db import models

from waymark.ids import new_id


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
