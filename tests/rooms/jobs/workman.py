"""A worker in a program of its own: `python -m tests.rooms.jobs.workman COMMAND`."""

import os
import signal
import sys
import threading
from datetime import timedelta

import django


def prepare(many: str) -> None:
    from tests.rooms.jobs import chores

    for number in range(int(many)):
        chores.quick.enqueue(number)


def enqueue_slow() -> None:
    from tests.rooms.jobs import chores

    chores.slow_at_first.enqueue(7)


def work() -> None:
    from waymark.jobs import services, worker

    services.LEASE = timedelta(seconds=1)
    worker.HOUSEKEEPING_EVERY = worker.LOOK_EVERY = 0.1
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    worker.run(stop)


def work_off() -> None:
    from waymark.jobs import worker

    worker.work_off()


def states() -> None:
    from django_tasks_db.models import DBTaskResult

    for row in DBTaskResult.objects.filter(task_path__contains="chores"):
        sys.stdout.write(f"{row.status} {len(row.worker_ids)}\n")


if __name__ == "__main__":
    django.setup()
    globals()[sys.argv[1]](*sys.argv[2:])
    sys.stdout.flush()
    # A task that was given up may still run in its thread; `waymark run` ends so too.
    os._exit(0)
