"""What is done again and again, and who may do it this time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks.base import Task

from waymark.jobs.models import Schedule
from waymark.today import now


@dataclass(frozen=True, slots=True)
class Repeated:
    """A task without arguments, and how often it is put in the queue."""

    every: timedelta
    task: Task[..., Any]


_repeated: dict[str, Repeated] = {}


def register(name: str, every: timedelta, task: Task[..., Any]) -> None:
    """Have a task run every so often, from start-up on. The task takes no arguments.

    Turns missed while nothing was running are made up for once, not one by one.
    Nothing that families rely on by date may hang on this: due days are read from
    the record, and a job only reminds.
    """
    _repeated[name] = Repeated(every, task)


def enqueue_due() -> int:
    """Put every repeated task whose turn has come in the queue. Gives their number.

    Safe from several workers at once: one of them moves the turn on, in the same
    transaction as the queueing.
    Cost: one query for each repeated task, and three more for one that is due.
    """
    return sum(_enqueue_if_due(name, what) for name, what in _repeated.items())


def _enqueue_if_due(name: str, what: Repeated) -> bool:
    moment = now()
    turn = _turn_of(name, what, moment)
    if turn.next_run > moment:
        return False
    with transaction.atomic():
        mine = Schedule.objects.filter(name=name, next_run=turn.next_run).update(
            next_run=_next_turn(turn.next_run, what.every, moment), every=what.every
        )
        if mine:
            what.task.enqueue()
    return bool(mine)


def _turn_of(name: str, what: Repeated, moment: datetime) -> Schedule:
    first = {"every": what.every, "next_run": moment}
    return Schedule.objects.get_or_create(name=name, defaults=first)[0]


def _next_turn(last: datetime, every: timedelta, moment: datetime) -> datetime:
    """The first turn after this moment that keeps to the rhythm."""
    missed = (moment - last) // every
    return last + (missed + 1) * every
