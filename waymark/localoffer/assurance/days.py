"""The day a service counts from: asked of the store, and read from a row."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q

from waymark.localoffer.assurance.rules import counts_from
from waymark.localoffer.models import Service
from waymark.today import LONDON


def counted_on(service: Service) -> date:
    """The day a service counts from. Cost: none."""
    return counts_from(
        service.assured_on,
        service.checked_on,
        service.last_modified.astimezone(LONDON).date(),
        service.made_at.astimezone(LONDON).date(),
    )


def counts_after(day: date) -> Q:
    """Services that count from a later day than this one, as `counts_from` reads it.

    Written without a function over the columns, so that no row needs more than a look.
    """
    later = datetime.combine(day + timedelta(days=1), time.min, LONDON)
    changed = Q(last_modified__gte=later) | Q(made_at__gte=later)
    checked = Q(checked_on__gt=day) | (Q(checked_on__isnull=True) & changed)
    return Q(assured_on__gt=day) | (Q(assured_on__isnull=True) & checked)
