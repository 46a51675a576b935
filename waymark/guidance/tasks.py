"""What is done in the background."""

from django_tasks import task

from waymark.guidance import services


@task()
def publish_due() -> int:
    """Publish and take down what editors scheduled."""
    return services.publish_due()
