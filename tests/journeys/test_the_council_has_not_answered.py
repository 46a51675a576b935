"""The story that decides: "the council has not answered my request for six weeks"."""

import pytest

pytestmark = pytest.mark.journey

ASKED = "When did the council get the request?"


def _type(walk, day, month, year):
    boxes = walk.page.get_by_role("group", name=ASKED).first
    for label, value in (("Day", day), ("Month", month), ("Year", year)):
        boxes.get_by_label(label, exact=True).fill(value)


def _fetched(walk, words):
    """What a link holds that is a file, not a page."""
    href = walk.page.get_by_role("link", name=words, exact=True).get_attribute("href")
    path = walk.page.evaluate("href => new URL(href, document.baseURI).href", href)
    return walk.page.request.get(path)


def test_a_parent_finds_out_that_the_council_is_late_and_what_to_do(walk):
    walk.open("/")
    walk.press("The council has not answered me")
    walk.sees(ASKED)

    _type(walk, "24", "11", "2025")
    walk.press("Show my dates", role="button")

    walk.sees("The council is late: the decision whether to assess")
    walk.sees("It has been late since Tuesday 6 January 2026: 8 days.")
    walk.sees("Local Government and Social Care Ombudsman")
    walk.sees("It reached you on 24 November 2025.")
    walk.sees("Put the next dates in my calendar")

    calendar = _fetched(walk, "Put the next dates in my calendar")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert "20260127" in calendar.text()


def test_a_slip_of_the_pen_is_put_right_with_nothing_lost(walk):
    walk.open("/routemaps/ehc-needs-assessment/my-dates/")

    _type(walk, "31", "11", "2025")
    walk.press("Show my dates", role="button")
    walk.sees("31 November 2025 is not a real day.")

    boxes = walk.page.get_by_role("group", name=ASKED).first
    assert boxes.get_by_label("Year", exact=True).input_value() == "2025"
    boxes.get_by_label("Day", exact=True).fill("24")
    walk.press("Show my dates", role="button")
    walk.sees("It has been late since Tuesday 6 January 2026")
