"""Counts of what is used and searched for, by the day. No row says who."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Used(models.TextChoices):
    """What is counted."""

    PAGE = "page", _("Page read")
    FORMAT = "format", _("Format taken")
    SEARCH = "search", _("Search")


class Use(models.Model):
    """How often something was used on a day. `what` is a path, a format or a result."""

    kind = models.CharField(max_length=10, choices=Used)
    what = models.CharField(max_length=300)
    on = models.DateField()
    times = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["on", "kind", "what"], name="one_count_a_day_and_thing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} on {self.on}: {self.times}"


class SearchCount(models.Model):
    """How often some words were searched for on a day, and how often in vain.

    The words are not here: `mark` is a keyed digest, so that nobody reads words that
    one person alone has used.
    """

    mark = models.CharField(max_length=64)
    on = models.DateField()
    times = models.PositiveIntegerField()
    found_nothing = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["on"], name="search_count_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["mark", "on"], name="one_count_a_day_and_search"
            )
        ]

    def __str__(self) -> str:
        return f"{self.mark[:8]} on {self.on}: {self.times}"


class SearchWords(models.Model):
    """Words that were used often enough, on days enough, to be shown to editors."""

    mark = models.CharField(max_length=64, primary_key=True)
    words = models.CharField(max_length=100)
    #: When an editor dealt with them; they no longer wait among those in vain.
    dealt_with_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words


class SameMeaning(models.Model):
    """Two wordings of one thing, added by an editor, for the search to know."""

    words = models.CharField(max_length=100)
    means = models.CharField(max_length=100)
    by = models.UUIDField(null=True, blank=True)
    added_on = models.DateField()

    class Meta:
        ordering = ["words", "means"]
        constraints = [
            models.UniqueConstraint(
                fields=["words", "means"], name="a_meaning_is_given_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.words} = {self.means}"
