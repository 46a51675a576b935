"""A worker killed between handing a message over and writing that down."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import ROOT, an_empty_store
from tests.rooms.gateways.fake_notify import KEY, a_notify

pytestmark = [pytest.mark.real_time, pytest.mark.slow]


@pytest.fixture
def place(tmp_path) -> dict[str, str]:
    """The environment of programs with a store of their own."""
    own = {"DJANGO_SETTINGS_MODULE": "waymark.config.settings"}
    return {**os.environ, **an_empty_store(tmp_path).environment, **own}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "tests.rooms.messages.postal_worker", *words]


def done(place: dict[str, str], *words: str) -> list[str]:
    answer = subprocess.run(
        command(*words), env=place, cwd=ROOT, check=True, capture_output=True, text=True
    )
    return answer.stdout.splitlines()


def wait_until(true: Callable[[], bool]) -> None:
    last_moment = time.monotonic() + 60
    while not true():
        assert time.monotonic() < last_moment, "waited too long"
        time.sleep(0.05)


def kill_while_it_waits_for_an_answer(place: dict[str, str], is_taken) -> None:
    worker = subprocess.Popen(command("work"), env=place, cwd=ROOT)
    wait_until(is_taken)
    worker.send_signal(signal.SIGKILL)
    worker.wait()


def test_a_message_handed_to_notify_has_one_effect_though_its_worker_was_killed(place):
    with a_notify() as fake:
        told = {
            **place,
            "WAYMARK_NOTIFY_KEY": KEY,
            "WAYMARK_NOTIFY_ADDRESS": fake.address,
            "WAYMARK_NOTIFY_EMAIL_TEMPLATE": "t",
        }
        done(told, "write", "reminder:1")
        done(told, "write", "reminder:1")
        fake.slow = 60
        kill_while_it_waits_for_an_answer(told, lambda: len(fake.taken) == 1)
        assert done(told, "states") == ["reminder:1 waiting 1"]

        fake.slow = 0
        done(told, "sweep")
        done(told, "sweep")

        assert done(told, "states") == ["reminder:1 sent 2"]
        assert len(fake.taken) == 1


def test_a_message_is_not_lost_when_the_line_was_cut_before_it_arrived(place):
    with a_notify() as fake:
        told = {
            **place,
            "WAYMARK_NOTIFY_KEY": KEY,
            "WAYMARK_NOTIFY_ADDRESS": "http://127.0.0.1:9",
            "WAYMARK_NOTIFY_EMAIL_TEMPLATE": "t",
        }
        done(told, "write", "reminder:1")
        done(told, "work")
        assert done(told, "states") == ["reminder:1 waiting 1"]

        told["WAYMARK_NOTIFY_ADDRESS"] = fake.address
        wait = "from waymark.messages.models import Message; from waymark.today import now; Message.objects.update(not_before=now())"
        subprocess.run(
            [sys.executable, "-c", f"import django; django.setup(); {wait}"],
            env=told,
            cwd=ROOT,
            check=True,
        )
        done(told, "sweep")

        assert done(told, "states") == ["reminder:1 sent 2"]
        assert len(fake.taken) == 1


def test_two_programs_that_write_one_key_write_one_message(place):
    both = [
        subprocess.Popen(command("write", "reminder:same"), env=place, cwd=ROOT)
        for _ in range(2)
    ]

    assert [program.wait(timeout=60) for program in both] == [0, 0]
    assert done(place, "states") == ["reminder:same waiting 0"]


def test_mail_without_a_server_lies_in_the_data_folder(place):
    done(place, "write", "reminder:1")
    done(place, "work")
    (letter,) = (Path(place["DATA"]) / "mail").iterdir()

    assert done(place, "states") == ["reminder:1 sent 1"]
    assert "To: sefton@example.org" in letter.read_text()
