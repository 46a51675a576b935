"""What is done again and again."""

from django_tasks import task

from waymark.messages import services


@task()
def deliver_due() -> int:
    """Gather what is daily, then try what waits: held back, put back or dropped."""
    services.gather_daily()
    return services.deliver_due()


@task()
def ask_after_sent() -> int:
    """Ask what became of messages that were taken."""
    return services.ask_after_sent()


@task()
def forget_old() -> int:
    """Forget what was said, as the decision about messages promises."""
    return services.forget_old()
