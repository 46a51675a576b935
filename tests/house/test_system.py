"""What is missing from the system is installed by root, and named to anybody else."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.programs import ROOT

pytestmark = pytest.mark.real_time
SCRIPT = ROOT / "scripts" / "system.sh"

#: What a bare machine has; the rest of the real PATH is out of sight.
BARE = ("sh", "ls", "sed", "cat")
#: nginx and PostgreSQL are looked for in their own places, so they are not here.
FORMATS = ("lou_translate", "espeak-ng", "ffmpeg", "bwrap")
EVERYTHING = ("chromium", "java", "npm", "soffice", "pdftotext", *FORMATS)


class Machine:
    """A PATH of its own, with a false `id`, `apt-get` and `python3`."""

    def __init__(self, folder: Path, *, user: int, venv: bool = True) -> None:
        self.folder = folder
        self.log = folder / "apt.log"
        for name in BARE:
            found = shutil.which(name)
            assert found
            (folder / name).symlink_to(found)
        self.add("id", f"echo {user}")
        self.add("python3", "exit 0" if venv else "exit 1")
        self.add("apt-get", f'echo "$@" >> {self.log}')

    def add(self, name: str, does: str = "exit 0") -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o755)

    def run(self, what: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", SCRIPT, what],
            env={"PATH": str(self.folder), "HOME": os.environ.get("HOME", "/")},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def asked_of_apt(self) -> str:
        return self.log.read_text() if self.log.exists() else ""


def test_a_person_without_venv_reads_the_exact_package_to_install(tmp_path):
    machine = Machine(tmp_path, user=1000, venv=False)
    answer = machine.run("run")

    assert answer.returncode == 1
    assert "sudo apt install python3-venv" in answer.stderr
    assert machine.asked_of_apt == ""


@pytest.mark.parametrize(
    ("missing", "package"),
    [
        ("chromium", "chromium"),
        ("java", "default-jre-headless"),
        ("npm", "npm"),
        ("soffice", "libreoffice-writer-nogui"),
        ("pdftotext", "poppler-utils"),
        ("lou_translate", "liblouis-bin"),
        ("espeak-ng", "espeak-ng"),
        ("ffmpeg", "ffmpeg"),
        ("bwrap", "bubblewrap"),
    ],
)
def test_a_person_who_tests_reads_the_exact_package_to_install(
    tmp_path, missing, package
):
    machine = Machine(tmp_path, user=1000)
    for name in EVERYTHING:
        if name != missing:
            machine.add(name)
    answer = machine.run("test")

    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1].endswith(f" {package}")
    assert machine.asked_of_apt == ""


def test_root_installs_what_is_missing_and_goes_on(tmp_path):
    machine = Machine(tmp_path, user=0)
    answer = machine.run("test")

    assert answer.returncode == 0, answer.stderr
    assert "install" in machine.asked_of_apt
    assert "chromium" in machine.asked_of_apt


def test_root_stops_when_the_packages_cannot_be_had(tmp_path):
    machine = Machine(tmp_path, user=0)
    machine.add("apt-get", "exit 100")

    assert machine.run("test").returncode != 0


def test_a_machine_that_has_everything_installs_nothing(tmp_path):
    machine = Machine(tmp_path, user=0)
    for name in EVERYTHING:
        machine.add(name)
    answer = machine.run("run")

    assert answer.returncode == 0
    assert answer.stdout == ""
    assert machine.asked_of_apt == ""


def test_running_needs_nothing_that_only_testing_needs(tmp_path):
    assert Machine(tmp_path, user=1000).run("run").returncode == 0


@pytest.mark.parametrize("user", [0, 1000])
def test_a_machine_without_the_makers_of_braille_and_sound_runs_and_is_told(
    tmp_path, user
):
    machine = Machine(tmp_path, user=user)
    machine.add("apt-get", "exit 100")
    answer = machine.run("run")

    assert answer.returncode == 0
    assert "sudo apt install liblouis-bin espeak-ng ffmpeg bubblewrap" in answer.stdout


def test_root_installs_the_makers_of_braille_and_sound_before_running(tmp_path):
    machine = Machine(tmp_path, user=0)

    assert machine.run("run").returncode == 0
    assert "liblouis-bin" in machine.asked_of_apt
