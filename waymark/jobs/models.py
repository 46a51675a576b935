"""What the worker keeps beside the queue: who is at work on what, and what is due.

The queue itself is the table of django-tasks-db. Arguments in it are identifiers and
never anything about a child.
"""

from django.db import models


class Lease(models.Model):
    """A worker's word that it is still at work on a task, renewed while it is."""

    task_id = models.UUIDField(primary_key=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.task_id} until {self.until}"


class Schedule(models.Model):
    """When a repeated task runs next. Whoever moves `next_run` on has the turn."""

    name = models.SlugField(primary_key=True)
    every = models.DurationField()
    next_run = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
