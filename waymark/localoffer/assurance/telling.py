"""Telling whoever keeps a copy that the day itself changed how services stand."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from waymark.localoffer.assurance.days import counts_after
from waymark.localoffer.assurance.rules import (
    ARCHIVED_AFTER,
    LEAVES_SEARCH_AFTER,
    SINKS_AFTER,
    newest_counted_day,
)
from waymark.localoffer.changes import tell_after_commit
from waymark.localoffer.models import Service

#: A machine that was off for a while tells of so many days at once.
DAYS_BACK = 7


@transaction.atomic
def tell_of_the_day(day: date) -> int:
    """Tell of services that a day of this week shows, hides, or lets sink; how many.

    Telling of one that did not change is harmless. Cost: one query.
    """
    since = day - timedelta(days=DAYS_BACK)
    shown = Q(visible_from__gt=since, visible_from__lte=day)
    hidden = Q(visible_until__gte=since, visible_until__lt=day)
    changed = shown | hidden
    for months in (SINKS_AFTER, LEAVES_SEARCH_AFTER, ARCHIVED_AFTER):
        was = counts_after(newest_counted_day(since, months))
        changed |= was & ~counts_after(newest_counted_day(day, months))
    found = Service.objects.filter(changed, published_at__isnull=False)
    keys = list(found.values_list("id", flat=True))
    tell_after_commit(keys)
    return len(keys)
