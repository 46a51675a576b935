"""The editors' screens of translations: what is asked, done, stale; English beside."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.rooms.guidance.translations import URDU, published, translation_of
from waymark.guidance.models import GuidePage, State, Translation
from waymark.guidance.models.translation import english_of

LIST = "/editing/reports/translations/"
ADD = "/editing/snippets/guidance/translation/add/"
RICH = '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "%s", "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'


@pytest.fixture
def as_(client):
    """Sign somebody in, with their second factor."""

    def sign_in(account):
        Authenticator.objects.create(
            user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
        )
        client.force_login(account)
        return client

    return sign_in


@pytest.fixture
def guide(mereshire):
    return GuidePage.objects.get(slug="reading-a-plan")


@pytest.fixture
def asked(guide):
    return translation_of("reading-a-plan", texts={})


def edit(translation):
    return reverse("wagtailsnippets_guidance_translation:edit", args=[translation.pk])


def form_of(**changes):
    return {
        "texts-title": URDU["title"],
        "texts-summary": URDU["summary"],
        "texts-body": RICH % "یہ منصوبہ",
        "texts-note_changed": "",
        "texts-note_english": "",
        "translated_by": "Parveen",
        "translated_on": "2026-01-05",
        "checked_by": "",
        "checked_on": "",
        **changes,
    }


def draft(translation):
    held = Translation.objects.get(pk=translation.pk)
    return held.get_latest_revision_as_object()


def test_the_list_says_when_nothing_was_asked_for(as_, oona):
    assert "No translation has been asked for" in as_(oona).get(LIST).content.decode()


def test_the_list_shows_each_by_how_it_stands(as_, oona, guide):
    published("reading-a-plan", by_machine=True)
    translation_of("about", "pl", texts={})
    page = as_(oona).get(LIST).content.decode()
    assert "Checked and published (1)" in page
    assert "Asked for (1)" in page
    assert '<span lang="ur" dir="rtl">اردو</span>' in page
    assert "begun by a machine" in page


def test_the_first_screen_says_how_many_are_older_than_their_english(as_, oona, guide):
    published("reading-a-plan")
    client = as_(oona)
    assert "older than" not in client.get("/editing/").content.decode()
    GuidePage.objects.filter(pk=guide.pk).update(summary="Other.")
    assert (
        "1 translation is older than its English"
        in client.get("/editing/").content.decode()
    )


def test_the_screens_are_for_editors_alone(client, guide):
    assert client.get(LIST).status_code in {302, 403, 404}
    assert client.get(ADD).status_code in {302, 403, 404}


def test_a_translation_is_asked_for_by_page_and_language(as_, oona, guide):
    client = as_(oona)
    shown = client.get(ADD).content.decode()
    assert "Choose the page and the language, and save" in shown
    assert '<option value="ur">Urdu</option>' in shown
    answer = client.post(ADD, {"page": guide.pk, "language": "ur"})
    assert answer.status_code == 302
    made = Translation.objects.get()
    assert made.state == State.ASKED
    assert made.english == english_of(guide.page_ptr)
    assert not made.live


def test_a_second_one_is_refused_kindly(as_, oona, guide, asked):
    answer = as_(oona).post(ADD, {"page": guide.pk, "language": "ur"})
    assert (
        "This page has a translation in this language already"
        in answer.content.decode()
    )


def test_the_english_stands_beside_each_box_in_its_own_direction(as_, oona, asked):
    page = as_(oona).get(edit(asked)).content.decode()
    assert "An EHC plan has sections." in page
    assert re.search(r'<textarea name="texts-title"[^>]* dir="rtl"', page)
    assert 'aria-labelledby="english-texts-body"' in page
    assert "A note for readers, if you like" in page


def test_the_form_needs_no_script_that_our_policy_refuses(as_, oona, asked):
    page = as_(oona).get(edit(asked)).content.decode()
    assert not re.findall(r"<script(?![^>]*\b(?:src|type)=)[^>]*>", page)


def test_what_somebody_writes_is_kept(as_, oona, asked):
    assert as_(oona).post(edit(asked), form_of()).status_code == 302
    held = draft(asked)
    assert held.texts["title"] == URDU["title"]
    assert held.texts["body"] == '<p data-block-key="a">یہ منصوبہ</p>'
    assert held.state == State.DONE


def test_the_page_and_the_language_stay_what_they_are(as_, oona, asked):
    about = GuidePage.objects.get(slug="about")
    as_(oona).post(edit(asked), form_of(page=about.pk, language="pl"))
    held = draft(asked)
    assert (held.page_id, held.language) == (asked.page_id, "ur")


def test_what_changed_is_shown_with_what_it_was(as_, oona, guide):
    held = published("reading-a-plan")
    GuidePage.objects.filter(pk=guide.pk).update(body="<p>Plans have parts.</p>")
    page = as_(oona).get(edit(held)).content.decode()
    assert "The English has changed since this was translated." in page
    assert "<del>An EHC plan has sections.</del>" in page
    assert "Plans have parts." in page


def test_ticking_the_box_ties_it_to_todays_english(as_, oona, guide):
    held = translation_of("reading-a-plan")
    GuidePage.objects.filter(pk=guide.pk).update(body="<p>Plans have parts.</p>")
    client = as_(oona)
    client.post(edit(held), form_of())
    assert draft(held).state == State.STALE
    client.post(edit(held), form_of(compared="on"))
    assert draft(held).state == State.DONE


def test_sending_what_breaks_a_rule_says_why_and_keeps_what_was_typed(as_, oona, asked):
    sent = form_of(**{"action-submit": "1", "texts-body": RICH % "۶ ہفتے"})
    page = as_(oona).post(edit(asked), sent).content.decode()
    assert "The number 6 is not in the English" in page
    assert "Please say who checked it" in page
    assert URDU["summary"] in page


def test_a_second_person_lets_it_out(as_, client, oona, priya, asked):
    sent = form_of(
        **{"action-submit": "1", "checked_by": "Imran", "checked_on": "2026-01-09"}
    )
    assert as_(oona).post(edit(asked), sent).status_code == 302
    address = "/in/ur/guides/reading-a-plan/"
    assert client.get(address).status_code == 404
    asked.refresh_from_db()
    task = asked.current_workflow_task_state
    task.task.specific.on_action(task, priya, "approve")
    assert client.get(address).status_code == 200
