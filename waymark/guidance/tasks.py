"""What is done in the background."""

from django_tasks import task

from waymark.guidance import services


@task()
def publish_due() -> int:
    """Publish and take down what editors scheduled."""
    return services.publish_due()


@task()
def forget_old_feedback() -> int:
    """Delete what readers said about a year ago, as the privacy page promises."""
    return services.forget_old_feedback()
