"""Typing days: one address for the same answers, kind words for impossible ones."""

from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rooms.routemaps.dates.conftest import words_of
from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES

PATH = "/routemaps/ehc-needs-assessment/my-dates/"
BOXES = {
    "request-received-day": "24",
    "request-received-month": "11",
    "request-received-year": "2025",
}


def test_an_empty_form_asks_when_the_council_got_the_request(open_page):
    page = open_page()

    assert "When did the council get the request?" in page
    assert "You need no account, and we keep nothing." in page
    assert "There is something to put right" not in page


def test_three_boxes_become_one_short_address(client, routemaps):
    answer = client.get(PATH, {"who": "parent", **BOXES, "decided-to-assess-day": ""})

    assert answer.status_code == 302
    assert answer["Location"] == f"{PATH}?who=parent&request-received=2025-11-24"


def test_the_address_holds_answers_in_their_order_and_nothing_else(client, routemaps):
    query = "name=Ada&final-plan-sent=2026-01-05&request-received=2025-06-02&fbclid=1"

    answer = client.get(f"{PATH}?{query}")

    kept = "who=parent&request-received=2025-06-02&final-plan-sent=2026-01-05"
    assert answer["Location"] == f"{PATH}?{kept}"
    assert client.get(answer["Location"]).status_code == 200


def test_who_alone_is_no_answer_but_is_remembered(client, routemaps):
    answer = client.get(PATH, {"who": "helper"})

    assert answer.status_code == 200
    assert 'value="helper" checked' in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (
            "request-received=2025-11-31",
            "31 November 2025 is not a real day. Check the day the council got the request.",
        ),
        (
            "request-received=2026-01-14",
            "The day the council got the request must be today or earlier.",
        ),
        (
            "request-received=2025-11-24&draft-plan-served=2025-11-20",
            "The day the draft plan came cannot be before the day the council got the request, 24 November 2025.",
        ),
        (
            "request-sent=2025-11-24&request-received=2025-11-20",
            "The day the council got the request cannot be before the day the request was sent",
        ),
        (
            "request-received=2025-11-24&closed-on=2026-02-01&reopens-on=2026-01-01",
            "The day it opens again cannot be before the first day closed, 1 February 2026.",
        ),
        (
            "request-received-day=24&request-received-month=11",
            "The day the council got the request must include a year.",
        ),
        ("request-received-day=", "Tell us at least one answer."),
        ("request-sent=2025-11-24&sent-by=pigeon", "Choose one of the answers."),
        ("request-received-year=" + "9" * 3000, "must include a day and a month"),
    ],
)
def test_an_impossible_answer_gets_a_kind_exact_message(open_page, query, says):
    page = open_page(query)

    assert "There is something to put right" in page
    assert says in page


def test_nothing_typed_is_lost(client, routemaps):
    typed = {**BOXES, "request-received-day": "31", "draft-plan-served-month": "Mai"}

    page = client.get(PATH, typed).content.decode()

    for value in ("31", "11", "2025", "Mai"):
        assert f'value="{value}"' in page


def test_a_fold_with_something_wrong_inside_is_open(client, routemaps):
    page = client.get(PATH, {"request-sent": "2025-11-31"}).content.decode()

    fold = page[page.index("I only know the day it was sent") - 80 :]
    assert fold[: fold.index("<summary>")].endswith(
        '<details class="fold" open>\n        '
    )


def test_days_in_an_odd_order_are_read_and_doubted_kindly(open_page):
    page = open_page(
        "who=parent&request-received=2025-06-02&decided-to-assess=2025-11-20"
        "&draft-plan-served=2025-11-10"
    )

    assert "Please check these days" in page
    assert "(10 November 2025) stands before" in page


def test_a_day_nobody_gave_is_no_fault(open_page):
    page = open_page(
        "who=parent&request-received=2025-06-02&draft-plan-served=2026-01-05"
    )

    assert "Please check these days" not in page


def test_what_was_agreed_needs_its_day_and_the_day_what_was_agreed(open_page):
    only_what = open_page("mediation=mediation-wanted", "unhappy")
    only_when = open_page("mediation-on=2026-01-05", "unhappy")

    assert "Enter the day you said so." in only_what
    assert "Choose an answer to “What did you say about mediation?”" in only_when


def test_a_move_between_colleges_needs_the_day_it_begins(open_page):
    page = open_page(
        "transfer-phase=post-16-to-post-16&transfer-year=2027", "phase-transfer"
    )

    assert "Enter the day the new place begins." in page


NAMES = [
    name + box
    for asked in QUESTIONNAIRES.values()
    for question in asked.questions
    for name in (question.name, *question.days)
    for box in ("", "-day", "-month", "-year")
]
VALUES = st.one_of(
    st.text(max_size=20),
    st.dates().map(str),
    st.sampled_from(["1", "29", "2", "2024", "2199-12-31", "1900-01-01", "0", "-1"]),
    st.sampled_from(
        ["not-sure", "early-years", "mediation-wanted", "ordered-to-assess"]
    ),
)
QUERIES = st.dictionaries(st.sampled_from([*NAMES, "who", "x"]), VALUES, max_size=6)


@pytest.mark.django_db
@settings(max_examples=60)
@given(
    query=QUERIES,
    slug=st.sampled_from(
        [
            "ehc-needs-assessment",
            "annual-review",
            "unhappy",
            "support-in-school",
            "phase-transfer",
        ]
    ),
)
def test_no_query_whatever_breaks_the_page(client, routemaps, query, slug):
    path = f"/routemaps/{slug}/my-dates/?{urlencode(query, errors='replace')}"

    answer = client.get(path, follow=True)

    assert answer.status_code == 200
    assert words_of(answer)
    assert client.get(path.replace("/?", "/calendar.ics?")).status_code in (200, 302)
