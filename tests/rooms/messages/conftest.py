"""What the stories about messages rely on."""

import pytest

from tests.rooms.messages.saying import Postman, a_kind


@pytest.fixture(autouse=True)
def reminders():
    with a_kind() as kind:
        yield kind


@pytest.fixture
def postman(monkeypatch):
    """Every message goes to this carrier and nowhere else."""
    carrier = Postman()
    monkeypatch.setattr(
        "waymark.messages.services.delivering.carrier_of", lambda channel: carrier
    )
    return carrier
