"""What is done again and again."""

from django_tasks import task

from waymark.access import presses, sealing_up


@task()
def seal_audit() -> int:
    """Close what was written down since the last time."""
    return sealing_up.seal_up()


@task()
def forget_presses() -> int:
    """Delete the marks of forms that were sent long ago."""
    return presses.forget()
