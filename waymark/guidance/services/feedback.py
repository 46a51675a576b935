"""What readers tell us."""

from datetime import timedelta

from waymark.guidance.models import Feedback
from waymark.today import now

#: We promise a year at most; the day that is left is for the job that keeps it.
KEEP = timedelta(days=364)


def give_feedback(*, page: str, useful: str, missing: str) -> Feedback:
    """Keep one answer about one page for the editors. Nothing says who gave it."""
    return Feedback.objects.create(page=page, useful=useful, missing=missing)


def forget_old_feedback() -> int:
    """Delete answers older than `KEEP`, dealt with or not. Gives their number.

    Harmless when it is done twice.
    """
    old = Feedback.objects.filter(made_at__lt=now() - KEEP)
    return int(old.delete()[0])
