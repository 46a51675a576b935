"""Words go out and come down on the day their editors chose."""

from datetime import timedelta

import pytest

from waymark.guidance import services
from waymark.guidance.models import GuidePage
from waymark.today import now


@pytest.fixture
def about(mereshire):
    return GuidePage.objects.get(slug="about")


def scheduled(page, **changes):
    for field, value in changes.items():
        setattr(page, field, value)
    page.go_live_at = now() + timedelta(days=1)
    revision = page.save_revision()
    revision.publish()
    return revision


def test_nothing_goes_out_before_its_day(about):
    scheduled(about, summary="Tomorrow.")
    assert services.publish_due() == 0
    about.refresh_from_db()
    assert about.summary == "Who wrote it."


def test_on_its_day_it_goes_out(about, an_ordinary_tuesday_in_term):
    scheduled(about, summary="Tomorrow.")
    an_ordinary_tuesday_in_term.shift(timedelta(days=2))
    assert services.publish_due() == 1
    about.refresh_from_db()
    assert about.summary == "Tomorrow."


def test_words_that_a_rule_now_refuses_stay_as_they_were_and_hold_up_nothing(
    about, an_ordinary_tuesday_in_term
):
    plan = GuidePage.objects.get(slug="reading-a-plan")
    link = f'<p><a id="{plan.pk}" linktype="page">the plan</a></p>'
    refused = scheduled(about, body=link)
    GuidePage.objects.filter(pk=plan.pk).update(live=False)
    guides = GuidePage.objects.get(slug="reading-a-plan")
    scheduled(guides, summary="Back again.")

    an_ordinary_tuesday_in_term.shift(timedelta(days=2))
    assert services.publish_due() == 1

    refused.refresh_from_db()
    about.refresh_from_db()
    assert refused.approved_go_live_at is None
    assert "the plan" not in about.body


@pytest.mark.usefixtures("mereshire")
def test_on_its_last_day_it_comes_down(client, an_ordinary_tuesday_in_term):
    page = GuidePage.objects.get(slug="reading-a-plan")
    page.expire_at = now() + timedelta(days=1)
    page.save_revision().publish()
    an_ordinary_tuesday_in_term.shift(timedelta(days=2))

    assert services.publish_due() == 1

    assert client.get("/guides/reading-a-plan/").status_code == 404


def test_the_schedule_looks_every_minute(about, an_ordinary_tuesday_in_term):
    from waymark.jobs import schedule

    scheduled(about, summary="Tomorrow.")
    an_ordinary_tuesday_in_term.shift(timedelta(days=2))
    schedule.enqueue_due()
    about.refresh_from_db()
    assert about.summary == "Tomorrow."
