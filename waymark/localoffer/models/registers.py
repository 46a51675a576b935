"""What registers and old papers say: today's settings, and provision as it once was."""

from django.db import models


class RegisterEntry(models.Model):
    """A school, children's centre or section 41 institution, as a register has it.

    An empty field is not known. `as_of` says when the register was read, in the
    register's own precision, and `note` what to beware of in it.
    """

    class Register(models.TextChoices):
        SCHOOL = "school", "State-funded school"
        CHILDRENS_CENTRE = "childrens-centre", "Children's centre"
        SECTION_41 = "section-41", "Approved under section 41"

    id = models.BigAutoField(primary_key=True)
    register = models.CharField(max_length=20, choices=Register)
    urn = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    phase = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    website = models.CharField(max_length=300, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    in_area = models.BooleanField(null=True, blank=True)
    as_of = models.CharField(max_length=60)
    source = models.CharField(max_length=300)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["register", "name", "urn"]
        verbose_name_plural = "register entries"
        constraints = [
            models.UniqueConstraint(
                fields=["register", "urn"], name="a_register_names_a_urn_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PastProvision(models.Model):
    """One row of a table of provision as it stood in a year. History, never today's.

    `places` and `ages` are text because the paper's are ("13 or 14", "birth-5").
    """

    id = models.BigAutoField(primary_key=True)
    year = models.PositiveIntegerField()
    row_kind = models.CharField(max_length=20)
    provider = models.CharField(max_length=200)
    provision_type = models.CharField(max_length=60, blank=True)
    places = models.CharField(max_length=40, blank=True)
    ages = models.CharField(max_length=40, blank=True)
    specialism = models.TextField(blank=True)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=300)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["year", "order"]

    def __str__(self) -> str:
        return f"{self.provider} ({self.year})"
