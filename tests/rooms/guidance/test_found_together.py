"""An area that comes in whole asks for one index, not for one a page."""

import pytest
from django.db import connection

from tests.rooms.published import MERESHIRE, start
from waymark.finding import services as finding


@pytest.mark.django_db
def test_many_things_published_together_rebuild_the_index_once():
    """The area comes in within one transaction, which waits to be kept."""
    start(MERESHIRE)
    waiting = [entry[1] for entry in connection.run_on_commit]
    assert waiting.count(finding._rebuild_all) == 1
