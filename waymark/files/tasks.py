"""What is done again and again."""

from django_tasks import task

from waymark.files import services


@task()
def sweep_files() -> int:
    """Take out what cut-off uploads left behind."""
    return services.sweep()
