"""A search to follow elsewhere: feeds, dates for a calendar, a list on other sites."""

import pytest
from icalendar import Calendar
from lxml import etree

from tests.factories.localoffer import a_place, a_record, an_id, published
from waymark.finding import services as finding

pytestmark = pytest.mark.usefixtures("found")

SEARCH = "/local-offer/search/"
ATOM = "{http://www.w3.org/2005/Atom}"


def a_course(name: str = "Spring drumming", **schedule) -> None:
    published(
        a_record(
            name,
            schedules=[{"id": an_id("schedule", name), **schedule}],
            service_at_locations=[a_place("MM1 1AA")],
        )
    )
    finding.rebuild()


def entries(client, words: str) -> list:
    answer = client.get(f"{SEARCH}calendar.ics", {"q": words})
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_a_search_is_followed_as_atom(client):
    answer = client.get(f"{SEARCH}feed.atom?q=kite")
    tree = etree.fromstring(answer.content)
    entry = tree.find(f"{ATOM}entry")

    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert entry.findtext(f"{ATOM}title") == "Kite short break"
    assert "/local-offer/services/" in entry.find(f"{ATOM}link").get("href")
    assert entry.findtext(f"{ATOM}updated").startswith("2026-01-13")


def test_a_search_is_followed_as_rss(client):
    answer = client.get(f"{SEARCH}feed.rss?q=kite")
    tree = etree.fromstring(answer.content)

    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert tree.findtext("channel/item/title") == "Kite short break"


def test_there_is_no_other_feed(client):
    assert client.get(f"{SEARCH}feed.exe?q=kite").status_code == 404


@pytest.mark.parametrize("words", ["]]><evil/>", "&<>\x01", "zzzzqqqq"])
def test_odd_words_make_a_sound_feed(client, words):
    answer = client.get(f"{SEARCH}feed.atom", {"q": words})

    assert etree.fromstring(answer.content).tag == f"{ATOM}feed"


def test_a_course_comes_as_one_entry_that_repeats_until_its_last_day(client):
    a_course(
        valid_from="2026-01-14",
        valid_to="2026-03-21",
        byday="SA",
        freq="WEEKLY",
        opens_at="10:00",
        closes_at="11:30",
    )
    (entry,) = entries(client, "spring drumming")

    assert entry["SUMMARY"] == "Spring drumming"
    assert entry.decoded("DTSTART").isoformat() == "2026-01-17T10:00:00+00:00"
    assert entry.decoded("DTEND").isoformat() == "2026-01-17T11:30:00+00:00"
    assert entry["RRULE"]["BYDAY"] == ["SA"]
    assert entry["RRULE"]["UNTIL"][0].date().isoformat() == "2026-03-21"
    assert entry["LOCATION"] == "Dune Hall, MM1 1AA"


def test_one_day_is_one_entry(client):
    a_course(valid_from="2026-02-14", valid_to="2026-02-14")
    (entry,) = entries(client, "spring drumming")

    assert entry.decoded("DTSTART").isoformat() == "2026-02-14"
    assert "RRULE" not in entry


@pytest.mark.parametrize(
    "schedule",
    [
        {"byday": "SA", "freq": "WEEKLY", "opens_at": "10:00"},
        {"valid_from": "2026-02-14", "valid_to": "2026-02-01"},
    ],
)
def test_what_has_no_day_of_its_own_is_in_no_calendar(client, schedule):
    a_course(**schedule)

    assert entries(client, "spring drumming") == []


def test_the_list_for_other_sites_has_no_form_no_script_and_no_cookie(client):
    answer = client.get("/local-offer/embed/?q=kite")
    body = answer.content.decode()

    assert answer.status_code == 200
    assert "Kite short break" in body
    assert 'target="_top"' in body
    for needless in ("<form", "<script", "<input"):
        assert needless not in body
    assert not answer.cookies


def test_the_lines_to_copy_name_this_very_search_and_are_only_shown(client):
    body = client.get(
        "/local-offer/on-your-site/?q=%22%3E%3Cscript%3E"
    ).content.decode()

    assert "&lt;iframe" in body
    assert "<iframe" not in body
    assert "<script>" not in body
    assert "/local-offer/embed/?q=%22%3E%3Cscript%3E" in body
