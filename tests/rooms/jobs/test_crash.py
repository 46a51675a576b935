"""What a worker was doing when it died is done by the next one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import ROOT, an_empty_store

pytestmark = [pytest.mark.real_time, pytest.mark.slow]


@pytest.fixture
def place(tmp_path):
    """The environment of programs with a database of their own."""
    own = {
        "CHORES": str(tmp_path / "chores"),
        "DJANGO_SETTINGS_MODULE": "waymark.config.settings",
    }
    return {**os.environ, **an_empty_store(tmp_path).environment, **own}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "tests.rooms.jobs.workman", *words]


@pytest.fixture
def start(place):
    """Starts a program that works on; ends what a failed test left running."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(command(*words), env=place, cwd=ROOT))
        return started[-1]

    yield start
    for program in started:
        program.kill()
        program.wait()


def done(place, *words: str) -> list[str]:
    answer = subprocess.run(
        command(*words), env=place, cwd=ROOT, check=True, capture_output=True, text=True
    )
    return answer.stdout.splitlines()


def lines(place) -> list[str]:
    file = Path(place["CHORES"])
    return file.read_text().splitlines() if file.exists() else []


def wait_until(true: Callable[[], bool]) -> None:
    last_moment = time.monotonic() + 30
    while not true():
        assert time.monotonic() < last_moment, "waited too long"
        time.sleep(0.05)


def test_a_task_whose_worker_was_killed_is_finished_by_another(place, start):
    done(place, "prepare", "0")
    done(place, "enqueue_slow")
    killed = start("work")
    wait_until(lambda: "begun 7" in lines(place))
    killed.send_signal(signal.SIGKILL)
    killed.wait()

    second = start("work")
    wait_until(lambda: "done 7" in lines(place))
    second.send_signal(signal.SIGTERM)
    second.wait(timeout=5)

    assert lines(place) == ["begun 7", "begun 7", "done 7"]
    assert done(place, "states") == ["SUCCESSFUL 2"]


def test_a_worker_told_to_stop_ends_within_two_seconds_and_gives_its_task_back(
    place, start
):
    done(place, "prepare", "0")
    done(place, "enqueue_slow")
    worker = start("work")
    wait_until(lambda: "begun 7" in lines(place))

    told = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.wait(timeout=10)

    assert time.monotonic() - told < 2.5
    assert worker.returncode == 0
    assert done(place, "states") == ["READY 1"]


def test_three_workers_share_the_tasks_and_none_is_done_twice(place, start):
    done(place, "prepare", "60")
    workers = [start("work_off") for _ in range(3)]
    for worker in workers:
        worker.wait(timeout=60)
    done(place, "work_off")

    assert sorted(lines(place)) == sorted(f"quick {n}" for n in range(60))
