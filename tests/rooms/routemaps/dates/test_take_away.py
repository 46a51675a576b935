"""Somebody's own dates in every format: made for them, kept by nobody."""

import logging
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from waymark.formats.document import Heading, Quote, TimeLine, every_block, plain
from waymark.formats.keeping import Busy
from waymark.formats.making import FORMATS, CannotMake, Kind
from waymark.formats.reading import read
from waymark.guidance.documents import passing

PAGE = "/routemaps/ehc-needs-assessment/my-dates/"
LATE = "who=parent&request-received=2025-11-24"
REFUSED = "who=parent&request-received=2025-06-02&decided-not-to-assess=2025-12-15"


class Passed(list):
    """What was handed to the makers for one person."""

    broken: Exception | None = None

    def converted(self, html, kind):
        self.append((kind, html))
        if self.broken:
            raise self.broken
        return b"a file"

    @property
    def html(self):
        return self[-1][1]

    @property
    def document(self):
        return read(self.html)


@pytest.fixture
def passed(routemaps, monkeypatch, settings, tmp_path):
    settings.DATA = tmp_path
    cache.clear()
    held = Passed()
    monkeypatch.setattr(passing, "converted", held.converted)
    return held


def file_of(kind=Kind.PDF, query=LATE):
    return f"{PAGE}take-away/{kind.value}{FORMATS[kind].ending}?{query}"


def fetch(kind=Kind.PDF, query=LATE):
    return Client().get(file_of(kind, query))


@pytest.mark.parametrize("kind", Kind)
def test_each_format_travels_under_a_plain_name_and_is_kept_by_nobody(passed, kind):
    answer = fetch(kind)
    form = FORMATS[kind]

    assert (answer.status_code, answer.content) == (200, b"a file")
    assert answer["Content-Type"].split(";")[0] == form.media_type
    said = f'attachment; filename="my-dates-{kind.value}{form.ending}"'
    assert answer["Content-Disposition"] == said
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in answer
    assert not answer.cookies


def test_the_page_offers_every_format_with_the_answers_in_its_address(client, passed):
    html = client.get(f"{PAGE}?{LATE}").content.decode()

    for kind in Kind:
        assert f'href="{file_of(kind)}"'.replace("&", "&amp;") in html


def test_without_days_to_come_there_is_no_calendar(client, passed):
    query = "who=parent&request-received=2019-06-02&final-plan-sent=2020-01-13"
    html = client.get(f"{PAGE}?{query}").content.decode()

    assert "take-away/pdf.pdf" in html
    assert ("take-away/ics" in html) == ("calendar.ics" in html)


def test_nothing_of_it_is_kept_anywhere(passed, tmp_path, caplog, django_db_blocker):
    caplog.set_level(logging.DEBUG)
    fetch()
    fetch(Kind.AUDIO)

    kept = [p for p in Path(tmp_path).rglob("*") if p.is_file() and p.stat().st_size]
    assert kept == []
    assert "2025" not in caplog.text
    assert "request-received" not in caplog.text


def test_a_failure_is_logged_without_the_days(passed, caplog):
    passed.broken = CannotMake(Kind.PDF, ValueError("24 November 2025"))
    answer = fetch()

    assert answer.status_code == 503
    assert "pdf could not be made" in caplog.text
    assert "2025" not in caplog.text


def test_it_is_made_for_each_who_asks(passed):
    fetch()
    fetch()

    assert len(passed) == 2


def test_a_head_makes_nothing(passed):
    answer = Client().head(file_of())

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert passed == []


def test_nothing_can_be_posted_to_a_file(passed):
    assert Client().post(file_of()).status_code == 405


@pytest.mark.parametrize(
    "query", ["", "request-received=2025-11-31", "who=parent", "who=parent&x=1"]
)
def test_days_that_cannot_be_read_lead_back_to_the_form(passed, query):
    answer = fetch(query=query)

    assert answer.status_code == 302
    assert answer.url == f"{PAGE}{'?' if query else ''}{query}"
    assert answer["Cache-Control"] == "no-store" or not query


@pytest.mark.parametrize(
    "address",
    [
        f"{PAGE}take-away/poster.pdf?{LATE}",
        f"{PAGE}take-away/sheet.pdf?{LATE}",
        f"{PAGE}take-away/pdf.docx?{LATE}",
        f"/routemaps/nowhere/my-dates/take-away/pdf.pdf?{LATE}",
    ],
)
def test_what_is_no_file_is_not_found(passed, address):
    assert Client().get(address).status_code == 404


def test_a_route_without_questions_leads_back_to_its_page(passed):
    answer = Client().get("/routemaps/waiting-for-health/my-dates/take-away/pdf.pdf")

    assert answer.status_code == 302


def test_a_format_that_fails_offers_the_others_with_the_same_answers(client, passed):
    passed.broken = CannotMake(Kind.AUDIO, ValueError())
    answer = client.get(file_of(Kind.AUDIO))
    page = answer.content.decode()

    assert answer.status_code == 503
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert file_of(Kind.PDF).replace("&", "&amp;") in page
    assert file_of(Kind.AUDIO).replace("&", "&amp;") not in page
    assert f'href="{PAGE}?{LATE}"'.replace("&", "&amp;") in page


def test_when_every_desk_is_taken_a_parent_is_asked_to_come_back(client, passed):
    passed.broken = Busy()
    answer = client.get(file_of())

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"


def test_one_visitor_may_not_keep_the_whole_site_speaking(client, passed, monkeypatch):
    monkeypatch.setattr("waymark.guidance.visitors.SLOW_MADE_AT_MOST", 1)
    assert fetch(Kind.AUDIO).status_code == 200
    answer = client.get(file_of(Kind.AUDIO))

    assert answer.status_code == 429
    assert "in the last ten minutes" in answer.content.decode()
    assert fetch(Kind.PDF).status_code == 200


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_document_says_who_is_late_since_when_and_what_to_do(passed):
    fetch()
    says = words(passed.html)

    assert "Worked out on Tuesday 13 January 2026, from the days you gave." in says
    assert "The council is late: the decision whether to assess" in says
    assert "It has been late since Tuesday 6 January 2026: 8 days." in says
    assert "Local Government and Social Care Ombudsman" in says


def test_a_letter_stands_in_it_as_a_quote(passed):
    fetch()
    quotes = [b for b in every_block(passed.document.blocks) if isinstance(b, Quote)]
    said = " ".join(
        plain(block.inside) for block in quotes[0].blocks if hasattr(block, "inside")
    )

    assert "reached you on 24 November 2025." in said
    assert "[your name]" in said


def test_its_dates_go_into_a_calendar_under_the_names_that_they_have_there(passed):
    fetch()
    found = {each.uid: each for each in passed.document.dates}

    assert found["a14-2026-04-13"].on == date(2026, 4, 13)
    assert found["a14-2026-04-13"].says == "Last day: the final EHC plan"
    assert len(found) == 5


def test_the_familys_own_route_stands_in_it(passed):
    fetch(query=REFUSED)
    line = next(
        b for b in every_block(passed.document.blocks) if isinstance(b, TimeLine)
    )
    stops = [s for stop in line.stops for s in (stop, *stop.branches)]

    here = [plain(stop.title) for stop in stops if stop.state == "here"]
    assert here == ["or: Act on a no"]
    assert line.label == "Your own route"


def test_a_no_leads_on_with_its_last_safe_days(passed):
    fetch(query=REFUSED)
    says = words(passed.html)

    assert "The council said no to an assessment (15 December 2025)" in says
    assert "contact the mediation adviser by Sunday 15 February 2026" in says
    link = "/routemaps/unhappy/my-dates/?who=parent&amp;decision-sent=2025-12-15"
    assert f'href="http://localhost:8000{link}"' in passed.html


def test_it_holds_the_days_and_the_answers_and_its_own_address_and_no_more(passed):
    fetch()

    assert passed.document.address == f"http://localhost:8000{PAGE}"
    assert f"{PAGE}?who=parent&amp;request-received=2025-11-24" in passed.html
    assert passed.document.stands_behind == (
        "Worked out on 13 January 2026 from the law and from the days that were given."
    )
    assert passed.document.made_on == date(2026, 1, 13)


def test_an_estimate_and_a_doubt_are_said_before_the_dates(passed):
    fetch(query="who=parent&request-sent=2025-11-20&sent-by=second-class-post")
    assert "This is an estimate." in words(passed.html)

    fetch(query="who=parent&request-received=2014-01-06")
    assert "A day before this law" in words(passed.html)


def test_a_young_person_is_spoken_to(passed):
    fetch(query="who=young-person&request-received=2025-11-24")

    assert "your child" not in words(passed.html)


@pytest.mark.parametrize("query", [LATE, REFUSED])
def test_it_has_the_headings_of_the_page(client, passed, query):
    fetch(query=query)
    page = client.get(f"{PAGE}?{query}").content.decode()
    main = page[page.index("<main") : page.index('id="keep"')]
    on_page = [
        words(title).strip() for title in re.findall(r"<h2 id[^>]*>(.*?)</h2>", main)
    ]
    in_document = [
        plain(block.inside)
        for block in every_block(passed.document.blocks)
        if isinstance(block, Heading) and block.level == 2
    ]

    assert [title for title in in_document if title in on_page] == on_page


@pytest.mark.parametrize(("query", "number"), [(LATE, 4), (REFUSED, 4)])
def test_writing_it_asks_a_fixed_number_of_questions(
    passed, monkeypatch, django_assert_num_queries, query, number
):
    monkeypatch.setattr(passing, "require_patience", lambda request, kind: None)
    fetch(query=query)
    with django_assert_num_queries(number):
        fetch(query=query)
