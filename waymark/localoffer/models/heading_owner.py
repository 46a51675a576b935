"""Who answers for a heading of the statutory checklist."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.today import now


class HeadingOwner(models.Model):
    """The team or role that answers for one heading, and what it means to do.

    `heading` is a key of `statutory.HEADINGS`. A role, not a person: it is shown to
    everybody.
    """

    heading = models.CharField(max_length=60, primary_key=True)
    who = models.CharField(_("who is responsible"), max_length=160)
    plan = models.CharField(
        _("what will be done about gaps"), max_length=500, blank=True
    )
    changed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["heading"]
        verbose_name = _("owner of a heading")
        verbose_name_plural = _("owners of headings")

    def __str__(self) -> str:
        return f"{self.heading}: {self.who}"
