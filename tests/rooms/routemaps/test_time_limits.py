"""Every time limit of the law in one place, and a search that nobody keeps."""

import pytest

from waymark.law import RULES

pytestmark = pytest.mark.usefixtures("mereshire")


def test_every_rule_of_the_law_has_a_row(client):
    page = client.get("/time-limits/").content.decode()
    missing = [key for key in RULES if f">{key}</span>" not in page]
    assert not missing


def test_a_row_leads_to_the_step_that_explains_it(client):
    page = client.get("/time-limits/?q=a10").content.decode()
    assert '<a href="/routemaps/asking/draft/">' in page


def test_a_search_keeps_rows_with_every_word(client):
    page = client.get("/time-limits/?q=DRAFT+15").content.decode()
    assert ">A10</span>" in page
    assert ">A03</span>" not in page


def test_a_search_that_finds_nothing_says_so(client):
    page = client.get("/time-limits/?q=zebra").content.decode()
    assert "0 time limits have these words." in page


def test_what_was_searched_for_stays_with_whoever_searched(client):
    page = client.get("/time-limits/?q=draft")
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Referrer-Policy"] == "no-referrer"


def test_what_was_typed_comes_back_as_words(client):
    page = client.get("/time-limits/?q=%22><script>").content.decode()
    assert "<script>" not in page.split("<main")[1]


def test_strength_is_said_in_words(client):
    page = client.get("/time-limits/").content.decode()
    for words in ("the law says must", "being checked"):
        assert words in page
