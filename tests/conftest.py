"""What every test may rely on: one frozen day, no network, a data folder of its own."""

import os
import tempfile
from datetime import datetime
from zoneinfo import ZoneInfo

os.environ["DATA"] = tempfile.mkdtemp(prefix="waymark-test-")
os.environ.pop("WAYMARK_TODAY", None)

import pytest
import time_machine

TUESDAY = datetime(2026, 1, 13, 10, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def an_ordinary_tuesday_in_term(request):
    """Freeze time for every test but those that start programs of their own."""
    if "journey" in request.keywords:
        yield None
        return
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller
