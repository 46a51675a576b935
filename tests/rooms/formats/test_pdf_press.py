"""One warm typesetter for each process: bounded, replaced, safe after a fork, closed."""

import dataclasses
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.rooms.formats import printed
from waymark.formats import confined
from waymark.formats.confined import Bounds, ToolFailed
from waymark.formats.pdf import pdf, press

pytestmark = pytest.mark.real_time

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def own_press(monkeypatch):
    """A press for one test alone, closed after it."""
    fresh = press.Press()
    monkeypatch.setattr(press, "_press", fresh)
    yield fresh
    fresh.close()


def stand_in(monkeypatch, does: str) -> None:
    """Let the next typesetter be a program that does something else."""
    monkeypatch.setattr(press, "_BEGIN", f"import sys; {does}")


def test_a_second_document_finds_the_typesetter_warm(own_press):
    pdf(printed.everything())
    first = own_press.typesetter.process.pid
    pdf(printed.easy_read())

    assert own_press.typesetter.process.pid == first


def test_a_typesetter_that_takes_too_long_is_ended_and_named(own_press, monkeypatch):
    monkeypatch.setattr(press, "SECONDS", 1)
    with monkeypatch.context() as for_now:
        stand_in(for_now, "import time; time.sleep(60)")
        with pytest.raises(ToolFailed, match="^typst took longer than 1 seconds$"):
            pdf(printed.everything())
    slow = own_press.typesetter.process
    monkeypatch.setattr(press, "SECONDS", 20)

    assert pdf(printed.everything()).startswith(b"%PDF")
    assert slow.poll() is not None


def test_a_typesetter_that_wants_too_much_memory_is_ended_and_named(
    own_press, monkeypatch
):
    with monkeypatch.context() as for_now:
        for_now.setattr(press, "BOUNDS", Bounds(seconds=60, megabytes=256))
        stand_in(for_now, "sys.stdin.buffer.read(9); 'x' * 2 * 1024**3")
        with pytest.raises(ToolFailed, match="may use 256 MB of memory"):
            pdf(printed.everything())

    assert pdf(printed.everything()).startswith(b"%PDF")


def test_a_typesetter_that_cannot_begin_says_why(own_press, monkeypatch):
    stand_in(monkeypatch, "sys.exit('no fonts')")
    with pytest.raises(ToolFailed, match="^typst ended early and said: no fonts$"):
        pdf(printed.everything())


def test_a_typesetter_that_failed_sees_no_other_document(own_press, monkeypatch):
    with monkeypatch.context() as for_now:
        answer = press.ANSWER.pack(b"F", 0, 0, 9) + b"said: no."
        stand_in(
            for_now,
            f"sys.stdin.buffer.read(9); sys.stdout.buffer.write({answer!r}); "
            "sys.stdout.flush(); sys.stdin.buffer.read()",
        )
        with pytest.raises(ToolFailed, match="^typst said: no.$"):
            pdf(printed.everything())
    failed = own_press.typesetter

    assert pdf(printed.everything()).startswith(b"%PDF")
    assert own_press.typesetter is not failed
    assert not failed.desk.exists()


def test_one_that_died_between_two_documents_is_replaced_unseen(own_press):
    pdf(printed.everything())
    own_press.typesetter.process.kill()
    own_press.typesetter.process.wait()

    assert pdf(printed.everything()).startswith(b"%PDF")


def test_it_is_begun_anew_after_so_many_documents(own_press, monkeypatch):
    monkeypatch.setattr(press, "DOCUMENTS", 2)
    seen = []
    for _ in range(4):
        pdf(printed.easy_read())
        seen.append(own_press.typesetter.process.pid)

    assert seen[0] == seen[1] != seen[2] == seen[3]


def test_it_is_begun_anew_before_its_seconds_are_used_up(own_press):
    pdf(printed.easy_read())
    first = own_press.typesetter
    first.seconds = press.BOUNDS.seconds - press.SECONDS
    pdf(printed.easy_read())

    assert own_press.typesetter is not first
    assert not first.desk.exists()


def test_a_typesetter_that_remembers_too_much_is_ended_at_once(own_press, monkeypatch):
    first = pdf(printed.everything())
    before = own_press.typesetter
    assert 20 < before.mebibytes < press.REMEMBERED
    assert pdf(printed.everything()) == first
    assert own_press.typesetter is before

    monkeypatch.setattr(press, "REMEMBERED", before.mebibytes)

    assert pdf(printed.everything()) == first
    assert own_press.typesetter is None
    assert pdf(printed.everything()) == first


def test_many_threads_may_ask_at_once(own_press):
    titles = [f"Document {n}" for n in range(6)]
    made = {}

    def ask(title):
        made[title] = pdf(dataclasses.replace(printed.easy_read(), title=title))

    asking = [threading.Thread(target=ask, args=[title]) for title in titles]
    for each in asking:
        each.start()
    for each in asking:
        each.join()

    assert set(made) == set(titles)
    assert len(set(made.values())) == len(titles)


def test_nothing_of_one_document_is_left_for_the_next(own_press):
    with_pictures = pdf(printed.easy_read())
    root = own_press.typesetter.desk / "root"

    assert with_pictures
    assert [each.name for each in root.glob("picture-*")] == []
    assert {each.suffix for each in root.iterdir()} == {".typ"}


def test_it_works_where_no_closed_room_can_be_built(own_press, monkeypatch):
    in_room = pdf(printed.everything())
    own_press.close()
    monkeypatch.setattr(confined, "has_room", lambda: False)

    assert pdf(printed.everything()) == in_room


FORKING = """
import os, sys
import django
django.setup()
from tests.rooms.formats import printed
from waymark.formats.pdf import pdf, press

before = pdf(printed.easy_read())
keeper = press._press.typesetter
child = os.fork()
if child == 0:
    made = pdf(printed.easy_read()) == before
    own = press._press.typesetter.process.pid != keeper.process.pid
    press._press.close()
    os._exit(0 if made and own else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(pdf(printed.easy_read()) == before and press._press.typesetter is keeper)
print(keeper.process.pid, keeper.desk)
"""


@pytest.fixture(scope="module")
def forked():
    """What a program said that set a document, forked, set another in each, and ended."""
    done = subprocess.run(
        [sys.executable, "-c", FORKING], capture_output=True, text=True, cwd=ROOT
    )
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()


def test_a_forked_process_begins_a_typesetter_of_its_own(forked):
    assert forked[0] == "0"


def test_the_process_that_forked_keeps_its_own(forked):
    assert forked[1] == "True"


def test_at_the_end_the_typesetter_is_gone_and_its_desk_with_it(forked):
    number, desk = forked[2].split()

    assert not Path("/proc", number).exists()
    assert not Path(desk).exists()
