"""Where the index lies on disk: a folder per build, and a pointer to the live one.

The index is a throw-away copy of published things. Deleting the folder is safe.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from waymark.ids import new_id


def folder() -> Path:
    """The folder of all builds, open to its owner alone."""
    path = Path(settings.DATA) / "index"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def live() -> Path | None:
    """The build that readers should use, or None before the first one."""
    try:
        name = (folder() / "live").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return folder() / name if name.isalnum() else None


@contextmanager
def one_writer() -> Iterator[None]:
    """Wait until no other process or thread is building."""
    with (folder() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def new_build() -> Path:
    """An empty folder for a new build."""
    path = folder() / new_id().hex
    path.mkdir(mode=0o700)
    return path


def make_live(build: Path) -> None:
    """Point every reader at the build in one step, and clear the others away.

    Readers that still hold an older build keep it: its files are open.
    """
    pointer = folder() / f"{build.name}.pointer"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(build.name)
        file.flush()
        os.fsync(file.fileno())
    pointer.replace(folder() / "live")
    _clear_all_but(build)


def _clear_all_but(build: Path) -> None:
    for path in folder().iterdir():
        if path.is_dir() and path != build:
            shutil.rmtree(path, ignore_errors=True)
        elif path.suffix == ".pointer":
            path.unlink(missing_ok=True)
