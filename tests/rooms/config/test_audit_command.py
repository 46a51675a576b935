"""The log of who looked, proved from the command line."""

import pytest

from waymark.access import audit, sealing_up
from waymark.access.actor import NOBODY
from waymark.access.record import Part
from waymark.config import command
from waymark.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(capsys, monkeypatch):
    """Runs the command in this store; gives its code, and what it said to whom."""
    monkeypatch.setattr("waymark.config.audit.open_store", lambda: None)

    def run(*words):
        code = command.main(["audit", *words])
        out, problem = capsys.readouterr()
        return code, out.strip(), problem.strip()

    return run


def looked():
    audit.record_read(NOBODY, new_id(), Part.PLAN, why="To prepare the review")


def test_a_log_that_is_as_it_was_written_is_said_to_be(said):
    looked()
    sealing_up.seal_up()
    assert said("verify") == (0, "1 entries, 1 seals: as they were written.", "")


def test_a_root_is_one_line_that_verifies_later(said):
    looked()
    code, root, _ = said("root")
    assert code == 0
    looked()
    sealing_up.seal_up()
    assert said("verify", "--root", root)[0] == 0


def test_a_root_of_another_log_is_a_fault_and_named(said):
    looked()
    said("root")
    code, out, problem = said("verify", "--root", f"7:{'0' * 64}")
    assert (code, out) == (1, "")
    assert problem == "Seal 7 is not there: cut off, or an old copy was put back."


@pytest.mark.parametrize("root", ["7", "7:abc", f"x:{'0' * 64}"])
def test_what_is_no_root_is_refused_with_what_to_do(said, root):
    code, _, problem = said("verify", "--root", root)
    assert code == 2
    assert problem == "--root is no root. Give the line that `waymark audit root` said."


def test_there_is_no_root_before_the_first_entry(said):
    assert said("root") == (2, "", "Nothing was written down yet, so there is no root.")
