"""Lists that somebody comes back to."""

from django.db import models

from waymark.ids import new_id
from waymark.today import now


class SavedList(models.Model):
    """What somebody chose to see in a list of cases, under a name of their own.

    `chosen` is the query of the list's address. It holds no word about a child.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account_id = models.UUIDField()
    name = models.CharField(max_length=60)
    chosen = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account_id", "name"], name="a_list_is_saved_under_a_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
