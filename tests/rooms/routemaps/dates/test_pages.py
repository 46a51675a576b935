"""The page itself: what it may keep, what it asks the database, and where it is not."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

PATH = "/routemaps/ehc-needs-assessment/my-dates/"
LATE = "who=parent&request-received=2025-11-24"


@pytest.mark.parametrize("address", [f"{PATH}?{LATE}", f"{PATH}calendar.ics?{LATE}"])
def test_an_address_with_dates_is_kept_and_listed_by_nobody(client, routemaps, address):
    answer = client.get(address)

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_the_redirect_to_the_short_address_is_not_kept_either(client, routemaps):
    answer = client.get(f"{PATH}?{LATE}&x=1")

    assert answer.status_code == 302
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 2),  # the area; the routemaps
        (LATE, 4),  # and its steps; the letters for what is late
        (f"{LATE}&decided-not-to-assess=2026-01-12", 4),  # instead, those for a no
    ],
)
def test_the_page_asks_a_fixed_number_of_questions(routemaps, query, number):
    client = Client()
    client.get(f"{PATH}?{query}")

    with CaptureQueriesContext(connection) as asked:
        client.get(f"{PATH}?{query}")

    assert len(asked) == number


def test_a_routemap_that_is_not_published_has_no_dates(client, routemaps):
    assert client.get("/routemaps/nowhere/my-dates/").status_code == 404
    assert client.get("/routemaps/nowhere/my-dates/calendar.ics").status_code == 404


def test_a_route_without_a_time_limit_says_so(open_page):
    page = open_page(slug="waiting-for-health")

    assert "No law sets a time limit for this whole route" in page
    assert "The ehc-needs-assessment routemap" in page


def test_nothing_can_be_posted(routemaps):
    assert Client().post(PATH, {}).status_code == 405


def test_a_no_leads_on_to_mediation_and_appeal_with_its_day(client, routemaps):
    query = "who=parent&request-received=2025-06-02&decided-not-to-assess=2025-12-15"

    page = client.get(f"{PATH}?{query}").content.decode()

    onward = "/routemaps/unhappy/my-dates/?who=parent&amp;decision-sent=2025-12-15"
    assert f'href="{onward}"' in page


def test_a_no_shows_its_letter_and_the_last_safe_days(open_page):
    page = open_page(
        "who=parent&request-received=2025-06-02&decided-not-to-assess=2025-12-15"
    )

    assert "The council said no to an assessment (15 December 2025)" in page
    assert "contact the mediation adviser by Sunday 15 February 2026" in page
    assert "let it be done by Friday 13 February 2026" in page
    assert "You said no on 15 December 2025." in page
    assert "You are here on 15 December 2025" in page


def test_a_window_closed_too_soon_has_its_letter(open_page):
    page = open_page(
        "who=parent&request-received=2025-06-02&draft-plan-served=2025-11-05"
        "&final-plan-sent=2025-11-14"
    )

    assert "It was closed too soon, on Friday 14 November 2025." in page
    assert "Letter too-soon" in page


def test_a_planning_target_is_never_shown_as_law(open_page):
    page = open_page("who=parent&request-received=2026-01-05")
    late = open_page(
        "who=parent&request-received=2025-06-02&draft-plan-served=2026-01-05"
    )

    assert "Read the draft Due by 13 April 2026 good practice, not law" in page
    assert "Good practice, not law: The council plans to send you" in page
    assert "Read the draft Done on 5 January 2026" in late


def test_without_a_letter_the_page_still_says_how_to_ask(open_page):
    page = open_page("who=parent&review-meeting-held=2025-11-20", "annual-review")

    assert "Send the letter below" not in page
    assert "Ask in writing for the reason" in page


def test_a_rule_that_is_being_checked_says_so(open_page):
    page = open_page("who=parent&review-meeting-held=2025-11-20", "annual-review")

    assert "We understand the law says (being checked): The head or principal" in page


@pytest.mark.parametrize(
    ("slug", "query", "says"),
    [
        (
            "annual-review",
            "who=parent&previous-review-concluded=2024-12-10",
            "The council is late: the annual review",
        ),
        (
            "annual-review",
            "who=parent&review-meeting-held=2025-12-30",
            "From the council, by Tuesday 27 January 2026 at the latest.",
        ),
        (
            "phase-transfer",
            "who=parent&transfer-phase=primary-to-secondary&transfer-year=2027",
            "by Sunday 14 February 2027 at the latest. That is no working day",
        ),
        (
            "unhappy",
            "who=parent&decision-sent=2025-12-15",
            "The tribunal must have an appeal by Monday 16 February 2026",
        ),
        (
            "early-years",
            "who=parent&opinion-formed=2025-11-17",
            "57 days have gone by so far.",
        ),
        (
            "support-in-school",
            "who=parent&support-review-planned=2025-12-01",
            "The nursery, school or college is late: the review of the support",
        ),
    ],
)
def test_each_route_reads_its_own_law(open_page, slug, query, says):
    assert says in open_page(query, slug)
