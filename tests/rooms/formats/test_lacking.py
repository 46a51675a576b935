"""Whoever puts the site into service is told which formats this machine cannot make."""

import pytest

from waymark.config import command
from waymark.formats import confined, lacking
from waymark.formats.lacking import Machine, lacks


def test_a_machine_with_everything_lacks_nothing():
    assert lacks(Machine({}, has_room=True)) == []


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("lou_translate", "no Braille: lou_translate is not installed. Install it with: sudo apt install liblouis-bin"),
        ("espeak-ng", "no audio: espeak-ng is not installed. Install it with: sudo apt install espeak-ng"),
        ("ffmpeg", "no audio: ffmpeg is not installed. Install it with: sudo apt install ffmpeg"),
    ],
)  # fmt: skip
def test_a_missing_tool_is_named_with_its_format_and_package(program, says):
    found = Machine({program: confined.PACKAGES[program]}, has_room=True)

    (sentence,) = lacks(found)

    assert says in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"bwrap": "bubblewrap"}, "sudo apt install bubblewrap"),
        ({"prlimit": "util-linux"}, "sudo apt install util-linux"),
        ({}, "the system does not let this account use it"),
    ],
)
def test_a_missing_closed_room_is_named_with_what_to_do(missing, says):
    (sentence,) = lacks(Machine(missing, has_room=False))

    assert sentence.startswith("No closed room can be built")
    assert says in sentence
    assert sentence.endswith(".")


def test_every_program_that_a_format_needs_is_looked_for():
    assert set(lacking.GIVES) == set(confined.PACKAGES)


def test_what_is_looked_for_is_what_is_on_the_path(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert confined.missing() == {**confined.PACKAGES, **confined.ROOM}

    for name in ("bwrap", "ffmpeg"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert set(confined.missing()) == {"lou_translate", "espeak-ng", "prlimit"}


class TestTheCheckOfTheService:
    @pytest.fixture
    def check(self, monkeypatch, capsys):
        """Check a service whose settings are safe, on a machine that is told."""

        def check(machine, faults=()):
            monkeypatch.setattr(command, "open_store", lambda: None)
            monkeypatch.setattr(
                "waymark.config.service_check.problems", lambda found: list(faults)
            )
            monkeypatch.setattr(
                "waymark.config.service_check.this_installation", lambda: None
            )
            monkeypatch.setattr(lacking, "this_machine", lambda: machine)
            return command.main(["check-service"]), capsys.readouterr()

        return check

    def test_it_names_what_is_lacking_and_lets_the_site_start(self, check):
        code, told = check(Machine({"ffmpeg": "ffmpeg"}, has_room=False))

        assert code == 0
        assert told.out == (
            "This installation may go live, without what is named above.\n"
        )
        assert "no audio: ffmpeg" in told.err
        assert "No closed room" in told.err

    def test_it_says_no_more_than_that_where_nothing_is_lacking(self, check):
        assert check(Machine({}, has_room=True)) == (
            0,
            ("This installation may go live.\n", ""),
        )

    def test_unsafe_settings_stop_it_all_the_same(self, check):
        code, told = check(Machine({"ffmpeg": "ffmpeg"}, True), faults=["Unsafe."])

        assert code == 1
        assert told.out == ""
        assert told.err.startswith("Unsafe.\n")
