"""The search page works without scripts, keeps no words and never leaves one stuck."""

import logging
from dataclasses import replace

import pytest
from django.test import Client

from tests.rooms.finding.published import EVERYTHING
from waymark.finding import index, services, signposts
from waymark.finding.signposts import Signpost

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]


def page(client, **asked) -> str:
    answer = client.get("/search/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_words_the_page_offers_the_box_and_no_results(client):
    html = page(client)
    assert 'name="q"' in html
    assert "result" not in html.lower().replace("search-results", "")


def test_results_link_to_what_was_found(client):
    assert '<a href="/guides/travel/">Travel to school</a>' in page(client, q="taxi")


def test_a_mended_slip_is_said_and_can_be_undone(client):
    html = page(client, q="speach")
    assert "Showing results for" in html
    assert 'href="?q=speach&amp;literal=1"' in html
    assert "Search instead for speach" in html


def test_nothing_found_keeps_the_words_and_says_whom_to_ask(client):
    signposts.register(
        "test", lambda: [Signpost("A helper", "free advice", phone="01702 555 0111")]
    )
    html = page(client, q="zebra crossing lessons")
    assert "We found nothing for those words" in html
    assert 'value="zebra crossing lessons"' in html
    assert 'href="tel:017025550111"' in html
    assert 'href="/routemaps/"' in html
    assert 'href="/contact/"' in html


def test_words_of_danger_put_help_above_everything(client):
    html = page(client, q="we are not safe")
    assert html.index("999") < html.index("<h1")


def test_what_was_typed_is_never_markup(client):
    html = page(client, q="<script>alert(1)</script> taxi")
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


def test_nobody_keeps_the_words(client, caplog):
    caplog.set_level(logging.DEBUG)
    answer = client.get("/search/", {"q": "speach suicidal"})
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert "suicidal" not in caplog.text
    assert "speach" not in caplog.text


@pytest.mark.parametrize("number", ["0", "-1", "x", "٣", "99999999999", ""])
def test_an_odd_page_number_is_no_harm(client, number):
    assert "Travel to school" in page(client, q="taxi", page=number)


def test_more_results_than_a_page_are_a_link_away(client):
    many = [replace(EVERYTHING[3], id=f"guide:{n}") for n in range(25)]
    services.rebuild(many)
    html = page(client, q="taxis", page=2)
    assert 'start="11"' in html
    assert "?q=taxis&amp;page=1" in html
    assert "?q=taxis&amp;page=3" in html


def test_searching_asks_the_database_only_for_the_area(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(1):
        page(client, q="taxi")


def test_only_reading_is_allowed():
    assert Client().post("/search/", {"q": "taxi"}).status_code == 405


def test_when_search_is_out_of_order_the_page_still_helps(client, monkeypatch):
    def broken(*_):
        raise index.OutOfOrder

    monkeypatch.setattr("waymark.finding.queries._search", broken)
    html = page(client, q="taxi")
    assert "Search is not working" in html
    assert 'href="/routemaps/"' in html
