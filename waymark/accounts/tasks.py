"""What is done again and again."""

from django_tasks import task

from waymark.accounts import services


@task()
def forget_codes() -> int:
    """Forget who asked for a code, and when."""
    return services.forget_codes()
