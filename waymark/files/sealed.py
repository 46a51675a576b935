"""Files at rest: each sealed with a key of its own, in pieces that know their place.

A piece is sealed for its file, its number and whether it is the last one, so that none
can be changed, moved, taken out or cut off. A file of any length passes through one
piece of memory.
"""

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from waymark import sealing

PIECE = 1 << 20
_TAG, _PREFIX, _KEY = 16, 8, 32


class Broken(ValueError):
    """What lies at rest is not what was kept."""


def folder() -> Path:
    """Where files lie. Nothing of a file stands in its name."""
    return Path(settings.MEDIA_ROOT) / "sealed"


def path_of(file_id: UUID) -> Path:
    """Where one file lies."""
    return folder() / file_id.hex[:2] / file_id.hex


def new_key(file_id: UUID) -> tuple[bytes, str]:
    """A key for one file, and the same key sealed by the ring, to be kept."""
    key = os.urandom(_KEY)
    return key, sealing.seal(base64.b64encode(key).decode(), place=_place(file_id))


def key_of(file_id: UUID, sealed_key: str) -> bytes:
    """The key of a file. Raises: sealing.CannotOpen."""
    return base64.b64decode(sealing.opened(sealed_key, place=_place(file_id)))


def _place(file_id: UUID) -> str:
    return f"file:{file_id}:key"


def put(file: IO[bytes], file_id: UUID, key: bytes) -> int:
    """Seal a file into its place, whole or not at all; the bytes it had.

    When it returns, the file outlives a power cut.
    """
    target = path_of(file_id)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    making = target.with_suffix(".making")
    handle = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as into:
            length = _write(file, into, file_id, key)
            into.flush()
            os.fsync(into.fileno())
    except BaseException:
        making.unlink(missing_ok=True)
        raise
    making.rename(target)
    _fsync(target.parent)
    return length


def _write(file: IO[bytes], into: IO[bytes], file_id: UUID, key: bytes) -> int:
    prefix = os.urandom(_PREFIX)
    into.write(prefix)
    lock, number, length = AESGCM(key), 0, 0
    piece = file.read(PIECE)
    while True:
        coming = file.read(PIECE)
        about = _about(file_id, number, is_last=not coming)
        into.write(lock.encrypt(prefix + number.to_bytes(4), piece, about))
        length += len(piece)
        if not coming:
            return length
        piece, number = coming, number + 1


def _about(file_id: UUID, number: int, *, is_last: bool) -> bytes:
    return f"{file_id}:{number}:{is_last}".encode()


def _fsync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(file_id: UUID, key: bytes) -> Iterator[bytes]:
    """The pieces of a file, opened one by one.

    Raises: FileNotFoundError; Broken, at the first piece that is not as it was kept.
    """
    with path_of(file_id).open("rb") as sealed:
        prefix = sealed.read(_PREFIX)
        piece, number = sealed.read(PIECE + _TAG), 0
        lock = AESGCM(key)
        while True:
            coming = sealed.read(PIECE + _TAG)
            about = _about(file_id, number, is_last=not coming)
            try:
                yield lock.decrypt(prefix + number.to_bytes(4), piece, about)
            except (InvalidTag, ValueError) as problem:
                raise Broken(f"piece {number}") from problem
            if not coming:
                return
            piece, number = coming, number + 1


def take_out(file_id: UUID) -> None:
    """Take a file out of its place; harmless when it is not there."""
    path_of(file_id).unlink(missing_ok=True)
