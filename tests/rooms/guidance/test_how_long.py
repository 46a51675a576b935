"""How long we keep things, as a page and as a document that families take away."""

import pytest
from django.conf import settings
from django.utils.html import escape

from waymark.access.retention import kept
from waymark.guidance.documents import sources

pytestmark = pytest.mark.usefixtures("mereshire")
ADDRESS = "/privacy/how-long/"


def test_the_page_says_everything_that_is_kept_about_people(client):
    page = client.get(ADDRESS).content.decode()
    assert all(escape(line.holds) in page for line in kept())


def test_what_is_about_families_comes_first(client):
    page = client.get(ADDRESS).content.decode()
    headings = ["About families", "About readers", "About people who work with"]
    places = [page.index(heading) for heading in headings]
    assert places == sorted(places)


def test_it_says_how_long_in_days_and_years_and_who_takes_the_rest_out(client):
    page = client.get(ADDRESS).content.decode()
    assert "6 years." in page
    assert "30 days." in page
    assert "An editor of the Local Offer takes it out." in page


def test_privacy_leads_to_it_and_it_leads_back(client):
    assert 'href="/privacy/"' in client.get(ADDRESS).content.decode()
    words = (settings.AREAS / "england" / "pages" / "privacy.toml").read_text("utf-8")
    assert f'<a href="{ADDRESS}">' in words


def test_it_is_among_what_can_be_taken_away(client):
    found = sources.find(ADDRESS, "")
    assert found.title == "How long we keep things"
    assert ADDRESS in [each.address for each in sources.every()]
    assert "<h1>How long we keep things</h1>" in found.write()
