import pytest

from tests.factories.accounts import account_of
from tests.people import OONA, PRIYA
from tests.rooms.published import MERESHIRE, publish
from waymark.localoffer import services

#: A club that helps while a family waits.
CLUB = "0d7f6d53-3f1c-4f7a-9d3e-3a6f3f1f0a01"


@pytest.fixture
def mereshire(db):
    """A small area with its words, one service, and what is written beside it."""
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
    services.load_reading(MERESHIRE)


@pytest.fixture
def oona(mereshire):
    """She writes."""
    return account_of(OONA)


@pytest.fixture
def priya(mereshire):
    """She approves."""
    return account_of(PRIYA)


@pytest.fixture
def time_machine_to(an_ordinary_tuesday_in_term):
    """Go to another day."""
    return an_ordinary_tuesday_in_term.move_to
