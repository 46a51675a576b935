"""Asking the virus scanner, over its own socket (ClamAV's INSTREAM)."""

import socket
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

#: The scanner ends the connection where a piece is longer than its own limit.
LONGEST_PIECE = 1 << 18
_ANSWER = 4096


class ScannerAway(Exception):
    """Nobody said whether the file is clean, so it is not."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the scanner said: clean, or the name of what it found."""

    is_clean: bool
    found: str = ""


def is_set_up() -> bool:
    """Whether the installation names a scanner."""
    return bool(settings.CLAMD)


def scan(pieces: Iterable[bytes]) -> Scanned:
    """Whether a file is clean, by its pieces.

    Raises: ScannerAway, if no scanner is set up, it does not answer in time, or it says
    something that is neither yes nor no.
    """
    if not is_set_up():
        raise ScannerAway("No scanner is set up.")
    try:
        with _connected() as scanner:
            scanner.sendall(b"zINSTREAM\0")
            for piece in pieces:
                _send(scanner, piece)
            scanner.sendall((0).to_bytes(4))
            answer = scanner.recv(_ANSWER)
    except OSError as problem:
        raise ScannerAway("The scanner does not answer.") from problem
    return _read(answer.rstrip(b"\0").decode("utf-8", "replace"))


def _connected() -> socket.socket:
    kind, _colon, place = settings.CLAMD.partition(":")
    if kind == "unix":
        scanner = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        scanner.settimeout(settings.CLAMD_TIMEOUT)
        scanner.connect(place)
        return scanner
    host, _colon, port = place.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=settings.CLAMD_TIMEOUT)


def _send(scanner: socket.socket, piece: bytes) -> None:
    for at in range(0, len(piece), LONGEST_PIECE):
        part = piece[at : at + LONGEST_PIECE]
        scanner.sendall(len(part).to_bytes(4) + part)


def _read(answer: str) -> Scanned:
    if answer == "stream: OK":
        return Scanned(True)
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return Scanned(False, answer.removeprefix("stream: ").removesuffix(" FOUND"))
    raise ScannerAway("The scanner said neither yes nor no.")
