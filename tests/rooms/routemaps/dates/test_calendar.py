"""The next dates in anybody's own calendar, with no child in it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

PATH = "/routemaps/ehc-needs-assessment/my-dates/calendar.ics"
LATE = "who=parent&request-received=2025-11-24"


@pytest.fixture
def entries(client, routemaps):
    def fetch(query):
        answer = client.get(f"{PATH}?{query}")
        return Calendar.from_ical(answer.content).walk("VEVENT")

    return fetch


def test_it_comes_as_a_file_of_its_own(client, routemaps):
    answer = client.get(f"{PATH}?{LATE}")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="my-dates.ics"'


def test_each_due_day_and_the_day_to_ask_after_it_is_an_all_day_entry(entries):
    found = {str(e["UID"]): e for e in entries(LATE)}

    due = found["a14-2026-04-13@waymark"]
    assert due.decoded("DTSTART") == date(2026, 4, 13)
    assert due.decoded("DTEND") - due.decoded("DTSTART") == timedelta(days=1)
    assert "a14-check-2026-04-14@waymark" in found


def test_something_late_is_asked_after_in_two_weeks(entries):
    first = entries(LATE)[0]

    assert first.decoded("DTSTART") == date(2026, 1, 27)
    assert "Check for an answer" in str(first["SUMMARY"])


def test_an_entry_keeps_its_name_when_fetched_again(
    entries, an_ordinary_tuesday_in_term
):
    first = {str(e["UID"]) for e in entries("who=parent&request-received=2026-01-05")}
    an_ordinary_tuesday_in_term.move_to("2026-01-20T10:00:00+00:00")
    again = {str(e["UID"]) for e in entries("who=parent&request-received=2026-01-05")}

    assert first == again
    assert len(first) > 3


def test_entries_are_stamped_and_name_nobody(entries):
    for entry in entries("who=helper&request-received=2025-11-24"):
        assert entry.decoded("DTSTAMP") == datetime(2026, 1, 13, 10, 0, tzinfo=UTC)
        assert "child" not in str(entry["SUMMARY"]).lower()
        assert str(entry["TRANSP"]) == "TRANSPARENT"


def test_a_no_puts_the_days_for_mediation_and_appeal_in(entries):
    query = "who=parent&request-received=2025-06-02&decided-not-to-assess=2025-12-15"

    titles = [str(e["SUMMARY"]) for e in entries(query)]

    assert "Last safe day: contacting the mediation adviser" in titles
    assert "Last safe day: sending an appeal" in titles


def test_nobody_is_told_that_good_practice_is_late(entries):
    names = [str(e["UID"]) for e in entries(LATE)]

    assert not [name for name in names if name.startswith(("a09-check", "a07-check"))]


def test_an_address_that_cannot_be_read_leads_back_to_the_form(client, routemaps):
    answer = client.get(f"{PATH}?request-received=2025-11-31")

    assert answer.status_code == 302
    assert answer["Location"].endswith("/my-dates/?request-received=2025-11-31")
    assert client.get(answer["Location"]).status_code == 200
