"""Which of the area's own words have been brought in, so that none comes in twice."""

from django.db import models

from waymark.today import now


class Loaded(models.Model):
    """One thing read from the area's folder. From then on it belongs to the editors.

    Kept even when an editor deletes the thing: a second start must not bring it back.
    """

    what = models.CharField(max_length=200, unique=True)
    loaded_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = "loaded words"
        verbose_name_plural = "loaded words"

    def __str__(self) -> str:
        return self.what
