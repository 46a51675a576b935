"""The queue's own housekeeping."""

from datetime import timedelta

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from waymark.today import now

#: Long enough to look into a fault, short enough not to pile up.
KEEP = timedelta(days=30)


@task()
def forget_old_jobs() -> int:
    """Delete what was finished or given up more than `KEEP` ago. Gives their number."""
    old = DBTaskResult.objects.finished().filter(finished_at__lt=now() - KEEP)
    return int(old.delete()[0])
