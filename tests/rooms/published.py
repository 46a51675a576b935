"""A small area with its words in place, for every test of what is published."""

from pathlib import Path

from tests import worlds
from waymark.guidance import services as guidance
from waymark.organisations import services as organisations
from waymark.routemaps import services as routemaps

MERESHIRE = Path(__file__).parent / "areas" / "mereshire"


def publish(folder: Path = MERESHIRE) -> None:
    """Be in the area as `waymark start` leaves it."""
    worlds.begin(_contents(folder), lambda: start(folder))


def _contents(folder: Path) -> tuple[tuple[str, bytes], ...]:
    files = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return tuple((str(each), each.read_bytes()) for each in files)


def start(folder: Path) -> None:
    """Start the area by the services, as `waymark start` does."""
    organisations.begin_area(folder)
    guidance.prepare_editing()
    guidance.load_words(folder)
    routemaps.load_routemaps(folder)
    routemaps.load_easy_read(folder)
