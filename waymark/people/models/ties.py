"""What ties people to a record besides family and roll, and what is kept from whom."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.adult import Adult
from waymark.people.models.child import Child
from waymark.today import now


class Assignment(models.Model):
    """That an account works with a child: as officer, adviser, supporter, on a panel.

    `how` and `role` are those of `access.ties`. What is for a time has an end from the
    beginning on. `invited_by` is the account of the family that let a supporter in.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="assignments")
    account_id = models.UUIDField()
    role = models.CharField(max_length=40)
    how = models.CharField(max_length=20)
    team = models.ForeignKey(
        "organisations.Team", models.PROTECT, null=True, blank=True, related_name="+"
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    begun_by = models.UUIDField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-began_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "account_id", "role", "how"],
                condition=models.Q(ended_on=None, ends_at=None),
                name="an_account_is_assigned_in_a_role_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="an_assignment_ends_after_it_began",
            ),
        ]
        indexes = [
            models.Index(fields=["account_id", "ended_on"], name="assigned_account"),
            models.Index(fields=["team", "ended_on"], name="assigned_team"),
        ]

    def __str__(self) -> str:
        return self.how


class SupporterInvitation(models.Model):
    """That a family let a supporter in: to one child's record, until a moment.

    The account is known once they accept. Ended by the family in one press.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(
        Child, models.CASCADE, related_name="supporter_invitations"
    )
    invited_by = models.UUIDField()
    sealed_email = models.TextField()
    ends_at = models.DateTimeField()
    accepted_by = models.UUIDField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-made_at", "id"]

    def __str__(self) -> str:
        return "An invitation of a supporter"


class KeptFrom(models.Model):
    """That something of a record is kept from one account, whatever else holds.

    Empty `parts` mean every part, empty `classes` every class; both hold the values of
    `access.record` with a space between them. The reason is sealed at rest and never
    shown to the person it is kept from.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="kept_from")
    account_id = models.UUIDField()
    parts = models.CharField(max_length=300, blank=True)
    classes = models.CharField(max_length=60, blank=True)
    sealed_reason = models.TextField(blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    kept_by = models.UUIDField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-began_on", "id"]
        indexes = [models.Index(fields=["account_id", "child"], name="kept_from_whom")]

    def __str__(self) -> str:
        return "Kept from somebody"


class ParentView(models.Model):
    """What a young person decided about a parent's view, once the rights were theirs.

    Without a row a parent goes on seeing the record for everyday help until the young
    person turns 18. Added and never changed: the last one counts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="parent_views")
    adult = models.ForeignKey(Adult, models.CASCADE, related_name="+")
    is_open = models.BooleanField()
    decided_by = models.UUIDField()
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-made_at", "id"]

    def __str__(self) -> str:
        return "What a parent may see"
