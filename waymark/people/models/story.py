"""The story, told once: in parts, in versions, by the child and by each parent."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.adult import Adult
from waymark.people.models.child import Child
from waymark.today import now


class StoryVersion(models.Model):
    """What somebody told of one part of the story, at one moment.

    The child's own where `adult` is empty, else that parent's. Added and never
    changed: the highest number counts, and one without words takes the part back.
    `is_kept` keeps it: the child's for the child alone, a parent's from the other
    parent. `travels` names who may read it, with a space between them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="story")
    adult = models.ForeignKey(
        Adult, models.CASCADE, null=True, blank=True, related_name="+"
    )
    part = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    sealed_words = models.TextField(blank=True)
    language = models.CharField(max_length=60, blank=True)
    helper = models.CharField(max_length=160, blank=True)
    is_kept = models.BooleanField(default=False)
    travels = models.CharField(max_length=120, blank=True)
    told_by = models.UUIDField()
    told_at = models.DateTimeField(default=now, editable=False)
    # The last day on which they said that it is still right.
    confirmed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["child", "part", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "adult", "part", "number"],
                condition=models.Q(adult__isnull=False),
                name="a_parents_part_has_a_version_once",
            ),
            models.UniqueConstraint(
                fields=["child", "part", "number"],
                condition=models.Q(adult=None),
                name="a_childs_part_has_a_version_once",
            ),
        ]

    def __str__(self) -> str:
        return self.part


class VoiceItem(models.Model):
    """Something a child said, in whatever way they say things.

    `sealed_words` are the exact words, or what a picture or sign says in words.
    `sealed_board` is a symbol board as data: its topic, and where each symbol was put.
    `permits` says what the child allows it to be used for, and after `expires_on` the
    child is asked again. Taken back, it opens to the child alone.
    """

    class Medium(models.TextChoices):
        TYPED = "typed", "Typed words"
        SIGNED = "signed", "Signed, written down by somebody"
        OBSERVED = "observed", "What somebody saw"
        SYMBOLS = "symbols", "A symbol board"
        DRAWING = "drawing", "A drawing"
        PHOTO = "photo", "A photo"
        AUDIO = "audio", "A sound recording"
        VIDEO = "video", "A video"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="voice")
    medium = models.CharField(max_length=10, choices=Medium)
    asked = models.CharField(max_length=200, blank=True)
    sealed_words = models.TextField(blank=True)
    sealed_board = models.TextField(blank=True)
    file_id = models.UUIDField(null=True, blank=True)
    language = models.CharField(max_length=60, blank=True)
    helper = models.CharField(max_length=160, blank=True)
    helper_is = models.CharField(max_length=80, blank=True)
    said_on = models.DateField()
    is_kept = models.BooleanField(default=False)
    permits = models.CharField(max_length=120, blank=True)
    travels = models.CharField(max_length=120, blank=True)
    expires_on = models.DateField()
    recorded_by = models.UUIDField()
    made_at = models.DateTimeField(default=now, editable=False)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-said_on", "-made_at", "id"]

    def __str__(self) -> str:
        return self.medium
