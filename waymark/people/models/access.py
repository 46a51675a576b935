"""Requests for what is held about a child, and what is held back from an answer."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.child import Child
from waymark.today import now


class AccessRequest(models.Model):
    """Somebody asked for what is held about a child; when, and what became of it.

    The month to answer runs from `clear_on`: the day on which the request was there
    and it was clear who asks. Until then it is empty.
    """

    class By(models.TextChoices):
        SUBJECT = "subject", "The child or young person"
        PARENT = "parent", "A parent, for the child"
        OTHER = "other", "Somebody else, for the child"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="access_requests")
    asked_by = models.CharField(max_length=10, choices=By)
    received_on = models.DateField()
    clear_on = models.DateField(null=True, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    extended_why = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    written_by = models.UUIDField(null=True)
    written_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-received_on", "-written_at"]
        constraints = [
            models.CheckConstraint(
                name="an_access_request_is_clear_once_it_is_there",
                condition=models.Q(clear_on=None)
                | models.Q(clear_on__gte=models.F("received_on")),
            ),
            models.CheckConstraint(
                name="an_access_request_is_extended_for_a_reason",
                condition=models.Q(extended_on=None) | ~models.Q(extended_why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"asked for on {self.received_on}"


class AccessHold(models.Model):
    """One thing that is held back from an answer until a named person says yes or no.

    `item` names what it is in the record, never what it says.
    """

    class Because(models.TextChoices):
        THIRD_PARTY = "third-party", "It says something about somebody else"
        HARM = "harm", "Reading it could do serious harm"
        LEGAL = "legal", "A lawyer's advice, or a court's papers"

    class Answer(models.TextChoices):
        WAITS = "", "Not answered yet"
        WITHHOLD = "withhold", "Keep it back"
        GIVE = "give", "Give it"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(AccessRequest, models.CASCADE, related_name="holds")
    item = models.CharField(max_length=60)
    because = models.CharField(max_length=12, choices=Because)
    said = models.CharField(max_length=500, blank=True)
    put_by = models.UUIDField(null=True)
    put_at = models.DateTimeField(default=now, editable=False)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_for = models.CharField(max_length=160, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["put_at"]
        constraints = [
            models.UniqueConstraint(
                name="a_thing_is_held_back_once", fields=["request", "item"]
            ),
            models.CheckConstraint(
                name="an_answer_has_somebody_behind_it",
                condition=models.Q(answer="") | ~models.Q(answered_for=""),
            ),
        ]

    def __str__(self) -> str:
        return self.item
