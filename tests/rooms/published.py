"""A small area with its words in place, for every test of what is published."""

from pathlib import Path

from waymark.guidance import services as guidance
from waymark.organisations import services as organisations
from waymark.routemaps import services as routemaps

MERESHIRE = Path(__file__).parent / "areas" / "mereshire"


def publish(folder: Path = MERESHIRE) -> None:
    """Start the area as `waymark start` does."""
    organisations.begin_area(folder)
    guidance.prepare_editing()
    guidance.load_words(folder)
    routemaps.load_routemaps(folder)
    routemaps.load_easy_read(folder)
