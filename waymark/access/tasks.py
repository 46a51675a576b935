"""What is done again and again."""

from django_tasks import task

from waymark.access import sealing_up


@task()
def seal_audit() -> int:
    """Close what was written down since the last time."""
    return sealing_up.seal_up()
