import pytest

from tests.rooms.finding.published import EVERYTHING, SYNONYMS
from waymark.finding import index, services, signposts, sources, synonyms


@pytest.fixture(autouse=True)
def a_room_of_its_own(settings, tmp_path, monkeypatch):
    """An index folder and slots that no other test shares."""
    settings.DATA = tmp_path
    for slots in (sources, synonyms, signposts):
        monkeypatch.setattr(slots, "_sources", {})
    monkeypatch.setattr(sources, "_lay_words", {})
    monkeypatch.setattr(sources, "_kinds", {})
    synonyms.register("test", lambda: SYNONYMS)
    yield
    index.forget()


@pytest.fixture
def published():
    """The small set of records, found through a source as in life."""
    sources.register("test", lambda: EVERYTHING)
    services.rebuild()
