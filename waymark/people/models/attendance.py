"""Which settings a child goes to, and what is true of it in law besides."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.child import Child
from waymark.today import now


class Attendance(models.Model):
    """That a child is on the roll of a setting, from a day until a day.

    On the day it ends it ties nobody of the setting to the child any more. The year
    group taught is empty where it is the one of the child's age.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="attendances")
    setting = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, related_name="attendances"
    )
    is_main = models.BooleanField(default=True)
    year_taught = models.SmallIntegerField(null=True, blank=True)
    hours_a_week = models.DecimalField(
        max_digits=4, decimal_places=1, null=True, blank=True
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-began_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "setting"],
                condition=models.Q(ended_on=None),
                name="a_child_is_on_a_roll_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=models.Q(ended_on=None, is_main=True),
                name="a_child_has_one_main_setting_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="an_attendance_ends_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["setting", "ended_on"], name="roll_of_setting")]

    def __str__(self) -> str:
        return "An attendance"


class LegalStatus(models.Model):
    """Something that is true of a child in law for a time, such as being looked after.

    `authority` is the body that looks after the child, where one does.
    """

    class Kind(models.TextChoices):
        LOOKED_AFTER = "looked-after", "Looked after by an authority"
        LOOKED_AFTER_BEFORE = "looked-after-before", "Looked after before"
        ADOPTED = "adopted", "Adopted"
        SPECIAL_GUARDIAN = "special-guardianship", "Under special guardianship"
        YOUNG_CARER = "young-carer", "Young carer"
        FORCES = "forces-family", "Of a forces family"
        HOME_EDUCATED = "home-educated", "Educated at home"
        CUSTODY = "custody", "In custody"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="legal_statuses")
    kind = models.CharField(max_length=24, choices=Kind)
    authority = models.ForeignKey(
        "organisations.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    basis = models.CharField(max_length=120, blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name_plural = "legal statuses"
        ordering = ["-began_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=models.Q(ended_on=None),
                name="a_legal_status_holds_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.kind
