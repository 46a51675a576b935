"""A door to PostgreSQL that can be shut and opened while programs run."""

import os
import socket
import threading
from contextlib import suppress
from pathlib import Path

NAME = ".s.PGSQL.5432"


class Door:
    """A folder with a socket in it that leads to the real one while it is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.real = f"{os.environ['PGHOST']}/{NAME}"
        self._ends: list[socket.socket] = []
        self._listener: socket.socket | None = None

    def open(self) -> None:
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(self.folder / NAME))
        listener.listen(64)
        self._listener = listener
        threading.Thread(target=self._let_in, args=(listener,), daemon=True).start()

    def shut(self) -> None:
        """Nobody comes in any more, and whoever is inside is cut off."""
        assert self._listener is not None
        (self.folder / NAME).unlink()
        _cut(self._listener)
        while self._ends:
            _cut(self._ends.pop())

    def _let_in(self, listener: socket.socket) -> None:
        while True:
            try:
                inside, _ = listener.accept()
            except OSError:
                return
            beyond = socket.socket(socket.AF_UNIX)
            beyond.connect(self.real)
            self._ends += [inside, beyond]
            for here, there in ((inside, beyond), (beyond, inside)):
                threading.Thread(target=_carry, args=(here, there), daemon=True).start()


def _carry(here: socket.socket, there: socket.socket) -> None:
    with suppress(OSError):
        while said := here.recv(65_536):
            there.sendall(said)
    _cut(there)


def _cut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
