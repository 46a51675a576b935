"""What is done again and again."""

from django_tasks import task

from waymark.accounts import services


@task()
def forget_codes() -> int:
    """Forget who asked for a code, and when."""
    return services.forget_codes()


@task()
def close_unused() -> int:
    """Close accounts of people at work that nobody uses, after a warning."""
    return services.close_unused()


@task()
def forget_sessions() -> int:
    """Forget sessions that are over."""
    return services.forget_sessions()


@task()
def forget_invitations() -> int:
    """Forget invitations that were over long ago."""
    return services.forget_invitations()


@task()
def forget_leavers() -> int:
    """Forget the names of those who left long ago."""
    return services.forget_leavers()
