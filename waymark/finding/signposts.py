"""A slot: whom to ring and where to look when a search finds nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signpost:
    """Somebody or something to turn to. `address` or `phone` may be left out."""

    name: str
    words: str = ""
    address: str = ""
    phone: str = ""


Source = Callable[[], Iterable[Signpost]]

_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Offer signposts from a room above; shown in the order rooms started."""
    _sources[name] = source


def signposts() -> list[Signpost]:
    """Every signpost offered."""
    return [signpost for source in _sources.values() for signpost in source()]
