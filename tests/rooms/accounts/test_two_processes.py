"""What is limited is limited for all processes together."""

import os
import subprocess
import sys

import pytest

from tests.programs import ROOT, an_empty_store

pytestmark = [pytest.mark.real_time, pytest.mark.slow]


@pytest.fixture
def place(tmp_path) -> dict[str, str]:
    own = {"DJANGO_SETTINGS_MODULE": "waymark.config.settings"}
    return {**os.environ, **an_empty_store(tmp_path).environment, **own}


def begun(place, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.rooms.accounts.guesser", *words],
        env=place,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(program: subprocess.Popen[str]) -> str:
    words, _ = program.communicate(timeout=120)
    assert program.returncode == 0
    return words.strip()


def test_two_processes_share_the_tries_of_one_code_and_the_places_of_one_limit(place):
    asked = said(begun(place, "prepare"))
    guessing = [begun(place, "guess", asked, "20") for _ in range(2)]
    looked_at = sum(int(said(program)) for program in guessing)
    # The fifth is looked at too, and answered that the code is over.
    assert looked_at == 4
    assert said(begun(place, "tries", asked)) == "5"

    taking = [begun(place, "take_places", "30") for _ in range(2)]
    assert sum(int(said(program)) for program in taking) == 20
