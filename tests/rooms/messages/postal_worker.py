"""Writes and delivers in a program of its own: `python -m … COMMAND`."""

import os
import sys

import django


def write(key: str) -> None:
    from tests.rooms.messages import saying
    from waymark.messages import kinds, services

    kinds.register(saying.replace(saying.REMINDER, urgent=True))
    services.write(
        key=key,
        kind=saying.REMINDER.key,
        to="sefton@example.org",
        blanks=saying.BLANKS,
    )


def work() -> None:
    from waymark.jobs import worker

    worker.work_off()


def sweep() -> None:
    """What the worker does each minute, once the lease of a dead one has passed."""
    from datetime import timedelta

    from waymark.messages import tasks
    from waymark.messages.models import Message
    from waymark.today import now

    Message.objects.update(lease_until=now() - timedelta(seconds=1))
    tasks.deliver_due.call()


def states() -> None:
    from waymark.messages.models import Message

    for message in Message.objects.order_by("key"):
        sys.stdout.write(f"{message.key} {message.state} {message.attempts}\n")


if __name__ == "__main__":
    django.setup()
    globals()[sys.argv[1]](*sys.argv[2:])
    sys.stdout.flush()
    os._exit(0)
