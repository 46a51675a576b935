"""A small area with one service, and with pages written beside its directory."""

from pathlib import Path

from tests.rooms.published import publish
from waymark.localoffer import services

MERE = Path(__file__).parent / "data" / "mere"
#: A club that helps while a family waits.
CLUB = "0d7f6d53-3f1c-4f7a-9d3e-3a6f3f1f0a01"


def write() -> None:
    """Publish the words of the area, the club, and the pages beside the directory."""
    publish()
    services.load_lists()
    services.publish_record(
        {
            "id": CLUB,
            "name": "Mereshire talking club",
            "status": "active",
            "description": "Talk and play on Mondays.",
        }
    )
    services.load_reading(MERE)
