"""Whether a young person can make one decision at one time, and who does if not."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.adult import Adult
from waymark.people.models.child import Child
from waymark.today import now


class CapacityRecord(models.Model):
    """An assessment of capacity for one decision (Mental Capacity Act 2005 ss 1 to 3).

    Capacity is presumed from 16 on; only a record can say otherwise, and only for the
    decision it names. Added and never changed: a later one for the same decision takes
    its place. Free words are sealed at rest. `representative` decides in the young
    person's place, and is empty where a parent does (SEND Regulations 2014 reg 64).
    """

    class Decision(models.TextChoices):
        RECORD = "record", "Who sees and keeps this record"
        REQUEST = "request", "Asking for an assessment"
        PLAN = "plan", "What the plan says and which setting it names"
        APPEAL = "appeal", "Appealing"
        SHARING = "sharing", "Sharing information"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="capacity_records")
    decision = models.CharField(max_length=12, choices=Decision)
    sealed_information = models.TextField()
    sealed_support = models.TextField()
    understands = models.BooleanField()
    retains = models.BooleanField()
    weighs = models.BooleanField()
    communicates = models.BooleanField()
    assessed_by = models.UUIDField()
    assessed_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    representative = models.ForeignKey(
        Adult, models.SET_NULL, null=True, blank=True, related_name="represents"
    )
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-assessed_on", "-made_at", "id"]

    def __str__(self) -> str:
        return self.decision

    @property
    def has_capacity(self) -> bool:
        """Whether all four parts of the test were met."""
        return self.understands and self.retains and self.weighs and self.communicates
