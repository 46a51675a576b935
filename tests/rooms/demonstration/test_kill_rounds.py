"""Pulling the plug while two thousand children are taken in takes in all of them or none."""

import os
import random
import subprocess
import sys
import time

import pytest

from tests.programs import ON_POSTGRESQL, ROOT, Store, a_demonstration
from waymark.demonstration.population import margins

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
ROUNDS = int(os.environ.get("WAYMARK_KILL_ROUNDS") or (2 if ON_POSTGRESQL else 20))
TAKE_IN = ("demonstrate", "population", "--preset", "southend", "--as-at", "2026-01-13")
#: Seconds in which it is at work on two thousand children, on any machine.
BEGINS, ENDS = 0.8, 3.0


def children_in(store: Store) -> int:
    ((number,),) = store.rows("SELECT count(*) FROM people_child")
    return int(number)


def killed_while_taking_in(store: Store, round_: int) -> bool:
    """Begin to take in and pull the plug; whether it was still at it."""
    program = subprocess.Popen(
        [sys.executable, "-m", "waymark", *TAKE_IN],
        cwd=ROOT,
        env=store.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(random.Random(round_).uniform(BEGINS, ENDS))
    at_it = program.poll() is None
    program.kill()
    program.wait(timeout=20)
    return at_it


def test_kill_rounds_take_in_everybody_or_nobody(tmp_path):
    store = a_demonstration(tmp_path / "0")
    before, killed = children_in(store), 0
    everybody = before + margins.PLANS
    for round_ in range(1, ROUNDS + 1):
        killed += killed_while_taking_in(store, round_)
        taken = children_in(store)
        assert taken in {before, everybody}, "some were taken in and some were not"
        assert store.soundness() == [("ok",)]
        if taken == everybody and round_ < ROUNDS:
            store = a_demonstration(tmp_path / str(round_))
    assert killed > ROUNDS / 2, "it was mostly done before it could be killed"
    whole = store.waymark(*TAKE_IN)
    again = store.waymark(*TAKE_IN)

    assert whole.returncode == 0, whole.stderr
    assert again.stdout.startswith("0 invented children written down")
    assert children_in(store) == everybody
    assert store.waymark("audit", "verify").returncode == 0
