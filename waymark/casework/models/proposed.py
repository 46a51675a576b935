"""What one person proposes and another agrees to, or gives back."""

from django.db import models

from waymark.today import now


class Proposed(models.Model):
    """Who proposed something and when, and who agreed to it or gave it back.

    It is agreed or given back, never both, and nobody agrees to their own. What was
    agreed is never changed. The words with which it was given back are sealed at rest.
    """

    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField(default=now, editable=False)
    agreed_by = models.UUIDField(null=True)
    agreed_at = models.DateTimeField(null=True)
    returned_by = models.UUIDField(null=True)
    returned_at = models.DateTimeField(null=True)
    sealed_return = models.TextField(blank=True)

    class Meta:
        abstract = True
        ordering = ["-proposed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_at=None) | models.Q(returned_at=None),
                name="a_%(class)s_is_agreed_or_returned",
            ),
            models.CheckConstraint(
                condition=models.Q(agreed_by=None)
                | ~models.Q(agreed_by=models.F("proposed_by")),
                name="nobody_agrees_to_their_own_%(class)s",
            ),
        ]

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it."""
        return self.agreed_at is None and self.returned_at is None
