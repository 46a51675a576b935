"""What stops a routemap or a step from going out: each rule with a page that breaks it."""

import pytest
from wagtail.models import Page

from waymark.guidance.publishing import CannotPublish, CannotWithdraw
from waymark.routemaps.models import RoutemapPage, StepPage

pytestmark = pytest.mark.usefixtures("mereshire")


@pytest.fixture
def step():
    return StepPage.objects.get(slug="ask")


@pytest.fixture
def routemap():
    return RoutemapPage.objects.get(slug="asking")


def refused(page, **changes):
    """Why the page cannot be published with these changes."""
    for field, value in changes.items():
        setattr(page, field, value)
    with pytest.raises(CannotPublish) as caught:
        page.save_revision().publish()
    return str(caught.value)


def test_good_pages_go_out(step, routemap):
    assert step.problems() == routemap.problems() == []


@pytest.mark.parametrize(
    "field",
    [
        "what_happens",
        "who_does_it",
        "what_you_can_do",
        "what_to_ask",
        "what_you_should_receive",
    ],
)
def test_a_step_with_an_empty_part_stays_in(step, field):
    assert "is still empty" in refused(step, **{field: "<p> </p>"})


@pytest.mark.parametrize("exit_", ["if_no", "if_nothing", "if_agreed"])
def test_a_step_with_an_unanswered_exit_stays_in(step, exit_):
    changes = {f"{exit_}_words": "", f"{exit_}_to": None}
    assert "is not answered" in refused(step, **changes)


def test_an_exit_may_be_answered_by_words_or_by_a_page(step):
    step.if_no_words, step.if_nothing_to = "", Page.objects.get(slug="talk")
    step.save_revision().publish()


def test_an_exit_to_a_step_that_is_not_live_stays_in(step):
    Page.objects.filter(slug="talk").update(live=False)
    assert "leads to a page that is not published" in refused(step)


def test_a_link_to_nowhere_stays_in(step):
    says = refused(step, here='<p><a href="/routemaps/nowhere/">x</a></p>')
    assert "/routemaps/nowhere/ leads to no page" in says


def test_a_link_to_a_page_that_is_not_published_stays_in(step):
    Page.objects.filter(slug="unhappy").update(live=False)
    number = Page.objects.get(slug="unhappy").pk
    link = f'<p><a id="{number}" linktype="page">x</a></p>'
    assert "not published" in refused(step, here=link)


def test_a_link_to_a_page_of_another_room_goes_out(step):
    step.here = '<p><a href="/time-limits/?q=draft#A10">x</a></p>'
    step.save_revision().publish()


@pytest.mark.parametrize("typed", ["6 weeks", "20-week", "fifteen working days"])
def test_a_time_limit_typed_by_hand_stays_in(step, typed):
    says = refused(step, what_happens=f"<p>They have {typed}.</p>")
    assert f"“{typed}” is typed by hand" in says
    assert "[[A03]]" in says


def test_a_key_that_the_law_does_not_have_stays_in(step):
    assert "[[Z99]] is not a rule" in refused(step, here="<p>[[Z99]]</p>")


def test_a_rule_that_the_law_does_not_have_stays_in(step):
    assert "“Z99” is not a rule of the law" in refused(step, rules=["Z99"])


def test_an_event_that_the_law_does_not_have_stays_in(step):
    assert "is not an event of the law" in refused(step, kinds=["danced"])


def test_a_helper_that_the_area_does_not_have_stays_in(step):
    assert "not one of the area's helpers" in refused(step, helpers=["nobody"])


def test_a_process_that_the_law_does_not_have_stays_in(routemap):
    assert "is not a process of the law" in refused(routemap, process="dancing")


def test_a_routemap_without_a_live_step_stays_in(routemap):
    StepPage.objects.child_of(routemap).update(live=False)
    assert "at least one of its steps" in refused(routemap)


def test_a_title_too_long_for_a_phone_stays_in(routemap):
    assert "at most 85 letters" in refused(routemap, title="x" * 86)


def test_a_review_needs_both_a_name_and_a_day(routemap):
    assert "or neither" in refused(routemap, reviewed_by="Somebody")


def test_a_published_page_keeps_its_address(step):
    assert "keeps its address" in refused(step, slug="asking")


def test_a_step_that_others_lead_to_is_not_taken_away():
    with pytest.raises(CannotWithdraw) as caught:
        StepPage.objects.get(slug="talk").unpublish()
    assert "“Ask the council to assess” leads to it" in str(caught.value)


def test_a_routemap_is_not_taken_away_while_its_steps_are_led_to():
    with pytest.raises(CannotWithdraw) as caught:
        RoutemapPage.objects.get(slug="unhappy").unpublish()
    assert "“Ask the council to assess” leads to it" in str(caught.value)


def test_the_only_step_of_a_published_routemap_is_not_taken_away(step):
    step.if_no_to, step.if_no_words = None, "<p>Talk to them.</p>"
    step.save_revision().publish()
    with pytest.raises(CannotWithdraw, match="the only step of a published routemap"):
        StepPage.objects.get(slug="talk").unpublish()


def test_a_page_that_nothing_leads_to_is_taken_away(client):
    from waymark.guidance.models import GuidePage

    GuidePage.objects.get(slug="reading-a-plan").unpublish()
    assert client.get("/guides/reading-a-plan/").status_code == 404
