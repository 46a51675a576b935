"""Where: the postcodes of the area, and the places at which services happen."""

from django.db import models


class Postcode(models.Model):
    """A postcode of the area and the middle of it, in degrees (WGS84)."""

    postcode = models.CharField(max_length=8, primary_key=True)
    latitude = models.FloatField()
    longitude = models.FloatField()

    def __str__(self) -> str:
        return self.postcode


class ServicePlace(models.Model):
    """That a published service happens at a place (`service_at_location`).

    Read out of the published record. The position is the record's own or, when it
    gives none, the middle of its postcode; empty when neither is known.
    """

    id = models.BigAutoField(primary_key=True)
    #: The id of the `service_at_location`. Not unique: feeds say some of them twice.
    at_id = models.UUIDField(db_index=True)
    service = models.ForeignKey(
        "localoffer.Service", models.CASCADE, related_name="places"
    )
    location_id = models.UUIDField(null=True, blank=True)
    name = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    #: Where in the record's own list it stands, so that reading finds it at once.
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["service", "order"]
        indexes = [
            models.Index(fields=["latitude", "longitude"], name="place_by_position")
        ]

    def __str__(self) -> str:
        return self.name or str(self.at_id)


class ServiceTime(models.Model):
    """That a published service is open on a day of the week, as far as it says.

    Read out of the published record, one row for each day that a schedule names; a
    schedule without days gives one row without. Hours are local and may be empty.
    """

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(
        "localoffer.Service", models.CASCADE, related_name="times"
    )
    day = models.CharField(max_length=2, blank=True)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)

    class Meta:
        ordering = ["service", "id"]
        indexes = [models.Index(fields=["day", "opens_at"], name="time_by_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.opens_at} to {self.closes_at}"
