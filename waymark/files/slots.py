"""What the rooms above say: who may read the files that belong to them."""

from collections.abc import Callable

from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.files.models import StoredFile

MayRead = Callable[[Actor, StoredFile], Ruling]
_readers: dict[str, MayRead] = {}


def register_reader(room: str, may_read: MayRead) -> None:
    """Have a room say who may read its files; the last to register wins."""
    _readers[room] = may_read


def may_read(actor: Actor, file: StoredFile) -> Ruling:
    """Whether the actor may read a file; nobody may read what no room answers for."""
    asked = _readers.get(file.room)
    if asked is None:
        return Ruling(False, "This file is not open to you.")
    return asked(actor, file)
