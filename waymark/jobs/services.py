"""Takes tasks from the queue, keeps hold of them, and gives back what was dropped."""

import logging
from datetime import timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django_tasks import TaskContext, TaskResultStatus
from django_tasks.base import Task
from django_tasks.signals import task_finished, task_started
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from waymark.jobs.models import Lease
from waymark.today import now

#: A worker that has not renewed its lease for so long is taken for dead.
LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 5

#: A task in the queue.
Row: TypeAlias = DBTaskResult[..., Any]

_log = logging.getLogger(__name__)


class Dropped(RuntimeError):
    """The task was begun again and again, and no worker lived to finish it."""


def claim(worker: str) -> Row | None:
    """The next task that is ready, now leased to this worker; None if there is none.

    Two workers never get the same one. The number of workers that ever claimed a
    task is the number of its attempts.
    Cost: one query that locks nothing when the queue is empty.
    """
    if not DBTaskResult.objects.ready().exists():
        return None
    try:
        with exclusive_transaction():
            return _claim(worker)
    except OperationalError as problem:
        if is_locked_database_exception(problem):
            return None
        raise


def enqueue_once(task: Task[..., Any], *args: Any, **kwargs: Any) -> None:
    """Put a task in the queue, unless the same one with the same arguments waits there.

    One that is being done does not count: what it has read may have changed since. Two
    who ask at the same moment may both put it there, so it is harmless when done twice.
    Cost: one query, and one more to put it there.
    """
    waiting = DBTaskResult.objects.ready().filter(
        task_path=task.module_path,
        priority__gte=task.priority,
        args_kwargs={"args": list(args), "kwargs": kwargs},
    )
    if not waiting.exists():
        task.enqueue(*args, **kwargs)


def renew(task_id: UUID) -> None:
    """Say that the task is still being worked on."""
    until = now() + LEASE
    Lease.objects.update_or_create(task_id=task_id, defaults={"until": until})


def perform(row: Row) -> None:
    """Do the task and record how it ended. A failure is recorded, never raised.

    Tasks are done at least once: a worker may die after the work and before this is
    recorded. So every task must be harmless when it is done twice.
    """
    try:
        _tell(task_started, row)
        row.set_successful(_called(row))
        _tell(task_finished, row)
    except Exception as problem:
        _log.exception("task_failed task=%s", row.id)
        row.set_failed(problem)
    finally:
        Lease.objects.filter(task_id=row.id).delete()


def give_back(task_id: UUID) -> None:
    """Return an unfinished task to the queue at once."""
    running = DBTaskResult.objects.running().filter(id=task_id)
    with transaction.atomic():
        running.update(status=TaskResultStatus.READY, started_at=None)
        Lease.objects.filter(task_id=task_id).delete()


def give_back_dropped() -> int:
    """Return tasks whose worker died to the queue. Gives the number it dealt with.

    A task that was dropped `MOST_ATTEMPTS` times is marked as failed and logged,
    because it may be what kills the workers.
    Cost: one query, and two for each dropped task.
    """
    dropped = list(_dropped())
    for row in dropped:
        if len(row.worker_ids) >= MOST_ATTEMPTS:
            _give_up(row)
        else:
            give_back(row.id)
    return len(dropped)


def _claim(worker: str) -> Row | None:
    row = DBTaskResult.objects.ready().get_locked()
    if row is not None:
        row.claim(worker)
        renew(row.id)
    return row


def _dropped() -> "QuerySet[Row]":
    """Running tasks whose lease has passed, or that a worker without leases left."""
    moment = now()
    lease = Lease.objects.filter(task_id=OuterRef("id"))
    alive = Exists(lease.filter(until__gte=moment))
    old = Q(started_at__lt=moment - LEASE)
    return DBTaskResult.objects.running().filter(~alive, Exists(lease) | old)


def _give_up(row: Row) -> None:
    _log.error("task_given_up task=%s attempts=%s", row.id, len(row.worker_ids))
    row.set_failed(Dropped(f"Begun {len(row.worker_ids)} times and never finished."))
    Lease.objects.filter(task_id=row.id).delete()


def _called(row: Row) -> Any:
    result = row.task_result
    context: Any = result
    first = (TaskContext(task_result=context),) if result.task.takes_context else ()
    return result.task.call(*first, *result.args, **result.kwargs)


def _tell(signal: Any, row: Row) -> None:
    signal.send(sender=type(row.task.get_backend()), task_result=row.task_result)
