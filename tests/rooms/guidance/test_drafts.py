"""A link to a draft opens that one draft, for two weeks, to whoever holds it."""

from datetime import timedelta

import pytest

from waymark.guidance import drafts
from waymark.guidance.models import GuidePage


@pytest.fixture
def link(mereshire):
    about = GuidePage.objects.get(slug="about")
    about.summary = "A new summary."
    about.save_revision()
    return f"/preview/{drafts.token(about.pk)}/"


def test_it_shows_the_latest_draft_and_says_so(client, link):
    page = client.get(link).content.decode()
    assert "A new summary." in page
    assert "This is a draft." in page


def test_readers_still_see_what_is_published(client, link):
    client.get(link)
    assert b"A new summary." not in client.get("/about/").content


def test_no_cache_keeps_it_and_no_search_engine_lists_it(client, link):
    page = client.get(link)
    assert "no-store" in page["Cache-Control"]
    assert "public" not in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"


def test_it_ends_after_two_weeks(client, link, an_ordinary_tuesday_in_term):
    an_ordinary_tuesday_in_term.shift(timedelta(days=15))
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("token", ["1", "made-up", "WzFd:x:y"])
@pytest.mark.django_db
def test_a_made_up_link_opens_nothing(client, token):
    assert client.get(f"/preview/{token}/").status_code == 404
