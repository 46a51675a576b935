"""What is done again and again."""

from django_tasks import task

from waymark.people import services


@task()
def tell_of_rights() -> int:
    """Tell families whose rights pass within a year, each in good time."""
    return services.tell_of_rights()
