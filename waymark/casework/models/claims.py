"""Exemptions: what was claimed for one duty, on which ground, and who agreed."""

from django.db import models

from waymark.casework.models.episode import Episode
from waymark.casework.models.proposed import Proposed
from waymark.ids import new_id
from waymark.law.rule import Exemption


class Claim(Proposed):
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

    def __str__(self) -> str:
        return f"{self.code} for {self.rule}"
