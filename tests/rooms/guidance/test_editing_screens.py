"""The editors' own screens: what each person is offered, and what is refused."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder

from waymark.guidance.models import Feedback, GuidePage, HomePage, Word
from waymark.law import RULES
from waymark.routemaps.models import RoutemapPage, StepPage


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
def about(mereshire):
    return GuidePage.objects.get(slug="about")


def said(answer):
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def form_of(page, **changes):
    return {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "body": RICH % "About us.",
        "written_on": "2026-01-05",
        "helpers": ["adviceline"],
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        **changes,
    }


RICH = '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "%s", "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("path", ["", "pages/", "reports/workflow/"])
def test_an_editor_opens_their_screens(as_, oona, path):
    assert as_(oona).get(f"/editing/{path}", follow=True).status_code == 200


def test_an_editor_is_offered_approval_and_not_publishing(as_, oona, about):
    page = as_(oona).get(edit(about)).content.decode()
    assert 'name="action-submit"' in page
    assert 'name="action-publish"' not in page


def test_an_approver_is_not_offered_publishing_alone_either(as_, priya, about):
    page = as_(priya).get(edit(about)).content.decode()
    assert 'name="action-publish"' not in page


def test_an_approver_who_asks_to_publish_alone_is_told_to_send_it(as_, priya, about):
    changes = form_of(about, summary="Alone.", **{"action-publish": "1"})
    answer = as_(priya).post(edit(about), changes)
    assert "send it for approval" in said(answer)
    about.refresh_from_db()
    assert about.summary == "Who wrote it."


def test_what_is_shown_beside_the_form_is_the_page_and_may_be_framed(as_, oona, about):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[about.pk])
    client = as_(oona)
    client.post(address, form_of(about, summary="Said anew."))
    shown = client.get(address)
    assert "Said anew." in shown.content.decode()
    assert "This is a draft." in shown.content.decode()
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert shown["X-Frame-Options"] == "SAMEORIGIN"


def test_the_editors_screens_themselves_are_framed_by_nobody(as_, oona, about):
    answer = as_(oona).get(edit(about))
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("model", [GuidePage, HomePage, StepPage, RoutemapPage, Word])
def test_no_field_needs_a_script_that_our_policy_refuses(as_, oona, mereshire, model):
    held = model.objects.first()
    address = AdminURLFinder().get_edit_url(held)
    page = as_(oona).get(address).content.decode()
    scripts = re.findall(r"<script(?![^>]*\b(?:src|type)=)[^>]*>", page)
    assert not scripts
    assert "guidance/editing" in page


def test_a_step_chooses_where_its_exits_lead(as_, oona, mereshire):
    step = StepPage.objects.get(slug="ask")
    page = as_(oona).get(edit(step)).content.decode()
    for field in ("if_no_to", "if_nothing_to", "if_agreed_to"):
        assert f'data-begins="PageChooser" data-id="id_{field}"' in page


def test_the_first_screen_says_what_waits(as_, oona, kept):
    page = as_(oona).get("/editing/").content.decode()
    number = sum(rule.verify for rule in RULES.values())
    assert "0 texts wait for approval" in page
    assert "1 answer from a reader is not dealt with" in page
    assert f"{number} rules of law are being checked" in page


def test_rules_being_checked_stand_in_a_list_for_the_editors(as_, oona):
    page = as_(oona).get("/editing/reports/checking/").content.decode()
    for rule in RULES.values():
        assert (f"<td>{rule.id}</td>" in page) == rule.verify
    assert 'href="/time-limits/"' in page


def test_the_list_of_rules_is_not_for_everybody(client, mereshire):
    assert client.get("/editing/reports/checking/").status_code == 302


def test_a_draft_may_be_saved_unfinished(as_, oona, about):
    answer = as_(oona).post(edit(about), form_of(about, summary=""))
    assert answer.status_code == 302


def test_unfinished_words_are_not_sent_for_approval(as_, oona, about):
    changes = form_of(about, body=RICH % "", **{"action-submit": "1"})
    answer = as_(oona).post(edit(about), changes)
    assert answer.status_code == 200
    assert answer.context["form"].errors["body"]
    assert about.current_workflow_state is None


def test_a_published_page_keeps_its_address(as_, oona, about):
    changes = form_of(about, slug="about-us", **{"action-submit": "1"})
    answer = as_(oona).post(edit(about), changes)
    assert "keeps its address" in str(answer.context["form"].errors["slug"])


def test_finished_words_are_sent_for_approval(as_, oona, about):
    changes = form_of(about, **{"action-submit": "1"})
    as_(oona).post(edit(about), changes)
    assert about.current_workflow_state.status == "in_progress"


def test_versions_can_be_compared(as_, oona, about):
    about.summary = "A new summary."
    about.save_revision(user=oona)
    first, second = about.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[about.pk, first, "latest"]
    )
    assert "A new summary." in as_(oona).get(address).content.decode()


def test_a_page_that_others_lead_to_is_not_taken_away(as_, priya):
    from waymark.routemaps.models import StepPage

    talk = StepPage.objects.get(slug="talk")
    address = reverse("wagtailadmin_pages:unpublish", args=[talk.pk])
    answer = as_(priya).post(address)
    assert "“Ask the council to assess” leads to it" in said(answer)
    talk.refresh_from_db()
    assert talk.live


@pytest.fixture
def kept(mereshire):
    return Feedback.objects.create(page="/about/", useful="no", missing="A number.")


FEEDBACK = "/editing/snippets/guidance/feedback/"


def test_an_editor_reads_what_readers_said(as_, oona, kept):
    assert "A number." in as_(oona).get(FEEDBACK).content.decode()


def test_an_editor_says_what_was_done_and_changes_nothing_else(as_, oona, kept):
    changes = {"done": "We added it.", "missing": "Changed.", "page": "/x/"}
    as_(oona).post(f"{FEEDBACK}edit/{kept.pk}/", changes)
    kept.refresh_from_db()
    assert (kept.done, kept.missing, kept.page) == (
        "We added it.",
        "A number.",
        "/about/",
    )
    assert kept.handled_at is not None


@pytest.mark.parametrize("path", ["add/", "delete/{}/"])
def test_nobody_adds_feedback_or_throws_it_away(as_, priya, kept, path):
    as_(priya).post(FEEDBACK + path.format(kept.pk), {"done": "x"})
    assert Feedback.objects.get().pk == kept.pk


@pytest.mark.parametrize("name", ["word", "question", "letter"])
def test_an_editor_finds_the_words_that_are_not_pages(as_, oona, name):
    answer = as_(oona).get(f"/editing/snippets/guidance/{name}/")
    assert answer.status_code == 200


def test_an_editor_may_see_helpers_and_an_approver_change_them(as_, oona, priya):
    add = "/editing/snippets/organisations/helper/add/"
    assert as_(oona).get(add).status_code == 302
    assert as_(priya).get(add).status_code == 200
