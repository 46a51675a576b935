"""What is done in the background."""

from django_tasks import task

from waymark.localoffer.measures import services


@task()
def forget_old_counts() -> int:
    """Delete counts whose time is over."""
    return services.forget_old()
