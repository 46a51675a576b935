"""Documents of routemaps: everything that the pages say, and nothing to press."""

import re
from datetime import date
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from waymark.formats.document import (
    Heading,
    Idea,
    Table,
    TimeLine,
    every_block,
    plain,
)
from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.guidance.documents.writing import absolute, dated
from waymark.organisations.models import Authority, Helper
from waymark.routemaps.documents import sheets
from waymark.routemaps.models import RoutemapPage, StepPage

pytestmark = pytest.mark.usefixtures("mereshire")

ASKING = "/routemaps/asking/"
ASK = "/routemaps/asking/ask/"
WEBSITE = "http://localhost:8000"


def written(address, part=""):
    return publications.at(address, part).write()


def document(address, part=""):
    return read(dated(written(address, part), date(2026, 1, 13)))


def headings(found, level=None):
    return [
        plain(block.inside)
        for block in every_block(found.blocks)
        if isinstance(block, Heading) and level in (None, block.level)
    ]


def kind_of(found, kind):
    return [block for block in every_block(found.blocks) if isinstance(block, kind)]


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_every_document_can_be_read_and_has_a_name_of_its_own():
    held = list(publications.every())

    for publication in held:
        found = document(publication.address, publication.part)
        assert found.title == publication.title
        assert found.address == f"{WEBSITE}{publication.address}"
        assert found.made_on == date(2026, 1, 13)
        assert found.publisher == "Waymark Mereshire"
        assert not found.dates
    assert len({each.name for each in held}) == len(held)
    assert len({(each.file_name, each.part) for each in held}) == len(held)


def test_every_document_is_found_where_its_page_is():
    for publication in publications.every():
        found = publications.at(publication.address, publication.part)
        assert found.name == publication.name
        assert found.write() == publication.write()


def test_a_routemap_holds_the_route_and_every_step_in_full():
    found = document(ASKING)
    html = words(written(ASKING))

    assert headings(found, 2)[:3] == [
        "The whole route",
        "Ask the council to assess",
        "Read the draft",
    ]
    assert kind_of(found, TimeLine)[0].label == "The whole route"
    for says in (
        "Ask the SENCO to help. Keep a copy.",
        "An answer within 6 weeks of the day they got it.",
        "In Mereshire you can also call The Harbour.",
        "You can talk to them",
        "Do I need a diagnosis?",
        "Families in Mereshire chose it.",
        "SENDIASS Mereshire",
        "01632 960001",
    ):
        assert says in html, says
    assert found.stands_behind == (
        "Written by the Waymark project from the law on 5 January 2026; "
        "not yet reviewed by the partnership."
    )


def test_a_routemap_says_how_long_from_the_law_and_how_strongly_it_binds():
    html = words(written(ASKING))
    line = kind_of(document(ASKING), TimeLine)[0]

    assert plain(line.stops[0].when) == "The council: within 6 weeks, the law says must"
    assert "within 6 weeks , the law says must." in html
    assert "we understand the law says (being checked)" in html


def test_words_are_explained_at_the_end_and_not_where_they_stand():
    html = written(ASKING)

    assert "<button" not in html
    assert "popover" not in html
    assert headings(document(ASKING), 2)[-1] == "Words explained"
    assert "EHC plan" in html.split("Words explained")[1]


def test_the_law_stands_once_at_the_end():
    html = written(ASKING)
    law = html.split("The law behind this")[1]

    assert law.count("https://www.legislation.gov.uk/uksi/2014/1530/regulation/5") == 1
    assert "We read it on" in law


def test_a_link_to_a_step_of_the_same_document_stays_inside_it():
    html = written(ASKING)

    assert 'href="#asking-draft"' in html
    assert 'id="asking-draft"' in html
    assert f'href="{WEBSITE}/routemaps/unhappy/talk/"' in html
    assert 'href="/' not in html


@pytest.mark.parametrize("address", [ASKING, "/routemaps/", "/guides/words/"])
def test_every_place_that_a_document_leads_to_is_in_it(address):
    html = written(address)
    inside = set(re.findall(r'href="#([^"]+)"', html))

    assert inside <= set(re.findall(r'id="([^"]+)"', html))


def test_a_step_says_of_which_routemap_it_is_and_where_on_the_route():
    found = document(ASK)
    line = kind_of(found, TimeLine)[0]

    assert [(plain(s.title), s.state) for s in line.stops] == [
        ("Ask the council to assess", "here"),
        ("Read the draft", "open"),
    ]
    assert "A step of the routemap" in words(written(ASK))
    assert "What happens" in headings(found, 2)
    assert "If nothing comes" in headings(found, 3)


def test_the_booklet_holds_every_routemap_as_a_chapter():
    found = document("/routemaps/")
    chapters = [page.title for page in RoutemapPage.objects.live().order_by("path")]

    assert headings(found, 2)[: len(chapters)] == chapters
    assert found.chapters_from == 2
    assert headings(found).count("Who can help") == 1
    for step in ("Ask the council to assess", "Talk to somebody"):
        assert step in headings(found, 3)


def test_the_booklet_leads_from_one_routemap_to_another_inside_itself():
    assert 'href="#unhappy-talk"' in written("/routemaps/")


def test_headings_that_editors_wrote_sink_with_what_they_stand_in():
    text = "<p>First.</p><h3>More</h3><p>Then.</p>"
    StepPage.objects.filter(slug="ask").update(what_happens=text)

    assert "More" in headings(document(ASK), 3)
    assert "More" in headings(document(ASKING), 4)
    assert "More" in headings(document("/routemaps/"), 5)


def test_the_time_limits_are_tables_with_captions_and_headers():
    found = document("/time-limits/")
    tables = kind_of(found, Table)

    assert len(tables) > 5
    for table in tables:
        assert plain(table.caption)
        assert all(cell.heads == "column" for cell in table.head[0])
        assert all(row[0].heads == "row" for row in table.body)
    assert f'href="{WEBSITE}{ASK}"' in written("/time-limits/")


def test_a_sheet_is_one_routemap_in_short_with_whom_to_ring():
    found = document(ASKING, "sheet")
    html = words(written(ASKING, "sheet"))

    assert headings(found) == [
        "Asking for an assessment: step by step",
        "The route in short",
        "Who can help",
    ]
    assert "SENDIASS Mereshire: 01632 960001" in html
    assert "Keep a copy" not in html
    assert "The council: within 6 weeks (by law)" in html
    assert found.sheet
    assert (
        "This sheet is of January 2026. Ask for a newer copy after 31 July 2026."
        in html
    )


def test_the_code_on_a_sheet_has_words_and_its_address_is_written_out():
    idea = kind_of(document(ASKING, "sheet"), Idea)[0]

    assert f"to open {WEBSITE}{ASKING}" in idea.picture.words
    assert plain(idea.blocks[1].inside) == f"{WEBSITE}{ASKING}"


@pytest.mark.parametrize("address", [ASKING, "/routemaps/unhappy/"])
def test_a_phone_reads_the_address_of_the_page_in_the_code(address):
    """Read from the picture by a library that had no part in drawing it."""
    picture = kind_of(document(address, "sheet"), Idea)[0].picture
    drawn = Image.open(BytesIO(picture.content)).convert("L")

    assert picture.media_type == "image/png"
    read_back = zxingcpp.read_barcodes(drawn)
    assert [code.text for code in read_back] == [f"{WEBSITE}{address}"]
    # A phone also reads it where a photocopier has made it small and grey.
    small = drawn.resize((drawn.width // 3, drawn.height // 3))
    assert [c.text for c in zxingcpp.read_barcodes(small)] == [f"{WEBSITE}{address}"]


def test_all_sheets_together_hold_one_for_each_routemap():
    found = document("/routemaps/", "sheet")
    number = RoutemapPage.objects.live().count()

    assert len(headings(found, 2)) == number
    assert len(kind_of(found, Idea)) == number


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 1, 13), date(2026, 7, 31)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 1), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 31)),
        (date(2026, 7, 1), date(2027, 1, 31)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_a_newer_copy_is_due_when_six_months_have_ended(day, after):
    assert sheets.newer_copy_after(day) == after


def test_nobody_rings_a_helper_who_cannot_be_reached():
    Helper.objects.filter(key="sendiass").update(phone="", website="", email="")

    html = written(ASKING, "sheet")
    assert "SENDIASS Mereshire" not in html


def test_a_document_of_a_demonstration_says_that_it_is_one():
    assert "This is a demonstration" not in written(ASK)
    Authority.objects.update(
        is_demonstration=True, demonstration_words="This is a demonstration."
    )

    for publication in publications.every():
        assert "This is a demonstration." in publication.write()


@pytest.mark.parametrize(
    ("html", "turned"),
    [
        ('<a href="/a/?b=1&amp;c=2">', f'<a href="{WEBSITE}/a/?b=1&amp;c=2">'),
        ('<a href="/here/">', '<a href="#here">'),
        ('<a href="/here/#further">', f'<a href="{WEBSITE}/here/#further">'),
        ('<a href="//elsewhere/">', '<a href="//elsewhere/">'),
        ('<a href="https://x.org/">', '<a href="https://x.org/">'),
        ('<a href="#place">', '<a href="#place">'),
        ('<a href="tel:999">', '<a href="tel:999">'),
    ],
)
def test_a_link_of_ours_leads_somewhere_from_any_place(html, turned):
    assert absolute(html, {"/here/": "here"}) == turned


def test_a_document_leads_to_nothing_that_is_not_an_address():
    for publication in publications.every():
        html = publication.write()
        addresses = re.findall(r'href="([^"]*)"', html)
        assert all(
            a.startswith(("http://", "https://", "mailto:", "tel:", "#"))
            for a in addresses
        )
