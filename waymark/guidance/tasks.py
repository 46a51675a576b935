"""What is done in the background."""

from django_tasks import task

from waymark.guidance import services
from waymark.guidance.documents import ahead

#: What readers wait for nowhere gives way to every other job.
LATER = -50


@task()
def publish_due() -> int:
    """Publish and take down what editors scheduled."""
    return services.publish_due()


@task()
def forget_old_feedback() -> int:
    """Delete what readers said about a year ago, as the privacy page promises."""
    return services.forget_old_feedback()


@task(priority=LATER)
def make_all_ahead() -> int:
    """Put every published document in the queue, to be made in all its formats."""
    return ahead.ask_for_each()


@task(priority=LATER)
def make_ahead(address: str, part: str, *, slow: bool) -> int:
    """Make what is missing of one document: its slow formats, or all the others."""
    return ahead.make(address, part, slow=slow)


@task(priority=LATER)
def tidy_formats() -> int:
    """Delete old results that newer words have replaced."""
    return ahead.tidy()
