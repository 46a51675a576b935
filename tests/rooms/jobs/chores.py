"""Small tasks for the tests. Each leaves a line in a file, in a folder of the test's."""

import os
import time
from pathlib import Path

from django_tasks import TaskContext, task


def note(line: str) -> None:
    with Path(os.environ["CHORES"]).open("a") as file:
        file.write(f"{line}\n")


def notes() -> list[str]:
    file = Path(os.environ["CHORES"])
    return file.read_text().splitlines() if file.exists() else []


@task()
def quick(number: int) -> int:
    note(f"quick {number}")
    return number


@task()
def failing(number: int) -> None:
    raise ValueError(number)


@task(takes_context=True)
def counting(context: TaskContext) -> int:
    return context.attempt


@task()
def slow_at_first(number: int) -> None:
    """Hangs the first time it is begun, so that its worker can be killed in it."""
    again = f"begun {number}" in notes()
    note(f"begun {number}")
    if not again:
        time.sleep(600)
    note(f"done {number}")
