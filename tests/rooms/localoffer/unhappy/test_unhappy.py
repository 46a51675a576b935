"""What to do if you are unhappy: one page, led to from every page, true to the law."""

import pytest
from django.utils.html import escape

from tests.rooms.published import publish
from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.law import RULES
from waymark.law.words import full_words
from waymark.localoffer.unhappy import document, found, ladder
from waymark.routemaps.models import StepPage
from waymark.ui.navigation import doors_at_the_foot

PAGE = "/local-offer/unhappy/"


@pytest.fixture
def mereshire(db):
    publish()


def test_it_costs_a_fixed_number_of_queries(
    client, mereshire, django_assert_num_queries
):
    client.get(PAGE)
    with django_assert_num_queries(3):
        assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/about/", "/guides/words/", "/routemaps/", "/time-limits/", PAGE]
)
def test_every_public_page_leads_to_it(client, mereshire, path):
    page = client.get(path).content.decode()
    foot = page[page.index('<footer class="foot"') :]
    assert f'<a href="{PAGE}">What to do if you are unhappy</a>' in foot


def test_it_stands_among_few_at_the_foot():
    assert [door.href for door in doors_at_the_foot()] == [PAGE]


def test_an_area_without_a_word_of_its_own_still_has_it(client, db):
    page = client.get(PAGE).content.decode()
    assert "Appeal to the SEND tribunal" in page
    assert "/routemaps/unhappy/" not in page


def test_every_limit_is_said_as_the_law_has_it(client, mereshire):
    page = client.get(PAGE).content.decode()
    for key in [key for rung in ladder.RUNGS for key in rung.rules]:
        assert escape(RULES[key].says) in page
        assert escape(full_words(RULES[key])) in page


def test_what_is_not_certain_says_so(client, mereshire):
    page = client.get(PAGE).content.decode()
    assert any(RULES[key].verify for rung in ladder.RUNGS for key in rung.rules)
    assert "we understand the law says (being checked)" in page
    assert "(We understand this is so; it is being checked.)" in page


def test_a_rung_leads_only_to_a_step_that_is_published(client, mereshire):
    assert 'href="/routemaps/unhappy/talk/"' in client.get(PAGE).content.decode()
    StepPage.objects.filter(slug="talk").update(live=False)
    assert 'href="/routemaps/unhappy/talk/"' not in client.get(PAGE).content.decode()


def test_the_rungs_stand_in_the_order_of_going_further():
    assert [rung.key for rung in ladder.RUNGS] == [
        "talk",
        "complain",
        "advice",
        "disagreement-resolution",
        "mediation",
        "appeal",
    ]


def test_it_can_be_taken_away_with_its_law(client, mereshire):
    publication = publications.at(PAGE)
    assert publication is not None
    html = document.write()
    assert read(html).title == "What to do if you are unhappy"
    for key in ("D01", "D08"):
        assert escape(RULES[key].says) in html
    assert "SEND tribunal" in b"".join(client.get(f"{PAGE}take-away/text.txt")).decode()


def test_it_is_found_by_what_families_say():
    record = found.record()
    assert record.address == PAGE
    assert {"complain", "appeal"} <= set(record.lay_words)
