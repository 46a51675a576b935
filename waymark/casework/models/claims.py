"""Exemptions: what was claimed for one duty, on which ground, and who agreed."""

from django.db import models

from waymark.casework.models.episode import Episode
from waymark.ids import new_id
from waymark.law.rule import Exemption
from waymark.today import now


class Claim(models.Model):
    """That an exemption lifts the limit of one duty, claimed and agreed by two people.

    `facts` are the days that the law's conditions are read from, in the words of
    `law.facts`; they hold no words. An exemption lifts a limit and moves no day. What
    was agreed is never changed. Words are sealed at rest.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    episode = models.ForeignKey(Episode, models.CASCADE, related_name="claims")
    rule = models.CharField(max_length=8)
    code = models.CharField(
        max_length=12, choices=[(each.value, each.value) for each in Exemption]
    )
    facts = models.JSONField()
    sealed_evidence = models.TextField()
    sealed_reasons = models.TextField()
    expected_on = models.DateField()
    review_on = models.DateField()
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField(default=now, editable=False)
    agreed_by = models.UUIDField(null=True)
    agreed_at = models.DateTimeField(null=True)
    returned_by = models.UUIDField(null=True)
    returned_at = models.DateTimeField(null=True)
    sealed_return = models.TextField(blank=True)

    class Meta:
        ordering = ["-proposed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_at=None) | models.Q(returned_at=None),
                name="a_claim_is_agreed_or_returned",
            ),
            models.CheckConstraint(
                condition=models.Q(agreed_by=None)
                | ~models.Q(agreed_by=models.F("proposed_by")),
                name="nobody_agrees_to_their_own_claim",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} for {self.rule}"

    @property
    def waits(self) -> bool:
        """Whether nobody has answered the claim."""
        return self.agreed_at is None and self.returned_at is None
