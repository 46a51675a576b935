"""What people say about the Local Offer, what we answer, and what is done about it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.ids import new_id
from waymark.today import today


class Speaker(models.TextChoices):
    """Who speaks, if they like to say. The regulations name the first two."""

    YOUNG_PERSON = "young-person", _("A child or young person")
    PARENT = "parent", _("A parent or carer")
    PRACTITIONER = "practitioner", _("Somebody who works with families")
    OTHER = "other", _("Somebody else")


class Theme(models.TextChoices):
    """What a comment is about, after the three things the regulations ask about.

    Content: missing, wrong, quality. Accessibility: finding, understanding, reaching.
    How it has been developed: making.
    """

    MISSING = "missing", _("Something is missing")
    WRONG = "wrong", _("Something is wrong or out of date")
    QUALITY = "quality", _("How good the help is")
    FINDING = "finding", _("Finding things")
    UNDERSTANDING = "understanding", _("Understanding the words")
    REACHING = "reaching", _("Using it with a disability, or without the internet")
    MAKING = "making", _("How the Local Offer is made and looked after")


class Action(models.TextChoices):
    """What is done about a comment."""

    DONE = "done", _("We have done it")
    PLANNED = "planned", _("We will do it")
    NOT_POSSIBLE = "not-possible", _("We cannot do it")
    NOTHING_ASKED = "nothing-asked", _("Nothing was asked for")


class KeptOut(models.TextChoices):
    """Why a comment is not published. The law allows the first two."""

    VEXATIOUS = "vexatious", _("It is vexatious")
    ONE_PERSON = "one-person", _("It is about what one person gets")
    KNOWN = "known", _("Somebody could be known by it, however it is put")
    NOT_OURS = "not-ours", _("It is not about the Local Offer")
    TOO_LATE = "too-late", _("Its words were deleted before anybody answered")


class Comment(models.Model):
    """One comment, from the day it came to its answer.

    What was typed stays in `feedback`, which is deleted within a year; `words` are
    those that are published, without names. Only the day it came is kept. A comment
    that is settled has a response and an action, or a reason for keeping it out: the
    database holds no other.
    """

    class State(models.TextChoices):
        RECEIVED = "received", _("Waits for an answer")
        SENT = "sent", _("Waits for a second person")
        PUBLISHED = "published", _("Published with its answer")
        KEPT_OUT = "kept-out", _("Kept out, with a reason")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    feedback = models.OneToOneField(
        "guidance.Feedback", models.SET_NULL, null=True, related_name="+"
    )
    page = models.CharField(max_length=300)
    speaker = models.CharField(max_length=20, choices=Speaker, blank=True)
    received_on = models.DateField(default=today)
    #: Looks like advertising, or was sent again and again; so it is read last.
    suspected = models.BooleanField(default=False)

    theme = models.CharField(max_length=20, choices=Theme, blank=True)
    words = models.TextField(blank=True)
    response = models.TextField(blank=True)
    action = models.CharField(max_length=20, choices=Action, blank=True)
    action_says = models.TextField(blank=True)
    #: The day it was done, or the day by which it will be.
    action_on = models.DateField(null=True, blank=True)
    kept_out = models.CharField(max_length=20, choices=KeptOut, blank=True)
    kept_out_because = models.TextField(blank=True)

    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED)
    returned_because = models.TextField(blank=True)
    written_by = models.UUIDField(null=True, blank=True)
    settled_by = models.UUIDField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["suspected", "received_on", "id"]
        indexes = [models.Index(fields=["state", "received_on"], name="comment_queue")]
        constraints = [
            models.CheckConstraint(
                name="a_published_comment_has_its_answer",
                condition=~Q(state="published")
                | ~(Q(theme="") | Q(words="") | Q(response="") | Q(action="")),
            ),
            models.CheckConstraint(
                name="a_comment_kept_out_has_its_reason",
                condition=~Q(state="kept-out")
                | ~(Q(kept_out="") | Q(kept_out_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk}"


#: A settled comment is public with its answer, or kept out with a reason.
SETTLED = (Comment.State.PUBLISHED, Comment.State.KEPT_OUT)


class ReplyTo(models.Model):
    """Where to send an answer: sealed, apart, and deleted once it is sent."""

    comment = models.OneToOneField(
        Comment, models.CASCADE, primary_key=True, related_name="reply_to"
    )
    sealed = models.TextField()
    until = models.DateField()

    def __str__(self) -> str:
        return f"where to answer {self.comment_id}"


class YearOfAnswers(models.Model):
    """What the authority says with one year of comments, and when it was published."""

    class State(models.TextChoices):
        WRITING = "writing", _("Being written")
        SENT = "sent", _("Waits for a second person")
        PUBLISHED = "published", _("Published")

    year = models.PositiveIntegerField(primary_key=True)
    introduction = models.TextField()
    how_asked = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    returned_because = models.TextField(blank=True)
    written_by = models.UUIDField(null=True, blank=True)
    published_by = models.UUIDField(null=True, blank=True)
    #: Stays when it is written again, so that readers keep what was published.
    published_on = models.DateField(null=True, blank=True)
    #: What readers see: the words as they were approved.
    published_introduction = models.TextField(blank=True)
    published_how_asked = models.TextField(blank=True)

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)
