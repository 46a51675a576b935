"""The editors' screens of Easy Read: what they list, offer and keep."""

import re

import pytest
from django.urls import reverse

from tests.rooms.routemaps.easy_read.test_pages import CHANGED
from waymark.guidance import pictures
from waymark.routemaps.models import EasyReadPage, StepPage
from waymark.routemaps.models.easy_read import versions_now

RICH = '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "%s", "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'
LIST = "/editing/reports/easy-read/"


@pytest.fixture
def text(mereshire):
    return EasyReadPage.objects.get()


@pytest.fixture
def stale(text):
    StepPage.objects.filter(slug="draft").update(here="<p>New.</p>")
    return text


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(page, *, begun=True, **changes):
    """What the browser sends when every idea was taken out and one was put in."""
    ideas = list(page.ideas.all()) if begun else []
    rows = [{"id": idea.pk, "DELETE": "on"} for idea in ideas]
    rows.append(
        {
            "heading": "Ask",
            "step": "",
            "picture": "write",
            "words": RICH % "You can write.",
            "helper": "",
        }
    )
    return {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "written_by": page.written_by,
        "ideas-TOTAL_FORMS": len(rows),
        "ideas-INITIAL_FORMS": len(ideas),
        **{
            f"ideas-{number}-{field}": value
            for number, row in enumerate(rows)
            for field, value in {**row, "ORDER": number + 1}.items()
        },
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        **changes,
    }


def draft(page):
    return EasyReadPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_the_list_says_that_all_is_well(as_, oona, text):
    page = as_(oona).get(LIST).content.decode()
    assert "Asking for help" in page
    assert "have changed since this was written" not in page
    assert "Not yet" in page


def test_the_list_says_which_full_words_have_changed(as_, oona, stale):
    page = as_(oona).get(LIST).content.decode()
    assert "The full words have changed since this was written" in page
    assert "<li>Read the draft</li>" in page


def test_the_list_says_who_has_tried_it(as_, oona, text):
    EasyReadPage.objects.update(tested_with="a group", tested_on="2026-01-05")
    assert "a group, 5 January 2026" in as_(oona).get(LIST).content.decode()


def test_the_first_screen_names_what_is_to_be_looked_at(as_, oona, stale):
    client = as_(oona)
    page = client.get("/editing/").content.decode()
    assert "Easy Read to look at" in page
    assert edit(stale) in page


def test_the_first_screen_is_silent_where_all_is_well(as_, oona, text):
    assert "Easy Read to look at" not in as_(oona).get("/editing/").content.decode()


def test_every_picture_can_be_seen(as_, oona, mereshire):
    page = as_(oona).get("/editing/reports/pictures/").content.decode()
    assert page.count("guidance/pictures/") == len(pictures.PICTURES)


@pytest.mark.parametrize("path", [LIST, "/editing/reports/pictures/"])
def test_the_screens_are_for_editors_alone(client, mereshire, path):
    assert client.get(path).status_code in {302, 403, 404}


def test_the_form_shows_advice_pictures_and_helpers(as_, oona, stale):
    page = as_(oona).get(edit(stale)).content.decode()
    assert "What could be easier" in page
    assert "The full words have changed since this was written: draft." in page
    assert re.search(r'<img src="[^"]*pictures/write', page)
    assert '<option value="sendiass" selected>SENDIASS Mereshire</option>' in page


def test_the_form_needs_no_script_that_our_policy_refuses(as_, oona, text):
    page = as_(oona).get(edit(text)).content.decode()
    assert not re.findall(r"<script(?![^>]*\b(?:src|type)=)[^>]*>", page)


def test_a_new_text_can_be_begun(as_, oona, text):
    parent = StepPage.objects.get(slug="talk").get_parent()
    address = reverse(
        "wagtailadmin_pages:add", args=["routemaps", "easyreadpage", parent.pk]
    )
    client = as_(oona)
    assert client.get(address).status_code == 200
    form = form_of(text, begun=False, compared="on")
    assert client.post(address, form).status_code == 302
    made = EasyReadPage.objects.exclude(pk=text.pk).get()
    assert made.full_words == versions_now(parent.specific)
    assert not made.live


def test_ticking_the_box_ties_the_text_to_todays_full_words(as_, oona, stale):
    answer = as_(oona).post(edit(stale), form_of(stale, compared="on"))
    assert answer.status_code == 302
    held = draft(stale)
    assert held.full_words == versions_now(stale.routemap)
    assert [idea.words for idea in held.ideas.all()] == [
        '<p data-block-key="a">You can write.</p>'
    ]


def test_saving_without_it_leaves_the_text_marked(as_, oona, stale):
    before = stale.full_words
    as_(oona).post(edit(stale), form_of(stale))
    assert draft(stale).full_words == before


def test_readers_are_told_until_the_comparison_is_approved(as_, client, oona, stale):
    answer = as_(oona).post(edit(stale), form_of(stale, compared="on"))
    assert answer.status_code == 302
    address = "/routemaps/asking/easy-read/"
    assert CHANGED in client.get(address).content.decode()
    stale.refresh_from_db()
    stale.get_latest_revision().publish()
    assert CHANGED not in client.get(address).content.decode()
