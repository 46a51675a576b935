"""What is done in the background."""

from django_tasks import task

from waymark.guidance import services


@task()
def publish_due() -> int:
    """Publish and take down what editors scheduled."""
    return services.publish_due()


@task()
def forget_old_feedback() -> int:
    """Keep readers' answers for a year and no longer."""
    return services.forget_old_feedback()
