"""Settings as the register has them: schools, colleges, centres; their successors."""

from datetime import date

from django.db import models

from waymark.organisations.models.organisation import Organisation
from waymark.organisations.models.register import Register
from waymark.organisations.sorts import STATE_FUNDED, Sort


class Setting(models.Model):
    """What the register of schools says of one organisation.

    Empty and None mean that the register does not say. `sort` is read out of type,
    phase and establishment number when the register is read. `sen_needs` holds the
    codes of the kinds of need that it provides for, with a space between them. The
    name of the head is not kept: posts say who works where.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"
        CLOSING = "closing", "Open, to close"
        OPENING = "opening", "To open"

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, primary_key=True, related_name="setting"
    )
    register = models.ForeignKey(Register, models.PROTECT, related_name="settings")
    urn = models.CharField(max_length=7, unique=True)
    la_code = models.CharField(max_length=3, blank=True)
    establishment_number = models.CharField(max_length=4, blank=True)
    ukprn = models.CharField(max_length=8, blank=True)
    type_code = models.PositiveSmallIntegerField(null=True, blank=True)
    type_name = models.CharField(max_length=100, blank=True)
    phase = models.CharField(max_length=60, blank=True)
    sort = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Sort]
    )
    status = models.CharField(max_length=10, choices=Status)
    opened_on = models.DateField(null=True, blank=True)
    why_opened = models.CharField(max_length=100, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    why_closed = models.CharField(max_length=100, blank=True)
    lowest_age = models.PositiveSmallIntegerField(null=True, blank=True)
    highest_age = models.PositiveSmallIntegerField(null=True, blank=True)
    boarders = models.CharField(max_length=60, blank=True)
    sixth_form = models.CharField(max_length=60, blank=True)
    gender = models.CharField(max_length=30, blank=True)
    religious_character = models.CharField(max_length=100, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    pupils = models.PositiveIntegerField(null=True, blank=True)
    trust_code = models.CharField(max_length=20, blank=True)
    trust_name = models.CharField(max_length=200, blank=True)
    street = models.CharField(max_length=200, blank=True)
    locality = models.CharField(max_length=200, blank=True)
    address_3 = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    easting = models.PositiveIntegerField(null=True, blank=True)
    northing = models.PositiveIntegerField(null=True, blank=True)
    website = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    section_41 = models.BooleanField(null=True, blank=True)
    section_41_on = models.DateField(null=True, blank=True)
    sen_needs = models.CharField(max_length=80, blank=True)
    sen_unit = models.BooleanField(null=True, blank=True)
    sen_unit_places = models.PositiveIntegerField(null=True, blank=True)
    sen_unit_on_roll = models.PositiveIntegerField(null=True, blank=True)
    resourced_provision = models.BooleanField(null=True, blank=True)
    resourced_places = models.PositiveIntegerField(null=True, blank=True)
    resourced_on_roll = models.PositiveIntegerField(null=True, blank=True)
    previous_la_code = models.CharField(max_length=3, blank=True)
    previous_number = models.CharField(max_length=4, blank=True)
    changed_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["la_code", "sort"], name="setting_by_authority"),
            models.Index(fields=["ukprn"], name="setting_by_ukprn"),
            models.Index(
                fields=["section_41"],
                condition=models.Q(section_41=True),
                name="setting_by_section_41",
            ),
        ]

    def __str__(self) -> str:
        return self.urn

    @property
    def laestab(self) -> str:
        """Authority and establishment number as returns write them; perhaps empty."""
        if not self.la_code or not self.establishment_number:
            return ""
        return f"{self.la_code}{self.establishment_number}"

    @property
    def address(self) -> str:
        """The lines of the address that the register has, without the postcode."""
        lines = (self.street, self.locality, self.address_3, self.town, self.county)
        return ", ".join(line for line in lines if line)

    @property
    def web_address(self) -> str:
        """The website as a link needs it, since the register often leaves http out."""
        said = self.website
        bare = said and "://" not in said and "." in said and " " not in said
        return f"http://{said}" if bare else said

    @property
    def needs(self) -> tuple[str, ...]:
        """The codes of the kinds of need that it provides for."""
        return tuple(self.sen_needs.split())

    @property
    def is_state_funded(self) -> bool:
        """Whether the duties of state-funded schools apply to it."""
        return self.sort in STATE_FUNDED

    def is_open(self, on: date) -> bool:
        """Whether it teaches on a day, by its dates, and by its status without them."""
        if self.opened_on is not None and on < self.opened_on:
            return False
        if self.closed_on is not None:
            return on <= self.closed_on
        return self.status in (self.Status.OPEN, self.Status.CLOSING)


class Succession(models.Model):
    """That one setting took over from another, such as an academy from a school."""

    id = models.BigAutoField(primary_key=True)
    before = models.ForeignKey(Setting, models.CASCADE, related_name="successors")
    after = models.ForeignKey(Setting, models.CASCADE, related_name="predecessors")
    how = models.CharField(max_length=80)
    on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["before", "after"], name="one_succession_between_two_settings"
            ),
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")),
                name="a_setting_does_not_succeed_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} to {self.after_id}"
