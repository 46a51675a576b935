"""`make run`, as the person who types it sees it."""

import resource
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from tests.programs import (
    DEMONSTRATE,
    ROOT,
    Store,
    a_demonstration,
    an_empty_store,
    free_port,
)
from waymark.demonstration.population import margins

pytestmark = [pytest.mark.real_time, pytest.mark.slow]

#: Whom the demonstration tells of by name.
ROWAN_AND_YUSUF = 2


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory) -> Store:
    """A demonstration that has been loaded once already."""
    return a_demonstration(tmp_path_factory.mktemp("demonstration"))


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read().decode()


def test_it_says_what_to_open_and_whom_to_sign_in_as(demonstration):
    with demonstration.serving(DEMONSTRATE) as served:
        served.stop()

    assert f"Ready: http://localhost:{served.port}/" in served.said
    assert "/editing/" in served.said
    assert "Oona" in served.said


def test_a_first_run_invents_as_many_children_as_are_published(tmp_path):
    store = an_empty_store(tmp_path)
    with store.serving(DEMONSTRATE) as served:
        said = served.said
    invented = margins.PLANS + ROWAN_AND_YUSUF

    assert "Inventing two thousand children, once" in said
    assert store.rows("SELECT count(*) FROM people_child") == [(invented,)]


def test_a_second_run_costs_under_five_seconds_of_a_processor(demonstration):
    # The clock on the wall is `make bench`'s: here other tests share the machine.
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with demonstration.serving(DEMONSTRATE) as served:
        served.stop()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    assert 0.5 < spent < 5


def test_a_second_run_loads_nothing_again(demonstration):
    with demonstration.serving(DEMONSTRATE) as served:
        served.stop()

    assert "Loading" not in served.said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_within_five_seconds(demonstration, number):
    with demonstration.serving(DEMONSTRATE) as served:
        code, took = served.stop(number)

    assert code == 0
    assert took < 5


def test_it_listens_on_this_machine_alone(demonstration):
    with demonstration.serving(DEMONSTRATE) as served:
        listening = subprocess.run(
            ["cat", "/proc/net/tcp"], capture_output=True, text=True, check=True
        ).stdout

    port = f":{served.port:04X}"
    places = {
        line.split()[1] for line in listening.splitlines() if port in line.split()[1]
    }
    assert all(place.startswith("0100007F") for place in places)


def test_a_port_that_is_taken_is_said_and_ends_with_1(demonstration):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = demonstration.waymark("run", f"--port={port}")

    assert answer.returncode == 1
    assert f"Port {port} is taken" in answer.stderr


def test_today_may_be_another_day_in_the_demonstration(demonstration):
    with demonstration.serving(DEMONSTRATE, "--today=2026-02-28") as served:
        words = page(
            f"{served.address}/routemaps/ehc-needs-assessment/my-dates/"
            "?who=parent&request-received=2026-01-05"
        )

    assert "28 February 2026" in words


def test_a_day_that_is_none_is_refused(demonstration):
    refused = subprocess.run(
        [
            sys.executable,
            "-m",
            DEMONSTRATE,
            "--today=yesterday",
            f"--port={free_port()}",
        ],
        cwd=ROOT,
        env=demonstration.environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 1
    assert "real day" in refused.stderr


def test_the_waymark_command_never_loads_the_demonstration(tmp_path):
    answer = an_empty_store(tmp_path).waymark("run", f"--port={free_port()}")

    assert answer.returncode == 1
    assert "waymark start" in answer.stderr
