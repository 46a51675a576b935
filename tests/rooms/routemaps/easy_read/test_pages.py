"""Easy Read as somebody reads it, and as a document."""

import re

import pytest

from waymark.finding import sources
from waymark.formats.document import Idea, every_block
from waymark.formats.reading import read
from waymark.guidance.documents.writing import dated
from waymark.routemaps import queries
from waymark.routemaps.easy_read.document import easy_read_html
from waymark.routemaps.models import EasyReadIdea, EasyReadPage, RoutemapPage, StepPage

pytestmark = pytest.mark.usefixtures("mereshire")
EASY = "/routemaps/asking/easy-read/"
CHANGED = "The full words have changed since this was written."


@pytest.fixture
def shown(client):
    return lambda: client.get(EASY).content.decode()


@pytest.fixture
def text():
    return EasyReadPage.objects.get()


def change(**words):
    """Somebody publishes other full words."""
    StepPage.objects.filter(slug="draft").update(**words)


def test_the_page_costs_a_fixed_number_of_queries(client, django_assert_num_queries):
    client.get(EASY)
    with django_assert_num_queries(9):
        client.get(EASY)


def test_the_page_may_be_kept_and_sets_no_cookie(client):
    page = client.get(EASY)
    assert page["Cache-Control"] == "public, max-age=60"
    assert not page.cookies


def test_each_idea_is_a_picture_with_words_beside_its_sentences(shown):
    page = shown()
    assert re.search(r'<img[^>]*pictures/write[^>]*alt="A paper and a pencil"', page)
    assert page.index("pictures/write") < page.index("You can write to Mereshire")


def test_the_time_limit_comes_from_the_law(shown):
    assert "The council must answer you within 6 weeks." in shown()


def test_a_part_has_its_heading_and_the_place_of_its_step(shown):
    assert '<h2 id="ask">Ask the council</h2>' in shown()


def test_whom_to_ask_comes_from_the_areas_helpers(shown):
    page = shown()
    assert "<strong>SENDIASS Mereshire</strong>" in page
    assert 'href="tel:01632960001"' in page


def test_it_says_that_no_readers_have_tried_it_until_they_have(shown):
    assert "not yet tested with readers" in shown()
    EasyReadPage.objects.update(
        tested_with="a reading group", tested_on="2026-01-05", checked_by="the forum"
    )
    page = shown()
    assert "not yet tested" not in page
    assert "Tested with readers: a reading group, on 5 January 2026." in page
    assert "Checked by the forum." in page


def test_it_says_when_the_full_words_have_changed_since(shown, text):
    assert CHANGED not in shown()
    change(what_to_ask="<p>Something new?</p>")
    page = shown()
    assert CHANGED in page
    assert '<a href="/routemaps/asking/">Read the full words</a>' in page
    assert queries.changed_since(text) == ["Read the draft"]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Read it"},
        {"here": "<p>New</p>"},
        {"if_no_words": "<p>New</p>"},
        {"live": False},
    ],
)
def test_any_change_of_a_step_is_seen(shown, changes):
    change(**changes)
    assert CHANGED in shown()


def test_a_change_of_the_routemaps_own_words_is_seen(shown, text):
    RoutemapPage.objects.filter(slug="asking").update(summary="Other.")
    assert CHANGED in shown()
    assert queries.changed_since(text) == ["Asking for an assessment: step by step"]


def test_what_is_no_word_changes_nothing(shown):
    change(rules=[], helpers=["harbour"])
    assert CHANGED not in shown()


def test_the_routemap_and_its_steps_lead_to_it(client):
    assert f'href="{EASY}"' in client.get("/routemaps/asking/").content.decode()
    step = client.get("/routemaps/asking/ask/").content.decode()
    assert f'href="{EASY}#ask"' in step


def test_a_routemap_without_one_leads_nowhere(client):
    page = client.get("/routemaps/unhappy/").content.decode()
    assert "easy-read" not in page


def test_it_is_found_by_search_and_by_search_engines(client):
    found = {record.kind: record for record in sources.records()}["easy-read"]
    assert found.address == EASY
    assert found.name == "Easy Read: Asking for help"
    assert "within 6 weeks" in found.text
    assert EASY in client.get("/sitemap.xml").content.decode()


def test_a_draft_with_a_picture_that_is_not_there_is_shown_all_the_same(client):
    EasyReadIdea.objects.filter(picture="write").update(picture="dragon")
    page = client.get(EASY)
    assert page.status_code == 200
    assert "You can write" in page.content.decode()


# ---- the document ---------------------------------------------------------------------


def test_the_document_holds_every_idea_with_its_picture_inside(text):
    html = easy_read_html(text)
    assert html.count('<section class="idea">') == 3
    assert html.count('src="data:image/svg+xml;base64,') == 3
    assert 'alt="A paper and a pencil"' in html
    assert '<meta name="easy-read" content="true">' in html
    assert "not yet tested with readers" in html


def test_the_document_leads_back_from_paper(text, settings):
    html = easy_read_html(text)
    assert f'name="address" content="{settings.WEBSITE}{EASY}"' in html
    assert f'href="{settings.WEBSITE}/routemaps/unhappy/"' in html
    assert 'href="/' not in html


def test_the_document_says_when_the_full_words_have_changed(text):
    change(what_to_ask="<p>Something new?</p>")
    assert CHANGED in easy_read_html(text)


def test_the_document_says_its_day_only_where_it_is_given_one(text):
    from datetime import date

    assert read(easy_read_html(text)).made_on is None
    html = dated(easy_read_html(text), date(2026, 1, 13))
    assert '<meta name="made-on" content="2026-01-13">' in html


def test_the_document_costs_a_fixed_number_of_queries(
    text, django_assert_max_num_queries
):
    with django_assert_max_num_queries(7):
        easy_read_html(text)


def test_the_document_is_one_that_every_format_can_be_made_from(text):
    document = read(easy_read_html(text))
    ideas = [block for block in every_block(document.blocks) if isinstance(block, Idea)]
    assert document.easy_read
    assert document.title == "Asking for help, Easy Read"
    assert [idea.picture.words for idea in ideas] == [
        "A paper and a pencil",
        "A plan with ticks and a heart",
        "A helper holding a heart",
    ]
    assert all(idea.blocks for idea in ideas)
