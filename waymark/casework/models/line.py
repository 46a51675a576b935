"""What makes lists of cases fast. Nothing here is known that the events do not say."""

from datetime import date, timedelta

from django.db import models

from waymark.casework.models.episode import Episode
from waymark.law.process import Step
from waymark.law.processes import PROCESSES
from waymark.law.rule import Rule
from waymark.law.rules import RULES


class CaseLine(models.Model):
    """How an episode stands, as a line of a list. Made from its events, and again.

    `due_on` is the soonest last day that law or guidance sets and that is still waited
    for, `rule` the rule that sets it and `holder` who has to act. Whether that is late
    depends on the day somebody looks, so it is not kept.
    """

    episode = models.OneToOneField(
        Episode, models.CASCADE, primary_key=True, related_name="line"
    )
    received_on = models.DateField(null=True)
    latest = models.CharField(max_length=60, blank=True)
    latest_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    rule = models.CharField(max_length=8, blank=True)
    holder = models.CharField(max_length=40, blank=True)
    is_ended = models.BooleanField(default=False)

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "received_on", "episode"]
        indexes = [models.Index(fields=["is_ended", "due_on"], name="case_by_due")]

    def __str__(self) -> str:
        return f"{self.rule} by {self.due_on}"

    @property
    def set_by(self) -> Rule | None:
        """The rule that sets the next last day."""
        return RULES.get(self.rule)

    @property
    def step(self) -> Step | None:
        """The last step that was taken."""
        steps = PROCESSES[self.episode.process].steps
        return next((each for each in steps if each.kind.value == self.latest), None)

    @property
    def late_from(self) -> date | None:
        """The day after the next last day."""
        return self.due_on + timedelta(days=1) if self.due_on else None
