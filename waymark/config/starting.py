"""An area's beginning: its authority, its words and its editors, all or nothing."""

from pathlib import Path

from django.db import transaction

from waymark.finding import services as finding
from waymark.guidance import services as guidance
from waymark.localoffer import services as localoffer
from waymark.organisations import queries
from waymark.organisations import services as organisations
from waymark.routemaps import services as routemaps


class AlreadyStarted(Exception):
    """The store already serves an area, and one store serves one area."""


@transaction.atomic
def start_area(folder: Path, *, demonstration: bool = False) -> None:
    """Begin the area in an empty store: nothing is left half done.

    Raises: AlreadyStarted; organisations.BadAreaFolder, with file and place.
    """
    begun = queries.authority()
    if begun:
        raise AlreadyStarted(
            f"This data folder already serves {begun.name}. "
            "Set DATA to an empty folder to start another area."
        )
    organisations.begin_area(folder, demonstration=demonstration)
    guidance.prepare_editing()
    guidance.load_words(folder)
    localoffer.load_area(folder)
    routemaps.load_routemaps(folder)
    routemaps.load_easy_read(folder)
    localoffer.load_reading(folder)
    finding.rebuild_after_commit()
