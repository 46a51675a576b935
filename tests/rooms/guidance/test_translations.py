"""Translations: tied to their English, checked by somebody, and shown as what they are."""

import re

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import Page

from tests.rooms.guidance.translations import (
    URDU,
    polish_of,
    published,
    translation_of,
)
from waymark.finding import sources
from waymark.formats.document import Idea, Language, every_block
from waymark.formats.reading import read
from waymark.guidance import queries
from waymark.guidance.models import GuidePage, State, Translation
from waymark.guidance.publishing import CannotPublish, CannotWithdraw
from waymark.guidance.translated import translation_html

pytestmark = pytest.mark.usefixtures("mereshire")
GUIDE = "/guides/reading-a-plan/"
IN_URDU = f"/in/ur{GUIDE}"
CHANGED = "The English has changed since this was translated."


def change_english():
    GuidePage.objects.filter(slug="reading-a-plan").update(body="<p>Other words.</p>")


def afresh(translation):
    """As another request would find it."""
    return Translation.objects.get(pk=translation.pk)


def refused(translation):
    with pytest.raises(CannotPublish) as caught:
        translation.save_revision().publish()
    return str(caught.value)


# ---- how it stands --------------------------------------------------------------------


def test_what_has_words_missing_is_asked_for():
    assert translation_of("reading-a-plan", texts={}).state == State.ASKED


def test_what_has_all_its_words_is_done_and_not_yet_checked():
    assert translation_of("reading-a-plan").state == State.DONE


def test_what_is_published_is_checked():
    assert published("reading-a-plan").state == State.CHECKED


def test_what_is_older_than_its_english_is_stale_published_or_not():
    out, kept = published("reading-a-plan"), translation_of("reading-a-plan", "pl")
    change_english()
    assert afresh(out).state == afresh(kept).state == State.STALE
    assert [part.name for part in afresh(out).changed] == ["body"]


def test_the_list_holds_those_to_look_at_first():
    published("reading-a-plan")
    translation_of("about", texts={})
    change_english()
    held = [(state, len(found)) for state, found in queries.translations_by_state()]
    assert held == [(State.STALE, 1), (State.ASKED, 1)]


# ---- what stops it from going out -----------------------------------------------------


RULES = [
    ({"translated_by": ""}, "Please say who translated it"),
    ({"translated_on": None}, "Please say who translated it"),
    ({"checked_by": ""}, "Please say who checked it"),
    ({"checked_on": None}, "Please say who checked it"),
    (
        {"checked_by": " parveen, an invented TRANSLATOR"},
        "cannot be the one who checks",
    ),
    ({"language": "pt"}, "“pt” is not one of the area's languages"),
    ({"texts": {**URDU, "body": ""}}, "Nothing is written yet for"),
    (
        {"texts": {**URDU, "body": "<p>۶ ہفتے</p>"}},
        "The number 6 is not in the English",
    ),
    ({"texts": {**URDU, "body": "<i>x</i>"}}, "<i> is not allowed"),
    (
        {"texts": {**URDU, "body": '<p><a href="/no/">x</a></p>'}},
        "/no/ leads to no page",
    ),
]


@pytest.mark.parametrize(("changes", "says"), RULES)
def test_a_translation_that_breaks_a_rule_stays_in(changes, says):
    assert says in refused(translation_of("reading-a-plan", **changes))


def test_what_a_machine_made_stays_in_until_a_person_has_checked_it():
    held = translation_of("reading-a-plan", by_machine=True, checked_by="")
    assert "Please say who checked it" in refused(held)


def test_a_translation_of_older_english_stays_in():
    held = translation_of("reading-a-plan")
    change_english()
    assert "The English has changed since" in refused(afresh(held))


def test_a_translation_of_what_nobody_can_read_stays_in():
    held = translation_of("reading-a-plan")
    Page.objects.filter(slug="reading-a-plan").update(live=False)
    assert "Only a published page" in refused(afresh(held))


def test_the_store_itself_keeps_in_what_nobody_checked():
    held = translation_of("reading-a-plan", checked_by="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.filter(pk=held.pk).update(live=True)


def test_a_page_has_one_translation_in_a_language():
    translation_of("reading-a-plan")
    with pytest.raises(IntegrityError), transaction.atomic():
        translation_of("reading-a-plan")


def test_whoever_wrote_it_does_not_publish_it(priya):
    held = translation_of("reading-a-plan")
    with pytest.raises(CannotPublish, match="somebody else must approve"):
        held.save_revision(user=priya).publish(user=priya)


def test_a_page_is_not_taken_away_under_its_translation():
    published("reading-a-plan")
    with pytest.raises(CannotWithdraw, match="Urdu: Reading a plan"):
        GuidePage.objects.get(slug="reading-a-plan").unpublish()


# ---- as somebody reads it -------------------------------------------------------------


def test_nobody_reads_what_is_not_published(client):
    translation_of("reading-a-plan")
    assert client.get(IN_URDU).status_code == 404
    assert "اردو" not in client.get(GUIDE).content.decode()


@pytest.mark.parametrize("address", ["/in/pl" + GUIDE, "/in/ur/guides/none/", "/in/x/"])
def test_what_is_not_translated_is_not_there(client, address):
    published("reading-a-plan")
    assert client.get(address).status_code == 404


def test_the_page_says_its_language_and_its_direction(client):
    published("reading-a-plan")
    page = client.get(IN_URDU).content.decode()
    assert '<html lang="ur" dir="rtl">' in page
    assert "<h1>منصوبہ پڑھنا</h1>" in page
    assert "<title>منصوبہ پڑھنا" in page
    assert re.search(r'<header class="masthead" lang="en-gb" dir="ltr">', page)
    assert re.search(r'<footer class="foot" lang="en-gb" dir="ltr">', page)


def test_a_page_in_english_says_nothing_new(client):
    page = client.get(GUIDE).content.decode()
    assert '<html lang="en-gb" dir="ltr">' in page
    assert '<header class="masthead">' in page


def test_the_page_says_who_made_it_and_leads_back(client):
    published("reading-a-plan")
    page = client.get(IN_URDU).content.decode()
    assert "Translated by Parveen, an invented translator on 5 January 2026." in page
    assert "Checked by Imran, an invented reader on 9 January 2026." in page
    assert f'href="{GUIDE}"' in page
    assert "یہ صفحہ انگریزی میں پڑھیں" in page


def test_without_words_of_its_own_the_way_back_is_in_english(client):
    texts = {k: v for k, v in URDU.items() if not k.startswith("note")}
    published("reading-a-plan", texts=texts)
    page = client.get(IN_URDU).content.decode()
    assert '<span lang="en-gb" dir="ltr">Read this page in English</span>' in page


def test_what_a_machine_began_says_so_for_ever(client):
    held = published("reading-a-plan", by_machine=True)
    says = "A machine made the first version of this translation."
    assert says in client.get(IN_URDU).content.decode()
    assert says in translation_html(held)


def test_the_page_says_in_both_languages_that_the_english_has_changed(client):
    published("reading-a-plan")
    assert CHANGED not in client.get(IN_URDU).content.decode()
    change_english()
    page = client.get(IN_URDU).content.decode()
    assert CHANGED in page
    assert "انگریزی متن بدل گیا ہے۔" in page


def test_the_english_page_offers_the_language_by_its_own_name(client):
    published("reading-a-plan")
    page = client.get(GUIDE).content.decode()
    assert f'<a href="{IN_URDU}" hreflang="ur" lang="ur" dir="rtl">اردو</a>' in page


def test_a_step_in_polish_has_the_laws_number_and_its_own_headings(client):
    page = Page.objects.get(slug="ask")
    published("ask", "pl", polish_of(page))
    shown = client.get("/in/pl/routemaps/asking/ask/").content.decode()
    assert '<html lang="pl" dir="ltr">' in shown
    assert "w ciągu 6 tygodni" in shown
    assert shown.count("<h2>Część") == 8
    assert "What happens" not in shown


def test_an_easy_read_text_keeps_its_pictures_in_another_language(client):
    page = Page.objects.get(slug="easy-read")
    held = published("easy-read", "pl", polish_of(page))
    shown = client.get("/in/pl/routemaps/asking/easy-read/").content.decode()
    assert shown.count("guidance/pictures/") == 3
    assert '<meta name="easy-read" content="true">' in translation_html(held)


def test_every_page_that_can_be_translated_offers_its_languages(client):
    for slug in ("asking", "ask", "easy-read"):
        published(slug, "pl", polish_of(Page.objects.get(slug=slug)))
    for path in ("", "ask/", "easy-read/"):
        shown = client.get(f"/routemaps/asking/{path}").content.decode()
        assert f'href="/in/pl/routemaps/asking/{path}"' in shown


def test_the_page_costs_a_fixed_number_of_queries(client, django_assert_num_queries):
    published("reading-a-plan")
    client.get(IN_URDU)
    with django_assert_num_queries(4):
        client.get(IN_URDU)


def test_it_is_found_by_search_and_by_search_engines(client):
    published("reading-a-plan")
    found = {record.kind: record for record in sources.records()}["translation"]
    assert found.address == IN_URDU
    assert "Urdu" in found.lay_words
    assert IN_URDU in client.get("/sitemap.xml").content.decode()


# ---- the document ---------------------------------------------------------------------


def test_the_document_is_in_its_language_and_leads_back(settings):
    html = translation_html(published("reading-a-plan"))
    assert '<html lang="ur" dir="rtl">' in html
    assert f'content="{settings.WEBSITE}{IN_URDU}"' in html
    assert "<p>یہ منصوبہ آپ کے بچے کے بارے میں ہے۔</p>" in html
    assert 'href="/' not in html


def test_the_document_says_that_the_english_has_changed():
    held = published("reading-a-plan")
    change_english()
    assert CHANGED in translation_html(afresh(held))


def test_the_document_is_one_that_every_format_can_be_made_from():
    document = read(translation_html(published("reading-a-plan")))
    assert document.language == Language("ur", "rtl")
    assert document.title == URDU["title"]
    assert not document.easy_read


def test_an_easy_read_document_stays_one_in_another_language():
    page = Page.objects.get(slug="easy-read")
    document = read(translation_html(published("easy-read", "pl", polish_of(page))))
    ideas = [block for block in every_block(document.blocks) if isinstance(block, Idea)]
    assert document.easy_read
    assert len(ideas) == 3
