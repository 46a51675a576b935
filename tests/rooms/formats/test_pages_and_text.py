"""The whole page, the plain text and the calendar hold all that the document says."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from icalendar import Calendar
from lxml import etree
from lxml import html as lxml_html

from tests.page import Page
from tests.rooms.formats.documents import documents, easy_read_documents
from waymark.formats.calendar import ics
from waymark.formats.document import (
    Dated,
    Document,
    Heading,
    Language,
    Link,
    Moment,
    Paragraph,
    Words,
    every_block,
    plain,
)
from waymark.formats.making import CannotMake, Kind, NothingToSay, make
from waymark.formats.plain_text import WIDTH, text
from waymark.formats.reading import Unreadable
from waymark.formats.reading.faults import Fault
from waymark.formats.semantic import html
from waymark.formats.whole_page import page


def headings(document):
    found = every_block(document.blocks)
    return [plain(block.inside) for block in found if isinstance(block, Heading)]


def links_and_days(document):
    """Every link's address and every day's words, read from the tree by another way."""
    tree = lxml_html.fromstring(html(document))
    links = tree.xpath("//body//a/@href")
    days = [" ".join(each.text_content().split()) for each in tree.xpath("//time")]
    return links, days


def folded(words):
    return " ".join(words.split())


@given(documents())
def test_the_whole_page_holds_every_heading_link_and_day(document):
    tree = lxml_html.fromstring(page(document).decode())
    links, days = links_and_days(document)

    said = tree.xpath("//main//*[self::h1 or self::h2 or self::h3]")
    assert [folded(h.text_content()) for h in said] == headings(document)
    assert set(links) <= set(tree.xpath("//a/@href"))
    assert [folded(t.text_content()) for t in tree.xpath("//time")] == days


@given(documents())
def test_the_whole_page_is_one_file_that_fetches_and_runs_nothing(document):
    text_of_page = page(document).decode()
    seen = Page(text_of_page)

    assert not seen.outside
    assert not re.search(r"<script|<iframe|url\(|@import| on\w+=", text_of_page)
    assert seen.landmarks["main"] == 1
    assert seen.language == "en-GB"


@given(documents())
def test_the_text_holds_every_heading_link_and_day_within_its_width(document):
    words = text(document).decode()
    links, days = links_and_days(document)
    whole = folded(words)

    assert all(heading in whole for heading in headings(document))
    assert all(day in whole for day in days)
    plain_links = [link.split(":", 1)[1] if "@" in link or "tel:" in link else link for link in links]  # fmt: skip
    assert all(link in whole for link in plain_links)
    assert all(len(line) <= WIDTH for line in words.splitlines() if " " in line.strip())


@given(easy_read_documents())
def test_an_easy_read_text_says_each_picture_in_words(document):
    words = folded(text(document).decode())

    assert all(b.picture.words in words for b in document.blocks[1:])


ONE = Document(
    title="When the council answers",
    language=Language("en-GB"),
    blocks=(
        Heading(1, (Words("When the council answers"),)),
        Paragraph((Words("By "), Moment(date(2026, 2, 16), (Words("16 February 2026"),)))),
        Paragraph((Link("https://waymark.example/a/", (Words("Read more"),)),)),
    ),
    address="https://waymark.example/a/",
    made_on=date(2026, 1, 13),
    stands_behind="Written by the Waymark project",
)  # fmt: skip


def test_a_copy_says_who_wrote_it_when_it_was_made_and_where_the_newest_is():
    for made in (text(ONE).decode(), page(ONE).decode()):
        assert "Written by the Waymark project" in made
        assert "This copy was made on 13 January 2026." in made
        assert "https://waymark.example/a/" in made


def test_plain_text_reads_as_a_letter_would():
    assert text(ONE).decode() == (
        "When the council answers\n"
        "========================\n\n"
        "By 16 February 2026\n\n"
        "Read more <https://waymark.example/a/>\n\n"
        f"{'-' * 72}\n"
        "Written by the Waymark project\n"
        "This copy was made on 13 January 2026.\n"
        "The newest version is at https://waymark.example/a/.\n"
    )


def test_a_calendar_holds_each_day_all_day_long_and_keeps_its_uid():
    days = (
        Dated("a03-decision", date(2026, 2, 16), "Last day: the decision", "By law."),
    )
    made = Calendar.from_ical(ics(replace(ONE, dates=days)))

    (entry,) = made.walk("VEVENT")
    assert entry["uid"] == "a03-decision@waymark"
    assert entry["dtstart"].dt == date(2026, 2, 16)
    assert entry["summary"] == "Last day: the decision"
    assert entry["transp"] == "TRANSPARENT"


def test_a_document_without_days_makes_no_calendar_and_says_so():
    with pytest.raises(NothingToSay, match="no days"):
        ics(ONE)
    with pytest.raises(CannotMake, match="ics could not be made: .*no days"):
        make(ONE, Kind.ICS)


def test_a_maker_that_falls_is_named_without_the_words_of_the_document(monkeypatch):
    def fall(document):
        raise ValueError(document.title)

    monkeypatch.setattr("waymark.formats.plain_text.text", fall)

    with pytest.raises(CannotMake) as failed:
        make(ONE, Kind.TEXT)
    assert str(failed.value) == (
        "text could not be made: something unforeseen went wrong (ValueError)"
    )


@pytest.mark.parametrize(
    ("cause", "says"),
    [
        (Unreadable([Fault(3, "The words of a family.")]), "mended first, in lines 3"),
        (PermissionError(13, "Permission denied", "/words"), "be made: Permission denied"),
    ],
)  # fmt: skip
def test_a_cause_that_is_known_is_said_without_the_words_of_the_document(
    monkeypatch, cause, says
):
    def fall(document):
        raise cause

    monkeypatch.setattr("waymark.formats.plain_text.text", fall)

    with pytest.raises(CannotMake) as failed:
        make(ONE, Kind.TEXT)
    assert says in str(failed.value)
    assert "words" not in str(failed.value)


def test_the_whole_page_is_well_formed_and_looks_the_same_without_a_network():
    tree = lxml_html.fromstring(page(ONE).decode())

    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert isinstance(tree, etree._Element)
