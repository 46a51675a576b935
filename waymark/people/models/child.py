"""A child or young person: who they are, asked once."""

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class Child(models.Model):
    """A child or young person of the area, from the first word about them on.

    `account_id` is their own account, once they have one; this room stands below
    accounts. `known_as` is what they want to be called, and empty where that is their
    forename. What is not known is empty. Nothing about a child is said by `str`.
    """

    class Sex(models.TextChoices):
        FEMALE = "F", "Female"
        MALE = "M", "Male"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account_id = models.UUIDField(null=True, blank=True, unique=True)
    forename = models.CharField(max_length=80)
    surname = models.CharField(max_length=80)
    known_as = models.CharField(max_length=80, blank=True)
    born_on = models.DateField()
    died_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    ethnicity = models.CharField(max_length=4, blank=True)
    religion = models.CharField(max_length=60, blank=True)
    home_language = models.CharField(max_length=60, blank=True)
    # How they say things best: words, signs, symbols, a device.
    communicates_by = models.CharField(max_length=200, blank=True)
    needs_interpreter = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)
    # Counts up with each change, so that two people who save one thing find out.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "children"
        ordering = ["surname", "forename", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(died_on=None)
                | models.Q(died_on__gte=models.F("born_on")),
                name="nobody_dies_before_they_were_born",
            ),
        ]
        indexes = [
            models.Index(fields=["surname", "forename"], name="child_by_name"),
            models.Index(fields=["born_on"], name="child_by_birth"),
        ]

    def __str__(self) -> str:
        return "A child"

    @property
    def name(self) -> str:
        """What they are called: the name they chose, and the surname."""
        return f"{self.known_as or self.forename} {self.surname}"


class NameBefore(models.Model):
    """A name that a child had. One that is sealed opens to safeguarding alone.

    Added and never changed. The names are sealed at rest for this row.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="names_before")
    sealed_name = models.TextField()
    until = models.DateField()
    is_sealed = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["child", "-until", "id"]

    def __str__(self) -> str:
        return "A name before"


class Identifier(models.Model):
    """A number that others give to a child, sealed, with a mark by which it is found.

    The mark is the same for the same number and tells nobody the number. One that is
    wrong is ended, never changed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="identifiers")
    kind = models.CharField(max_length=12)
    sealed_value = models.TextField()
    mark = models.CharField(max_length=64)
    said_by = models.CharField(max_length=120, blank=True)
    began_at = models.DateTimeField(default=now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["child", "kind", "-began_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "mark"],
                condition=models.Q(ended_at=None),
                name="a_number_belongs_to_one_child_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=models.Q(ended_at=None),
                name="a_child_has_one_number_of_a_kind_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.kind
