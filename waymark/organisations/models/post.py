"""Teams, and who does what where, from when until when."""

from datetime import date

from django.db import models

from waymark.ids import new_id
from waymark.organisations.models.organisation import Organisation
from waymark.today import now


class Team(models.Model):
    """A team of an organisation. One that has ended stays, because posts name it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="teams")
    name = models.CharField(max_length=160)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=models.Q(ended_on=None),
                name="a_team_is_named_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="a_team_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """What a member of staff does where, from a day until a day.

    The account is named by its id alone, because this room stands below accounts. A
    post counts from the day it began, and no longer on the day it ended, so that ending
    one today takes its rights away today. One that was never right is ended on the day
    it began; nothing is taken out of the record.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account_id = models.UUIDField()
    role = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts")
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="posts"
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    begun_by = models.UUIDField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-began_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account_id", "role", "organisation"],
                condition=models.Q(ended_on=None, team=None),
                name="a_post_without_a_team_is_held_once",
            ),
            models.UniqueConstraint(
                fields=["account_id", "role", "organisation", "team"],
                condition=models.Q(ended_on=None, team__isnull=False),
                name="a_post_in_a_team_is_held_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="a_post_ends_after_it_began",
            ),
        ]
        indexes = [
            models.Index(fields=["account_id", "ended_on"], name="post_by_account"),
            models.Index(fields=["organisation", "ended_on"], name="post_by_place"),
        ]

    def __str__(self) -> str:
        return self.role

    def is_held(self, on: date) -> bool:
        """Whether it counts on a day."""
        return self.began_on <= on and (self.ended_on is None or on < self.ended_on)
