from html import unescape
from re import DOTALL, sub

import pytest

from tests import worlds
from tests.rooms.routemaps.dates.routemaps import begin


@pytest.fixture
def routemaps(db):
    """Every routemap published, with a few steps and letters."""
    worlds.begin("routemaps with dates", begin)


@pytest.fixture
def open_page(client, routemaps):
    """The page of a routemap's dates with this query, as plain words."""

    def open_(query="", slug="ehc-needs-assessment"):
        answer = client.get(f"/routemaps/{slug}/my-dates/?{query}")
        assert answer.status_code == 200, answer.headers
        return words_of(answer)

    return open_


def words_of(answer) -> str:
    """The words of the main part, without the form at its foot."""
    html = answer.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    shown = sub(r'<details class="fold no-print".*?</form>', "", main, flags=DOTALL)
    return sub(r"\s+", " ", unescape(sub(r"<[^>]+>", " ", shown))).replace(" .", ".")
