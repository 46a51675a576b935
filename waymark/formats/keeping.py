"""Keeps what was made, so that it is made once.

What is kept is a throw-away copy of something public. Deleting the folder is safe, and
a folder that cannot be written to costs time and nothing else.
"""

import fcntl
import hashlib
import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from waymark.today import now

log = logging.getLogger(__name__)

#: Seconds between two looks whether somebody else has finished.
LOOK_EVERY = 0.05
#: Signs of a name that choose its turn, so that the folder of turns stays small.
TURN_SIGNS = 3


class Busy(Exception):
    """Somebody else is at it, and it took longer than we could wait."""


@dataclass(frozen=True, slots=True)
class Made:
    """One result: on the shelf at `path`, or in hand where it could not be kept."""

    key: str
    size: int
    made_at: datetime
    path: Path | None = None
    content: bytes = b""

    def open(self) -> BinaryIO:
        """Its bytes from the beginning; whoever asks closes it."""
        return self.path.open("rb") if self.path else BytesIO(self.content)


@dataclass(frozen=True, slots=True)
class Noted:
    """The newest result of one kind of a document: its key, and its size in bytes."""

    key: str
    size: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of results, used by every process and thread of an installation."""

    folder: Path

    def find(self, key: str) -> Made | None:
        """The result with this key, if it is kept."""
        path = self._path(key)
        try:
            about = path.stat()
        except OSError:
            return None
        made_at = datetime.fromtimestamp(about.st_mtime, UTC)
        return Made(key, about.st_size, made_at, path)

    def make_once(
        self, key: str, make: Callable[[], bytes], *, wait: float, anew: bool = False
    ) -> Made:
        """The kept result, or the one that `make` gives, kept from now on.

        However many ask at the same moment, one makes it and the others wait for that
        one, `wait` seconds at most. `anew` makes it although it is kept.

        Raises: Busy if somebody else takes longer; whatever `make` raises.
        """
        kept = None if anew else self.find(key)
        if kept is not None:
            return kept
        with self._turn(key[:TURN_SIGNS], wait):
            kept = None if anew else self.find(key)
            return kept or self._keep(key, make())

    def _keep(self, key: str, content: bytes) -> Made:
        """Put it on the shelf whole or not at all; in hand where that cannot be."""
        try:
            _write(self._path(key), content)
        except OSError as problem:
            log.warning("format_not_kept reason=%s", problem.strerror)
        in_hand = Made(key, len(content), now(), content=content)
        return self.find(key) or in_hand

    def _path(self, key: str) -> Path:
        return self.folder / "kept" / key[:2] / key

    # ---- what is newest

    def note(self, document: str, kind: str, made: Made) -> None:
        """Remember that this is the newest result of this kind of a document."""
        path = self._notes(document)
        try:
            with self._turn(path.stem[:TURN_SIGNS], wait=1):
                held = {**_read(path), kind: Noted(made.key, made.size)}
                said = {kind: asdict(noted) for kind, noted in held.items()}
                _write(path, json.dumps(said).encode())
        except (OSError, Busy):
            log.warning("format_not_noted")

    def noted(self, document: str) -> Mapping[str, Noted]:
        """The newest result of each kind of a document, as far as they were made."""
        return _read(self._notes(document))

    def _notes(self, document: str) -> Path:
        name = hashlib.sha256(document.encode()).hexdigest()
        return self.folder / "documents" / f"{name}.json"

    def tidy(self, before: datetime) -> int:
        """Delete what was made before then and is no document's newest result.

        Gives the number of files deleted. Safe beside readers: who holds a file open
        keeps it, and who asks for one that has gone has it made again.
        """
        notes = (self.folder / "documents").glob("*.json")
        in_use = {noted.key for path in notes for noted in _read(path).values()}
        kept = list((self.folder / "kept").glob("*/*"))
        old = [path for path in kept if path.name not in in_use]
        return sum(_delete_if_older(path, before) for path in old)

    # ---- turns

    @contextmanager
    def one_of(self, number: int, desks: str) -> Iterator[None]:
        """Hold one of so many desks until the end of the block. Nobody waits.

        Raises: Busy, if all are taken, by this process or any other.
        """
        locks = (self._lock(f"{desks}-{desk}") for desk in range(number))
        for lock in locks:
            if lock is None:
                break
            with lock:
                if _taken(lock):
                    yield
                    return
        else:
            raise Busy
        yield

    @contextmanager
    def _turn(self, name: str, wait: float) -> Iterator[None]:
        """Hold the turn of this name until the end of the block.

        Where the folder cannot be written to there are no locks, and nobody waits:
        what two then make at once is only made twice.

        Raises: Busy, if somebody holds it longer than `wait` seconds.
        """
        lock = self._lock(name)
        if lock is None:
            yield
            return
        with lock:
            _wait_for(lock, wait)
            yield

    def _lock(self, name: str) -> "IO[bytes] | None":
        try:
            turns = _own_folder(self.folder / "turns")
            return (turns / f"{name}.lock").open("wb")
        except OSError:
            return None


def _taken(lock: IO[bytes]) -> bool:
    """True when the lock is ours from now on; it ends with the file."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _wait_for(lock: IO[bytes], seconds: float) -> None:
    for _ in range(max(1, int(seconds / LOOK_EVERY))):
        if _taken(lock):
            return
        time.sleep(LOOK_EVERY)
    raise Busy


def _own_folder(path: Path) -> Path:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, however many write it at the same moment."""
    _own_folder(path.parent)
    making = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        with making.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        making.replace(path)
    except OSError:
        making.unlink(missing_ok=True)
        raise


def _read(path: Path) -> dict[str, Noted]:
    """The notes in a file. Damaged or missing ones are none: they are made again."""
    try:
        held = json.loads(path.read_text("utf-8"))
        return {kind: Noted(**noted) for kind, noted in held.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _delete_if_older(path: Path, before: datetime) -> bool:
    try:
        if path.stat().st_mtime >= before.timestamp():
            return False
        path.unlink()
    except OSError:
        return False
    return True
