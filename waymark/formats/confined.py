"""Runs another program on words we did not write, in a room with nothing in it.

The program sees an empty folder of its own, the machine's programs for reading only,
no network, no environment, and so much memory and time. Bubblewrap builds that room
where the system lets it; elsewhere the limits and the empty folder remain, and each
tool's own switches (`--sandbox`, an empty root, no packages) close what they can.
"""

import functools
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

#: Where the folder of a confined program stands, from its own point of view.
DESK = "/desk"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one run may take: seconds, memory, and what it writes into one file."""

    seconds: int = 30
    megabytes: int = 1024
    written_megabytes: int = 64


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program wrote to its standard output and into the files asked for."""

    out: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)


class ToolMissing(Exception):
    """A named program is not installed; says which package brings it."""

    def __init__(self, program: str, package: str) -> None:
        self.program, self.package = program, package
        super().__init__(
            f"{program} is not installed. Install it with: sudo apt install {package}"
        )


class ToolFailed(Exception):
    """A program did not do its work; says which one and why, without the words."""

    def __init__(self, program: str, why: str) -> None:
        self.program, self.why = program, why
        super().__init__(f"{program} {why}")


#: The Debian package that brings each program.
PACKAGES = {
    "lou_translate": "liblouis-bin",
    "espeak-ng": "espeak-ng",
    "ffmpeg": "ffmpeg",
}
#: The same of the programs that build the closed room.
ROOM = {"bwrap": "bubblewrap", "prlimit": "util-linux"}


def missing() -> dict[str, str]:
    """The programs that are not installed, each with the package that brings it."""
    wanted = {**PACKAGES, **ROOM}
    return {name: of for name, of in wanted.items() if shutil.which(name) is None}


def program(name: str) -> str:
    """Where a program of the system is.

    Raises: ToolMissing, with the package to install.
    """
    found = shutil.which(name)
    if found is None:
        raise ToolMissing(name, PACKAGES.get(name, name))
    return found


def run(
    command: Sequence[str],
    *,
    given: bytes = b"",
    files: Mapping[str, bytes] | None = None,
    gives: Sequence[str] = (),
    bounds: Bounds = Bounds(),  # noqa: B008 (frozen)
) -> Outcome:
    """Run a command in a room of its own and bring back what it made.

    `given` is its standard input; `files` are put on its desk first and `gives` are
    read from it afterwards, both by plain names without folders.

    Raises: ToolFailed if it ends badly, takes too long or leaves a file out.
    """
    name = Path(command[0]).name
    with tempfile.TemporaryDirectory(prefix="waymark-desk-") as folder:
        desk = Path(folder)
        for plain_name, content in (files or {}).items():
            (desk / plain_name).write_bytes(content)
        out = _finished(confine(command, desk, bounds), desk, given, name, bounds)
        return Outcome(out, {each: _read(desk, each, name) for each in gives})


def started(
    command: Sequence[str], desk: Path, bounds: Bounds, complaints: IO[bytes]
) -> "subprocess.Popen[bytes]":
    """Start a command that stays, in a room whose only folder is `desk`.

    It is spoken to over its standard input and output, without buffers; what it says
    of its troubles goes into `complaints`. The bounds are for its whole life. It ends
    with the thread that started it, so that thread must live as long as it should.
    """
    return subprocess.Popen(  # noqa: S603 (a fixed command; words come on stdin)
        confine(command, desk, bounds),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        bufsize=0,
        cwd=desk,
        env=ENVIRONMENT,
        preexec_fn=None if has_room() else functools.partial(_limit, bounds),
    )


def _finished(
    command: Sequence[str], desk: Path, given: bytes, name: str, bounds: Bounds
) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 (a fixed command; words come on stdin)
            command,
            input=given,
            capture_output=True,
            timeout=bounds.seconds,
            cwd=desk,
            env=ENVIRONMENT,
            preexec_fn=None if has_room() else functools.partial(_limit, bounds),
        )
    except subprocess.TimeoutExpired:
        raise ToolFailed(name, f"took longer than {bounds.seconds} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        last = said[-1][:200] if said else f"ended with {done.returncode}"
        raise ToolFailed(name, f"said: {last}" if said else last)
    return done.stdout


def _read(desk: Path, plain_name: str, program_name: str) -> bytes:
    place = desk / plain_name
    if place.is_symlink() or not place.is_file():
        raise ToolFailed(program_name, f"did not write {plain_name}")
    return place.read_bytes()


# ---- the room ----------------------------------------------------------------------

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": DESK}


def confine(command: Sequence[str], desk: Path, bounds: Bounds) -> list[str]:
    """The command as it runs inside the room, with `desk` as its only folder."""
    if not has_room():
        return list(command)
    return [*_room(desk), "--", *_limits(bounds), *command]


@functools.cache
def has_room() -> bool:
    """Whether the system lets us build a closed room for a program."""
    if any(shutil.which(name) is None for name in ROOM):
        return False
    with tempfile.TemporaryDirectory(prefix="waymark-desk-") as folder:
        tried = subprocess.run(  # noqa: S603
            [*_room(Path(folder)), "--", "/usr/bin/true"],
            capture_output=True,
            env=ENVIRONMENT,
        )
    return tried.returncode == 0


def _room(desk: Path) -> list[str]:
    """Bubblewrap's arguments: nothing but programs to read and one desk to write."""
    parts = [shutil.which("bwrap") or "bwrap", "--unshare-all", "--die-with-parent"]
    parts += ["--new-session", "--clearenv", "--cap-drop", "ALL"]
    for name, content in ENVIRONMENT.items():
        parts += ["--setenv", name, content]
    # First of all, so that a Waymark installed below it is laid over it and seen.
    parts += ["--tmpfs", str(Path("/", "tmp"))]
    for place in _programs():
        parts += ["--ro-bind", place, place]
    for link in ("lib", "lib32", "lib64", "bin"):
        if Path(f"/{link}").is_symlink():
            parts += ["--symlink", f"usr/{link}", f"/{link}"]
    parts += ["--proc", "/proc", "--dev", "/dev"]
    return [*parts, "--bind", str(desk), DESK, "--chdir", DESK]


def _programs() -> list[str]:
    """The folders that hold programs: the system's, this Python's and our own room."""
    wanted = [
        "/usr",
        "/etc/alternatives",
        "/etc/ld.so.cache",
        sys.base_prefix,
        sys.prefix,
        str(Path(__file__).resolve().parent),
    ]
    there = dict.fromkeys(place for place in wanted if Path(place).exists())
    return [p for p in there if p == "/usr" or not p.startswith("/usr/")]


def _limits(bounds: Bounds) -> list[str]:
    mebibyte = 1024 * 1024
    return [
        shutil.which("prlimit") or "prlimit",
        f"--as={bounds.megabytes * mebibyte}",
        f"--cpu={bounds.seconds}",
        f"--fsize={bounds.written_megabytes * mebibyte}",
        "--core=0",
        "--",
    ]


def _limit(bounds: Bounds) -> None:
    """The same limits, set by the child itself where no room can be built."""
    mebibyte = 1024 * 1024
    memory, written = (
        bounds.megabytes * mebibyte,
        bounds.written_megabytes * mebibyte,
    )
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.seconds, bounds.seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
