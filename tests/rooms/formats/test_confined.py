"""A program that works on our words finds nothing to read, reach or overrun."""

import os
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from waymark.formats import confined
from waymark.formats.confined import Bounds, ToolFailed, ToolMissing

pytestmark = pytest.mark.real_time

PYTHON = [sys.executable, "-I", "-c"]
PROGRAM = [os.path.realpath(sys.executable), "-I", "-c"]


def test_it_reads_what_it_is_given_and_brings_back_what_it_was_asked_for():
    does = "import sys; open('b','wb').write(open('a','rb').read() + sys.stdin.buffer.read())"

    made = confined.run(
        [*PYTHON, does], given=b" twice", files={"a": b"once"}, gives=["b"]
    )

    assert made.files == {"b": b"once twice"}


def test_on_a_test_machine_the_closed_room_can_be_built():
    assert confined.has_room()


def test_it_finds_its_programs_where_waymark_lies_below_the_temporary_folder(
    monkeypatch,
):
    with tempfile.TemporaryDirectory(dir="/tmp") as installed:  # noqa: S108
        (Path(installed) / "words").write_text("here")
        monkeypatch.setattr(confined.sys, "prefix", installed)
        does = f"print(open({installed + '/words'!r}).read())"

        assert confined.run([*PROGRAM, does]).out.strip() == b"here"


@pytest.mark.parametrize("place", ["/etc/passwd", "/root", "/srv", "/home", "/var"])
def test_it_finds_no_file_of_this_machine(place):
    does = f"import os; print(os.path.isfile({place!r}) or os.path.exists({place!r}) and [f for f in os.listdir({place!r}) if os.path.isfile({place!r} + '/' + f)])"

    assert confined.run([*PYTHON, does]).out.strip() in {b"False", b"[]"}


def test_it_reaches_no_other_program_even_on_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as heard:
        port = heard.getsockname()[1]
        does = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
        with pytest.raises(ToolFailed, match="refused|unreachable"):
            confined.run([*PYTHON, does])


def test_it_sees_nothing_of_our_environment(monkeypatch):
    monkeypatch.setenv("WAYMARK_SECRET_KEY", "not-for-you")

    seen = confined.run([*PYTHON, "import os; print(dict(os.environ))"]).out

    assert b"not-for-you" not in seen


def test_more_memory_than_its_bounds_is_not_to_be_had():
    with pytest.raises(ToolFailed, match="MemoryError"):
        confined.run([*PYTHON, "'x' * 2 * 1024**3"], bounds=Bounds(megabytes=256))


def test_a_program_that_does_not_end_is_ended():
    with pytest.raises(ToolFailed, match="longer than 1 seconds"):
        confined.run([*PYTHON, "while True: pass"], bounds=Bounds(seconds=1))


def test_a_program_that_writes_without_end_is_stopped():
    does = "open('a', 'wb').write(b'x' * 3 * 1024 * 1024)"

    with pytest.raises(ToolFailed):
        confined.run([*PYTHON, does], gives=["a"], bounds=Bounds(written_megabytes=1))


def test_a_link_on_the_desk_is_not_followed_out_of_the_room():
    does = "import os; os.symlink('/etc/passwd', 'a')"

    with pytest.raises(ToolFailed, match="did not write a"):
        confined.run([*PYTHON, does], gives=["a"])


def test_a_program_that_fails_is_named_with_its_last_words():
    with pytest.raises(ToolFailed, match="python.* said: SystemExit|gone wrong"):
        confined.run([*PYTHON, "import sys; sys.exit('gone wrong')"])


def test_a_missing_program_is_named_with_its_package(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ToolMissing, match="sudo apt install liblouis-bin"):
        confined.program("lou_translate")


class TestWhereNoRoomCanBeBuilt:
    """The limits and the empty folder remain."""

    @pytest.fixture(autouse=True)
    def no_room(self, monkeypatch):
        monkeypatch.setattr(confined, "has_room", lambda: False)

    def test_it_still_works_in_an_empty_folder_of_its_own(self):
        does = "import os; print(os.listdir('.'), os.environ.get('HOME'))"

        assert confined.run([*PYTHON, does]).out.strip() == b"[] /desk"

    def test_memory_is_still_bounded(self):
        with pytest.raises(ToolFailed, match="MemoryError"):
            confined.run([*PYTHON, "'x' * 2 * 1024**3"], bounds=Bounds(megabytes=256))
