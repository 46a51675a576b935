"""What is done in the background."""

from django_tasks import task

from waymark.localoffer.comments import services


@task()
def forget_replies() -> int:
    """Delete addresses that nobody answered in time."""
    return services.forget_replies()
