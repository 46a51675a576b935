"""The page of one service, as a family reads it."""

import json
import re
from uuid import uuid4

import pytest

from tests.factories.localoffer import a_place, a_record, an_id, published
from waymark.localoffer.models import Service

pytestmark = pytest.mark.usefixtures("marram")

CLUB = "/local-offer/services/df8782ea-ab73-5c25-b6d7-a713bd435226/"
CLINIC = "/local-offer/services/fbcd5151-8f87-5454-92c1-e37eae6be309/"
TOYS = "/local-offer/services/b8f675a7-5949-54c4-b263-b64d52a8ba6c/"


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def page_of(client, record: dict) -> str:
    published(record)
    return page(client, f"/local-offer/services/{record['id']}/")


def fact(page: str, title: str) -> str:
    """What stands against one title, without its tags."""
    found = re.search(rf"<dt>{title}</dt>\s*<dd[^>]*>(.*?)</dd>", page)
    assert found, title
    return re.sub(r"<[^>]+>|\s+", " ", found[1]).strip()


def test_it_says_what_families_ask_of_everything(client):
    club = page(client, CLUB)

    assert fact(club, "Ages") == "5 to 11"
    assert fact(club, "Who it helps") == "Autism"
    assert fact(club, "How to start") == "Ask yourself"
    assert fact(club, "Diagnosis") == "No diagnosis needed"
    assert fact(club, "What it costs") == "A day: £5 a day"
    assert fact(club, "When") == "Saturdays, 10am to 3pm"
    assert fact(club, "Where it happens") == "At a place you go to"
    assert fact(club, "Accessibility") == "Quiet space"
    assert "Run by Tideline" in club
    assert '<a href="tel:01632960101">01632 960101</a>' in club
    assert "Dune Hall" in club
    assert "MM1 1AA" in club


def test_what_is_not_known_is_said_and_not_guessed(client):
    bare = page_of(client, a_record("Bare Club"))

    for title in ("Ages", "Diagnosis", "EHC plan", "What it costs", "When"):
        assert title in fact(bare, "Not known")
    assert "Ask them." in fact(bare, "Not known")
    assert "We do not know how to reach them." in bare
    assert "Languages" not in bare


def test_a_confirmed_record_says_when_and_another_says_that_nobody_did(client):
    assert "Confirmed as right on" in page(client, CLINIC)
    assert "1 December 2025" in page(client, CLINIC)
    club = page(client, CLUB)
    assert "Nobody who runs it has confirmed this page yet." in club
    assert "We checked it on" in club
    assert "Source: Invented for tests." in club


def test_one_that_has_ended_keeps_its_page_and_says_so(client):
    assert "This service has ended." in page(client, TOYS)


def test_one_that_nobody_published_or_may_see_yet_is_not_found(client):
    assert client.get(f"/local-offer/services/{uuid4()}/").status_code == 404
    Service.objects.update(visible_from="2027-01-01")
    assert client.get(CLUB).status_code == 404


def test_a_school_answers_the_questions_of_the_law_or_is_said_not_to_have(client):
    school = page_of(
        client,
        a_record(
            "Dune School",
            terms=["kind/special-school"],
            local_offer={"teaching": "In small groups."},
        ),
    )

    assert "How do you teach children with SEN?" in school
    assert "In small groups." in school
    assert school.count("Not known. They have not told us yet.") == 9


def test_a_club_shows_only_what_it_has_answered(client):
    club = page_of(
        client,
        a_record(
            "Drum Club", terms=["kind/activity"], local_offer={"outcomes": "Joy."}
        ),
    )

    assert "What do you hope children gain?" in club
    assert "Joy." in club
    assert "How do you teach children with SEN?" not in club


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>Words",
        '<img src=x onerror="alert(1)">Words',
        '<a href="javascript:alert(1)">Words</a>',
        "&lt;script&gt;alert(1)&lt;/script&gt;Words",
        "</script><script>alert(1)</script>Words",
        '<p style="position:fixed">Words</p>',
        '"><svg onload=alert(1)>Words',
        "{{ 7|add:7 }} Words",
    ],
)
def test_hostile_words_of_a_provider_harm_nobody(client, evil):
    record = a_record(
        "Kite Club",
        description=evil,
        alert=evil,
        eligibility_description=evil,
        application_process=evil,
        fees=evil,
        local_offer={"outcomes": evil},
        terms=["kind/activity"],
        schedules=[{"id": an_id("evil"), "description": evil, "byday": "MO"}],
        languages=[{"id": an_id("language"), "name": evil}],
        contacts=[
            {
                "id": an_id("contact"),
                "title": evil,
                "phones": [{"id": an_id("phone"), "number": "01632 960199"}],
            }
        ],
        service_at_locations=[a_place(name="Hall", transportation=evil)],
    )
    club = page_of(client, record)

    assert "Words" in club
    assert not re.search(r"<script>|<img|onerror=|<svg onload|javascript:", club)
    assert 'style="' not in club
    assert club.count("<script") == 3


def test_a_store_that_was_changed_by_hand_still_shows_harmless_words(client):
    published(a_record("Kite Club"))
    service = Service.objects.get(name="Kite Club")
    service.document |= {
        "description": "<script>alert(1)</script>Words",
        "url": "javascript:alert(1)",
        "email": "a@b.example?bcc=c@d.example",
    }
    service.save()
    club = page(client, f"/local-offer/services/{service.pk}/")

    assert "<script>alert" not in club
    assert "javascript:" not in club
    assert "bcc=" not in club


def test_a_contact_that_is_kept_back_is_nowhere_on_the_page(client):
    kept = {
        "id": an_id("kept"),
        "name": "Kept Back",
        "public": False,
        "phones": [{"id": an_id("kept phone"), "number": "01632 960777"}],
    }
    club = page_of(client, a_record("Kite Club", contacts=[kept]))

    assert "Kept Back" not in club
    assert "960777" not in club


def test_search_engines_read_the_same_facts(client):
    club = client.get(CLUB).content.decode()
    said = json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', club)[1]
    )

    assert said["@type"] == "Service"
    assert said["name"] == "Tideline Saturday club"
    assert said["audience"]["suggestedMaxAge"] == 11
    assert said["hoursAvailable"][0]["dayOfWeek"] == ["Saturday"]
    channel = said["availableChannel"]
    assert channel["servicePhone"][0]["telephone"] == "01632 960101"
    assert channel["serviceLocation"][0]["geo"]["latitude"] == 52.6
    assert None not in said.values()


def test_a_word_that_would_end_the_script_stays_inside_it(client):
    record = a_record("Kite </script><script>alert(1)</script> Club", id=an_id("x"))
    club = page_of(client, record)

    assert "</script><script>" not in club


def test_a_page_costs_a_fixed_number_of_queries(client, django_assert_num_queries):
    client.get(CLUB)
    with django_assert_num_queries(6):
        client.get(CLUB)


def test_it_may_be_kept_for_a_minute_and_gives_no_cookie(client):
    answer = client.get(CLUB)

    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies


def test_with_a_plan_in_its_address_it_is_kept_nowhere(client):
    answer = client.get(f"{CLUB}?plan=df8782eaab735c25b6d7a713bd435226")

    assert answer["Cache-Control"] == "no-store"
    assert "In my plan" in answer.content.decode()
    assert 'rel="canonical"' in answer.content.decode()
