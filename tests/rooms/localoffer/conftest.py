from pathlib import Path

import pytest

from tests import worlds
from tests.rooms.published import publish
from waymark.localoffer import services
from waymark.localoffer.views import openness
from waymark.organisations.services import begin_area

MARRAM = Path(__file__).resolve().parents[2] / "areas" / "marram"


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    """Start every test with the whole of the rate limit."""
    openness._taken.clear()


@pytest.fixture
def lists(db):
    """Our own lists of terms."""
    worlds.begin("lists of terms", services.load_lists)


@pytest.fixture
def marram(db):
    """The invented area with its small directory."""
    worlds.begin("marram", _begin)


def _begin() -> None:
    begin_area(MARRAM)
    services.load_area(MARRAM)


@pytest.fixture
def mereshire(db):
    """A small area whose words are all published."""
    publish()
