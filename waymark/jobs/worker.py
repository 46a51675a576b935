"""The loop that does what was put off: tasks, dropped tasks, and repeated ones."""

import logging
import threading
import time
from uuid import UUID

from django.db import DatabaseError, close_old_connections, connections

from waymark.ids import new_id
from waymark.jobs import schedule, services

#: Seconds between looks at an empty queue, and between rounds of housekeeping.
LOOK_EVERY = 0.5
HOUSEKEEPING_EVERY = 20.0

#: A task that is still running this long after the word to stop is given back.
SECONDS_TO_STOP = 1.2

_log = logging.getLogger(__name__)


def run(stop: threading.Event) -> None:
    """Work until `stop` is set, then end within two seconds.

    A task that is not done by then goes back to the queue, and the next worker does
    it again from the start. The caller ends the process after this returns.
    A database that is away for a while is waited for.
    """
    name = new_id().hex
    housekept = float("-inf")
    while not stop.is_set():
        busy = False
        try:
            if time.monotonic() - housekept >= HOUSEKEEPING_EVERY:
                keep_house()
                housekept = time.monotonic()
            busy = _do_one(name, stop)
        except DatabaseError:
            _log.exception("worker_waits_for_the_database")
        close_old_connections()
        if not busy:
            stop.wait(LOOK_EVERY)


def keep_house() -> None:
    """Give back what dead workers dropped, and queue what is due again."""
    services.give_back_dropped()
    schedule.enqueue_due()


def work_off() -> int:
    """Do everything that is ready, here and now. Gives the number of tasks done."""
    done = 0
    name = new_id().hex
    while (row := services.claim(name)) is not None:
        services.perform(row)
        done += 1
    return done


def _do_one(name: str, stop: threading.Event) -> bool:
    """Do the next task, if there is one, while its lease is kept alive."""
    row = services.claim(name)
    if row is None:
        return False
    work = threading.Thread(target=_perform, args=(row,), daemon=True)
    work.start()
    _keep_hold(work, row.id, stop)
    return True


def _perform(row: services.Row) -> None:
    """In a thread of its own, so that the worker can keep the lease and can stop."""
    try:
        services.perform(row)
    except DatabaseError:
        # The lease passes, and the task is given back when the database answers.
        _log.exception("task_not_recorded task=%s", row.id)
    finally:
        connections.close_all()


def _keep_hold(work: threading.Thread, task_id: UUID, stop: threading.Event) -> None:
    renewed = time.monotonic()
    while work.is_alive() and not stop.is_set():
        work.join(LOOK_EVERY)
        if time.monotonic() - renewed >= services.LEASE.total_seconds() / 4:
            _renew(task_id)
            renewed = time.monotonic()
    work.join(SECONDS_TO_STOP)
    if work.is_alive():
        services.give_back(task_id)


def _renew(task_id: UUID) -> None:
    try:
        services.renew(task_id)
    except DatabaseError:
        # The next turn comes long before the lease has passed.
        _log.warning("lease_not_renewed task=%s", task_id)
