"""Where a child or an adult lives, from when until when, and from whom it is kept."""

from django.db import models

from waymark.ids import new_id
from waymark.people.models.adult import Adult
from waymark.people.models.child import Child
from waymark.today import now


class Address(models.Model):
    """A place where one person lives: a child, or an adult. Lines sealed at rest.

    One that `is_restricted` opens only to whoever may see what belongs to one parent.
    `confirmed_by` is the account that last said it is right, or showed evidence.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(
        Child, models.CASCADE, null=True, blank=True, related_name="addresses"
    )
    adult = models.ForeignKey(
        Adult, models.CASCADE, null=True, blank=True, related_name="addresses"
    )
    sealed_lines = models.TextField()
    sealed_postcode = models.TextField(blank=True)
    is_restricted = models.BooleanField(default=False)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    confirmed_by = models.UUIDField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name_plural = "addresses"
        ordering = ["-began_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(child=None) ^ models.Q(adult=None),
                name="an_address_is_of_one_person",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="an_address_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return "An address"


class AddressKept(models.Model):
    """That one address is kept from one account, whatever else it may see."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    address = models.ForeignKey(Address, models.CASCADE, related_name="kept_from")
    account_id = models.UUIDField()
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    kept_by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["address", "account_id"],
                condition=models.Q(ended_on=None),
                name="an_address_is_kept_from_an_account_once",
            ),
        ]

    def __str__(self) -> str:
        return "An address kept from somebody"
