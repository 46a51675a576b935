"""The editors' screens of what is written beside the directory."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.rooms.guidance.test_editing_screens import RICH
from waymark.localoffer.models import (
    EventListPage,
    EventPage,
    GuideListPage,
    NewsListPage,
    NewsPage,
    OfferGuidePage,
    PathwayListPage,
    PathwayPage,
)

PAIRS = [
    (OfferGuidePage, GuideListPage),
    (NewsPage, NewsListPage),
    (EventPage, EventListPage),
    (PathwayPage, PathwayListPage),
]


@pytest.fixture
def editor(client, oona):
    Authenticator.objects.create(
        user=oona, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client.force_login(oona)
    return client


@pytest.mark.parametrize(("kind", "under"), PAIRS)
def test_an_editor_may_write_and_change_every_kind_of_page(editor, kind, under):
    held = kind.objects.first()
    edit = reverse("wagtailadmin_pages:edit", args=[held.pk])
    assert editor.get(edit).status_code == 200
    name = kind.__name__.lower()
    add = reverse(
        "wagtailadmin_pages:add", args=["localoffer", name, under.objects.get().pk]
    )
    assert editor.get(add).status_code == 200


def form_of(event, days):
    form = {
        "title": event.title,
        "slug": event.slug,
        "summary": event.summary,
        "body": RICH % "Come and ask.",
        "sources": RICH % "The notice board.",
        "who_for": "Everybody",
        "cost": "",
        "how_to_come": "",
        "checked_on": "2026-01-05",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "days-TOTAL_FORMS": len(days),
        "days-INITIAL_FORMS": 0,
        "days-MIN_NUM_FORMS": 0,
        "days-MAX_NUM_FORMS": 1000,
    }
    for at, day in enumerate(days):
        form |= {f"days-{at}-{name}": value for name, value in day.items()}
        form |= {f"days-{at}-ORDER": at + 1, f"days-{at}-id": ""}
    return form


def test_an_editor_gives_an_event_another_day_and_it_waits_as_a_draft(editor):
    event = EventPage.objects.get()
    day = {"on": "2026-05-04", "starts": "09:00", "ends": "11:00", "where": "Here"}
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    answer = editor.post(edit, form_of(event, [day]))
    assert answer.status_code == 302
    drafted = EventPage.objects.get().get_latest_revision_as_object()
    assert date(2026, 5, 4) in [each.on for each in drafted.days.all()]
    assert b"4 May 2026" not in editor.get("/local-offer/events/").content


def test_a_day_that_ends_before_it_starts_is_refused_where_it_stands(editor):
    event = EventPage.objects.get()
    day = {"on": "2026-05-04", "starts": "11:00", "ends": "09:00", "where": ""}
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    answer = editor.post(edit, form_of(event, [day]))
    assert answer.status_code == 200
    assert "It ends before it starts." in answer.content.decode()
