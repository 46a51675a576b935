"""The decision whether to assess: each limb of the test, proposed and agreed."""

from django.db import models

from waymark.casework.models.episode import Episode
from waymark.casework.models.proposed import Proposed
from waymark.ids import new_id


class Decision(Proposed):
    """What is decided on a request: the two limbs of the test, each with evidence.

    The test is section 36(8) of the Children and Families Act 2014: that the child has
    or may have special educational needs, and that it may be necessary for provision
    to be made under a plan. Proposed by one person and agreed by another; a proposal
    that comes later takes the place of one that nobody agreed to. What was agreed is
    never changed. Words are sealed at rest.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    episode = models.ForeignKey(Episode, models.CASCADE, related_name="decisions")
    has_needs = models.BooleanField()
    sealed_needs = models.TextField()
    may_need_plan = models.BooleanField()
    sealed_plan = models.TextField()
    sealed_age = models.TextField(blank=True)
    sealed_reasons = models.TextField()
    sealed_next = models.TextField(blank=True)

    def __str__(self) -> str:
        return "To assess" if self.is_yes else "Not to assess"

    @property
    def is_yes(self) -> bool:
        """Whether there will be an assessment: both limbs are met (s 36(8))."""
        return self.has_needs and self.may_need_plan
