"""What readers say about a page. Nothing here says who they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.ids import new_id
from waymark.today import now


class Useful(models.TextChoices):
    """Was this page useful?"""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")


class Feedback(models.Model):
    """One answer about one page, and what the editors did about it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    page = models.CharField(_("page"), max_length=300)
    useful = models.CharField(_("useful"), max_length=10, choices=Useful.choices)
    missing = models.TextField(_("what is missing"), max_length=1000, blank=True)
    made_at = models.DateTimeField(_("sent"), default=now, editable=False)
    done = models.TextField(
        _("what we did"),
        max_length=1000,
        blank=True,
        help_text=_("Say what was done, or why nothing was. This marks it as handled."),
    )
    handled_at = models.DateTimeField(
        _("handled"), null=True, blank=True, editable=False
    )

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        constraints = [
            models.CheckConstraint(
                name="feedback_useful_is_known",
                condition=models.Q(useful__in=[choice.value for choice in Useful]),
            ),
            models.CheckConstraint(
                name="feedback_handled_says_what_was_done",
                condition=models.Q(handled_at=None) | ~models.Q(done=""),
            ),
        ]

    def __str__(self) -> str:
        return self.page

    def save(self, *args: object, **kwargs: object) -> None:
        """Saying what was done is what marks it as handled."""
        if self.done and self.handled_at is None:
            self.handled_at = now()
        if not self.done:
            self.handled_at = None
        super().save(*args, **kwargs)  # type: ignore[arg-type]
