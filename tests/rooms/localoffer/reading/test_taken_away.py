"""What is written beside the directory, in every format and in the search."""

import io

import pytest
from icalendar import Calendar

from waymark.finding.sources import records
from waymark.formats.making import Kind
from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.localoffer.reading import documents, found

pytestmark = pytest.mark.usefixtures("mereshire")

PAGES = [
    "/local-offer/unhappy/",
    "/local-offer/questions/",
    "/local-offer/guides/",
    "/local-offer/guides/talking/",
    "/local-offer/guides/moving-on/",
    "/local-offer/news/",
    "/local-offer/news/clinic/",
    "/local-offer/events/",
    "/local-offer/events/open-morning/",
    "/local-offer/waiting/",
    "/local-offer/waiting/speech/",
]


def taken(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    content = io.BytesIO(b"".join(answer))
    answer.close()
    return content.getvalue()


def test_every_page_is_published_to_be_taken_away():
    assert {each.address for each in documents.every()} >= set(PAGES)


@pytest.mark.parametrize("address", PAGES)
def test_a_document_is_readable_and_says_what_its_page_says(address):
    publication = publications.at(address)
    assert publication is not None
    assert publication.address == address
    assert read(publication.write()).title == publication.title


@pytest.mark.parametrize(
    "address", ["/local-offer/", "/local-offer/guides/nothing/", "/about/"]
)
def test_what_is_none_of_ours_has_no_document_here(address):
    assert documents.find(address, "") is None
    assert documents.find(PAGES[0], "sheet") is None


def test_only_events_are_offered_for_a_calendar():
    offered = [page for page in PAGES if Kind.ICS in publications.kinds_of(page)]
    assert offered == ["/local-offer/events/", "/local-offer/events/open-morning/"]


def test_a_calendar_holds_the_days_to_come(client):
    held = taken(client, "/local-offer/events/open-morning/take-away/ics.ics")
    entries = Calendar.from_ical(held).walk("VEVENT")
    assert [str(entry.decoded("dtstart")) for entry in entries] == [
        "2026-01-13",
        "2026-02-03",
    ]
    assert [str(entry["summary"]) for entry in entries] == [
        "Open morning: 2pm",
        "Open morning: 9.30am to 11am, The new hall",
    ]


def test_a_guide_can_be_taken_as_plain_text(client):
    text = taken(client, "/local-offer/guides/talking/take-away/text.txt").decode()
    assert "within 6 weeks" in text
    assert "its own page" in text


def test_every_page_can_be_found():
    kinds = {record.address: record.kind for record in found.records()}
    assert kinds == {
        "/local-offer/unhappy/": "guide",
        "/local-offer/guides/talking/": "guide",
        "/local-offer/guides/moving-on/": "guide",
        "/local-offer/waiting/speech/": "guide",
        "/local-offer/news/clinic/": "news",
        "/local-offer/events/open-morning/": "event",
    }
    assert {record.address for record in records()} >= set(kinds)


def test_a_guide_is_found_by_whom_and_what_it_is_about():
    guide = next(r for r in found.records() if r.name == "Talking and listening")
    assert "Primary school" in guide.lay_words


def test_an_event_that_is_over_is_not_found(time_machine_to):
    time_machine_to("2026-03-01")
    assert "event" not in {record.kind for record in found.records()}


def test_the_search_is_built_anew_each_day():
    from waymark.jobs.schedule import _repeated
    from waymark.localoffer.reading import tasks

    assert _repeated["let-past-events-leave"].task is tasks.let_past_events_leave
    assert tasks.let_past_events_leave.call() >= 6
