"""The adults around a child: who they are, what they are to it, how to reach them."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.child import Child
from waymark.today import now


class Adult(models.Model):
    """A grown-up in the life of one or several children.

    How to reach them is sealed at rest. `account_id` is their own account, once they
    have accepted an invitation. The format and language are those in which letters go
    to them; `adjustments` says what makes meeting them possible.
    """

    class Channel(models.TextChoices):
        PORTAL = "portal", "Here, with an e-mail that says so"
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text message"
        POST = "post", "Post"
        PHONE = "phone", "Telephone"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account_id = models.UUIDField(null=True, blank=True, unique=True)
    name = models.CharField(max_length=160)
    sealed_email = models.TextField(blank=True)
    sealed_phone = models.TextField(blank=True)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.POST)
    format = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=60, blank=True)
    needs_interpreter = models.CharField(max_length=120, blank=True)
    adjustments = models.CharField(max_length=400, blank=True)
    died_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return "An adult"


class Relationship(models.Model):
    """What an adult is to a child, from a day until a day.

    A parent in the law of education is whoever has parental responsibility and whoever
    cares for the child (Education Act 1996 s 576). `seen_on` is the day on which
    evidence of the responsibility was seen, `seen_by` the account that saw it.
    """

    class Kind(models.TextChoices):
        MOTHER = "mother", "Mother"
        FATHER = "father", "Father"
        STEP_PARENT = "step-parent", "Step-parent"
        ADOPTIVE_PARENT = "adoptive-parent", "Adoptive parent"
        SPECIAL_GUARDIAN = "special-guardian", "Special guardian"
        FOSTER_CARER = "foster-carer", "Foster carer"
        GRANDPARENT = "grandparent", "Grandparent"
        RELATIVE = "relative", "Another relative"
        DEPUTY = "deputy", "Deputy or attorney"
        OTHER = "other", "Somebody else"

    class Responsibility(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        ORDER = "order", "By an order of a court"
        UNKNOWN = "unknown", "Not known"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="relationships")
    adult = models.ForeignKey(Adult, models.CASCADE, related_name="relationships")
    kind = models.CharField(max_length=20, choices=Kind)
    responsibility = models.CharField(
        max_length=8, choices=Responsibility, default=Responsibility.UNKNOWN
    )
    evidence = models.CharField(max_length=200, blank=True)
    seen_on = models.DateField(null=True, blank=True)
    seen_by = models.UUIDField(null=True, blank=True)
    is_carer = models.BooleanField(default=False)
    is_consulted = models.BooleanField(default=True)
    gets_letters = models.BooleanField(default=True)
    shares_contact = models.BooleanField(default=False)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["began_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "adult"],
                condition=models.Q(ended_on=None),
                name="an_adult_is_one_thing_to_a_child_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="a_relationship_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class CourtOrder(models.Model):
    """An order about one adult and one child, and whether it narrows what they see.

    `leaves_open` says in words what the order still allows, sealed at rest.
    """

    class Kind(models.TextChoices):
        CHILD_ARRANGEMENTS = "child-arrangements", "Child arrangements order"
        PROHIBITED_STEPS = "prohibited-steps", "Prohibited steps order"
        SPECIFIC_ISSUE = "specific-issue", "Specific issue order"
        NON_MOLESTATION = "non-molestation", "Non-molestation order"
        RESPONSIBILITY = "responsibility", "Parental responsibility order"
        CARE = "care", "Care order"
        OTHER = "other", "Another order"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    relationship = models.ForeignKey(
        Relationship, models.CASCADE, related_name="orders"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    narrows = models.BooleanField(default=False)
    sealed_words = models.TextField(blank=True)
    seen_on = models.DateField()
    seen_by = models.UUIDField(null=True, blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-began_on", "id"]

    def __str__(self) -> str:
        return self.kind
