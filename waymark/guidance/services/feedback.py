"""What readers tell us."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from waymark.guidance.listening import listener
from waymark.guidance.models import Feedback
from waymark.today import now

#: We promise a year at most; the day that is left is for the job that keeps it.
KEEP = timedelta(days=364)


@transaction.atomic
def give_feedback(
    *, page: str, useful: str, missing: str, more: Mapping[str, Any] | None = None
) -> Feedback:
    """Keep one answer about one page for the editors. Nothing says who gave it.

    `more` is what the room that listens asked beside; it hears the answer at once.
    """
    given = Feedback.objects.create(page=page, useful=useful, missing=missing)
    heard_by = listener()
    if heard_by:
        heard_by.heard(given, more or {})
    return given


def forget_old_feedback() -> int:
    """Delete answers older than `KEEP`, dealt with or not. Gives their number.

    Harmless when it is done twice.
    """
    old = Feedback.objects.filter(made_at__lt=now() - KEEP)
    return int(old.delete()[0])
