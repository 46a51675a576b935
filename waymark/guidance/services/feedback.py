"""What readers tell us."""

from datetime import timedelta

from waymark.guidance.models import Feedback
from waymark.today import now

#: The privacy page promises that answers are kept no longer.
KEPT_FOR = timedelta(days=365)


def give_feedback(*, page: str, useful: str, missing: str) -> Feedback:
    """Keep one answer about one page for the editors. Nothing says who gave it."""
    return Feedback.objects.create(page=page, useful=useful, missing=missing)


def forget_old_feedback() -> int:
    """Delete what readers said more than a year ago; how many answers went.

    Harmless when done twice.
    """
    old = Feedback.objects.filter(made_at__lt=now() - KEPT_FOR)
    return old.delete()[0]
