import pytest
from django.conf import settings

from tests import worlds
from waymark.config.starting import start_area
from waymark.finding import services as finding


@pytest.fixture
def southend(db):
    """The worked example with its services, guides and routemaps, in the search."""
    folder = settings.AREAS / "southend"
    worlds.begin("southend, whole", lambda: start_area(folder))
    finding.rebuild()
