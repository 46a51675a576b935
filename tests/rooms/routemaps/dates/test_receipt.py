"""When only the day of sending is known: an estimate, by one published rule."""

import pytest

from waymark.law.receipt import WORKING_DAYS
from waymark.routemaps.dates.phrases import receipt_rule
from waymark.routemaps.dates.words import Who


@pytest.mark.parametrize(
    ("how", "day"),
    [
        ("email", "Friday 9 January 2026"),
        ("first-class-post", "Monday 12 January 2026"),
        ("second-class-post", "Wednesday 14 January 2026"),
        ("not-sure", "Wednesday 14 January 2026"),
    ],
)
def test_a_request_sent_on_a_friday_arrives_by_our_rule(open_page, how, day):
    page = open_page(f"who=parent&request-sent=2026-01-09&sent-by={how}")

    assert f"We count the request as received on {day}. This is an estimate." in page


def test_not_saying_how_counts_as_the_slowest_way(open_page):
    page = open_page("who=parent&request-sent=2026-01-09")

    assert "received on Wednesday 14 January 2026" in page


def test_the_rule_is_on_the_page_from_the_laws_own_numbers(open_page):
    page = open_page("who=parent&request-sent=2025-11-24&sent-by=email")

    assert "First class post or signed-for post: 1 working day later." in page
    assert len(receipt_rule(Who.PARENT)) == len(set(WORKING_DAYS.values()))


def test_a_request_still_in_the_post_has_its_dates_already(open_page):
    page = open_page("who=parent&request-sent=2026-01-13&sent-by=second-class-post")

    assert "by Friday 27 February 2026 at the latest" in page


def test_an_answer_proves_that_the_request_had_arrived(open_page):
    page = open_page(
        "who=parent&request-sent=2026-01-08&sent-by=not-sure&decided-to-assess=2026-01-09"
    )

    assert "We count the request as received on Friday 9 January 2026." in page


def test_a_known_day_of_receipt_is_no_estimate(open_page):
    page = open_page("who=parent&request-received=2025-11-24&request-sent=2025-11-20")

    assert "This is an estimate" not in page
