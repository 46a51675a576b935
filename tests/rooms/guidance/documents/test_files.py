"""Files under the pages they are of: how they travel, and what is said without them."""

import re
from pathlib import Path

import pytest
from django.core.cache import cache

from tests.page import Page
from waymark.formats.confined import ToolFailed, ToolMissing
from waymark.formats.keeping import Shelf
from waymark.formats.making import FORMATS, Kind, NothingToSay, TooLong
from waymark.guidance.documents import ahead, passing, publications, shelf
from waymark.guidance.models import GuidePage, Word
from waymark.routemaps.models import RoutemapPage, StepPage

pytestmark = pytest.mark.usefixtures("mereshire", "workshop")

PAGES = (
    "/routemaps/",
    "/routemaps/asking/",
    "/routemaps/asking/ask/",
    "/time-limits/",
    "/guides/words/",
    "/guides/questions/",
    "/guides/reading-a-plan/",
    "/about/",
)
PDF = "/routemaps/asking/take-away/pdf.pdf"
PUBLIC_KINDS = [kind for kind in Kind if kind is not Kind.ICS]


@pytest.fixture(autouse=True)
def nobody_was_here_before(db):
    cache.clear()


def file_of(page, kind):
    return f"{page}take-away/{kind.value}{FORMATS[kind].ending}"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_offers_every_format_and_each_address_is_there(fetch, client, page):
    html = client.get(page).content.decode()
    offered = re.findall(r'<a href="([^"]*take-away/[^"]*)"', html)
    files = [file_of(page, kind) for kind in publications.kinds_of(page)]

    assert set(files) <= set(offered)
    for address in offered:
        assert fetch(address, "head").status_code == 200, address


def test_only_the_booklet_is_left_out_of_some_formats():
    """Nine hours of speech in one file serve nobody; each routemap is there."""
    left_out = {
        page: set(PUBLIC_KINDS) - set(publications.kinds_of(page)) for page in PAGES
    }

    assert left_out.pop("/routemaps/") == {Kind.AUDIO, Kind.TRANSCRIPT}
    assert not any(left_out.values())


@pytest.mark.parametrize("kind", PUBLIC_KINDS)
def test_a_file_travels_as_what_it_is(fetch, kind):
    answer = fetch(file_of("/routemaps/asking/", kind))
    form = FORMATS[kind]

    assert answer.status_code == 200
    assert answer["Content-Type"].split(";")[0] == form.media_type
    said = f'attachment; filename="asking-{kind.value}{form.ending}"'
    assert answer["Content-Disposition"] == said
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "public, max-age=60"
    assert '/routemaps/asking/>; rel="canonical"' in answer["Link"]
    assert not answer.cookies
    assert len(answer.body) == int(answer["Content-Length"])


def test_words_say_that_they_are_utf_8(fetch):
    answer = fetch("/routemaps/asking/take-away/text.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"


def test_whoever_has_it_already_is_told_so(fetch, workshop):
    first = fetch(PDF)
    again = fetch(PDF, if_none_match=first["ETag"])

    assert again.status_code == 304
    assert not again.content
    assert "Last-Modified" in first
    assert workshop.kinds == [Kind.PDF]


def test_a_head_makes_nothing_and_knows_the_size_of_what_was_made(fetch, workshop):
    before = fetch(PDF, "head")
    assert before.status_code == 200
    assert "Content-Length" not in before or before["Content-Length"] == "0"
    assert workshop.made == []

    got = fetch(PDF)
    after = fetch(PDF, "head")
    assert after["Content-Length"] == got["Content-Length"]
    assert after["ETag"] == before["ETag"] == got["ETag"]
    assert not after.content


def test_nothing_can_be_posted(fetch):
    assert fetch(PDF, "post").status_code == 405


@pytest.mark.parametrize(
    "address",
    [
        "/routemaps/nowhere/take-away/pdf.pdf",
        "/routemaps/asking/nowhere/take-away/pdf.pdf",
        "/routemaps/asking/take-away/poster.pdf",
        "/routemaps/asking/take-away/ics.ics",
        "/routemaps/take-away/audio.mp3",
        "/routemaps/take-away/transcript.txt",
        "/routemaps/asking/ask/take-away/sheet.pdf",
        "/time-limits/take-away/sheet.pdf",
        "/guides/words/take-away/sheet.pdf",
        "/guides/take-away/pdf.pdf",
        "/search/take-away/pdf.pdf",
        "/take-away/pdf.pdf",
    ],
)
def test_what_is_no_file_is_not_found(fetch, address):
    assert fetch(address).status_code == 404


def test_an_ending_that_is_not_its_own_leads_on(fetch):
    answer = fetch("/routemaps/asking/take-away/audio.ogg")

    assert answer.status_code == 301
    ending = FORMATS[Kind.AUDIO].ending
    assert answer.url == f"/routemaps/asking/take-away/audio{ending}"


def test_it_is_made_once_for_all_readers(fetch, workshop):
    for _ in range(3):
        assert fetch(PDF).status_code == 200

    assert workshop.kinds == [Kind.PDF]


def test_newer_words_are_a_new_file(fetch, workshop):
    first = fetch(PDF)
    RoutemapPage.objects.filter(slug="asking").update(summary="For everybody.")
    second = fetch(PDF)

    assert first["ETag"] != second["ETag"]
    assert "For everybody." in second.body.decode()
    assert workshop.kinds == [Kind.PDF, Kind.PDF]


def test_a_new_meaning_of_a_word_is_a_new_file(fetch):
    before = fetch(PDF)["ETag"]
    Word.objects.filter(word="EHC plan").update(meaning="Another meaning.")

    assert fetch(PDF)["ETag"] != before


def test_another_morning_is_no_new_file(fetch, workshop, an_ordinary_tuesday_in_term):
    first = fetch(PDF)
    an_ordinary_tuesday_in_term.move_to("2026-02-20T10:00:00+00:00")

    assert fetch(PDF)["ETag"] == first["ETag"]
    assert '<meta name="made-on" content="2026-01-13">' in workshop.made[0][1]


def test_a_sheet_is_made_anew_each_month(fetch, an_ordinary_tuesday_in_term):
    sheet = "/routemaps/asking/take-away/sheet.pdf"
    january = fetch(sheet)
    an_ordinary_tuesday_in_term.move_to("2026-01-31T10:00:00+00:00")
    assert fetch(sheet)["ETag"] == january["ETag"]
    an_ordinary_tuesday_in_term.move_to("2026-02-01T10:00:00+00:00")

    assert fetch(sheet)["ETag"] != january["ETag"]
    assert january["Content-Disposition"] == 'attachment; filename="asking-sheet.pdf"'


@pytest.mark.parametrize(
    ("cause", "says"),
    [
        (ToolMissing("espeak-ng", "espeak-ng"), "espeak-ng, is not installed"),
        (ToolFailed("typst", "said: <b>bold</b>"), "typst, failed"),
        (NothingToSay("no dates"), "nothing on the page that it could hold"),
        (TooLong("400,000 letters"), "longer than one such file can hold"),
        (ValueError("the words of a document"), "Something went wrong"),
    ],
)
def test_a_format_that_fails_says_why_and_offers_the_others(
    fetch, client, workshop, cause, says
):
    workshop.broken[Kind.PDF] = cause
    answer = fetch(PDF)
    page = answer.content.decode()

    assert answer.status_code == 503
    assert answer["Cache-Control"] == "no-store"
    assert f"There is no “{FORMATS[Kind.PDF].title}” just now" in page
    assert says in page
    assert "bold" not in page
    assert "the words of" not in page
    assert 'href="/routemaps/asking/take-away/epub.epub"' in page
    assert f'href="{PDF}"' not in page
    assert 'href="/routemaps/asking/"' in page
    assert client.get("/routemaps/asking/").status_code == 200
    assert fetch("/routemaps/asking/take-away/epub.epub").status_code == 200


def test_a_format_that_failed_is_tried_again(fetch, workshop):
    workshop.broken[Kind.PDF] = ValueError()
    assert fetch(PDF).status_code == 503
    workshop.broken.clear()

    assert fetch(PDF).status_code == 200


def test_when_every_desk_is_taken_a_reader_is_asked_to_come_back(fetch):
    with (
        shelf.shelf().one_of(passing.DESKS, "desk"),
        shelf.shelf().one_of(passing.DESKS, "desk"),
    ):
        answer = fetch(PDF)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "Several people are having files made" in answer.content.decode()
    assert fetch(PDF).status_code == 200


def test_one_visitor_may_not_have_everything_made(fetch, monkeypatch):
    monkeypatch.setattr("waymark.guidance.visitors.MADE_AT_MOST", 2)
    first, second, third = (
        fetch(file_of("/about/", kind)) for kind in (Kind.PDF, Kind.EPUB, Kind.ODT)
    )

    assert (first.status_code, second.status_code) == (200, 200)
    assert third.status_code == 429
    assert "in the last ten minutes" in third.content.decode()
    kept = fetch(file_of("/about/", Kind.PDF))
    assert kept.status_code == 200


def test_long_audio_is_made_by_a_job_while_the_reader_does_something_else(
    fetch, workshop, monkeypatch
):
    monkeypatch.setattr("waymark.guidance.documents.views.LONG", 100)
    address = file_of("/routemaps/asking/", Kind.AUDIO)
    answer = fetch(address)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "We are making this file now" in answer.content.decode()
    # In tests a job is done as soon as it is queued.
    assert workshop.kinds == [Kind.AUDIO]
    assert fetch(address).status_code == 200


def test_a_page_shows_the_size_of_what_was_made(fetch, client):
    assert "1 KB" not in client.get("/about/").content.decode()
    size = len(fetch(file_of("/about/", Kind.PDF)).body)
    page = client.get("/about/").content.decode()

    assert f"{max(1, round(size / 1000))} KB" in page


def test_a_folder_that_cannot_be_written_to_breaks_no_page_and_no_file(
    fetch, client, data
):
    (data / "formats").write_text("in the way")

    assert client.get("/routemaps/asking/").status_code == 200
    assert fetch(PDF).body.startswith(b"pdf:")


@pytest.mark.parametrize("page", PAGES)
def test_the_panel_asks_the_database_nothing(
    django_assert_num_queries, page, monkeypatch
):
    from waymark.guidance.documents import panel

    with django_assert_num_queries(0):
        shown = Page(str(panel.of_page(page)))
    assert shown.headings[0] == 2


QUERIES = {
    "/routemaps/": 7,
    "/routemaps/asking/": 7,
    "/routemaps/asking/ask/": 8,
    "/time-limits/": 2,
    "/guides/words/": 2,
    "/guides/questions/": 4,
    "/guides/reading-a-plan/": 3,
}


@pytest.mark.parametrize(("page", "number"), QUERIES.items())
def test_a_kept_file_costs_a_fixed_number_of_queries(
    fetch, django_assert_num_queries, page, number
):
    fetch(file_of(page, Kind.PDF))
    with django_assert_num_queries(number):
        assert fetch(file_of(page, Kind.PDF)).status_code == 200


def test_a_draft_has_no_files(fetch, oona, workshop):
    page = RoutemapPage.objects.get(slug="asking")
    page.summary = "A secret draft."
    page.save_revision(user=oona)

    assert "A secret draft." not in fetch(PDF).body.decode()


def test_a_page_that_was_never_published_has_no_files(fetch):
    StepPage.objects.filter(slug="draft").update(live=False)
    GuidePage.objects.filter(slug="about").update(live=False)

    assert fetch("/routemaps/asking/draft/take-away/pdf.pdf").status_code == 404
    assert fetch("/about/take-away/pdf.pdf").status_code == 404
    assert b"Read the draft" not in fetch(PDF).body


def test_a_step_of_a_routemap_that_is_not_published_has_no_files(fetch):
    RoutemapPage.objects.filter(slug="asking").update(live=False)

    assert fetch("/routemaps/asking/ask/take-away/pdf.pdf").status_code == 404
    assert b"Ask the council" not in fetch("/routemaps/take-away/pdf.pdf").body


def test_a_preview_offers_nothing_to_take_away(client):
    from waymark.guidance import drafts

    page = RoutemapPage.objects.get(slug="asking")
    shown = client.get(f"/preview/{drafts.token(page.pk)}/").content.decode()

    assert "This is a draft." in shown
    assert "take-away/" not in shown


def test_the_shelf_stands_in_the_data_folder(data):
    assert shelf.shelf() == Shelf(Path(data) / "formats")


def test_the_makers_of_a_sheet_are_those_of_a_pdf():
    sheet = publications.at("/routemaps/asking/", "sheet")
    assert ahead.kinds_of(sheet, slow=False) == [Kind.PDF]
    assert ahead.kinds_of(sheet, slow=True) == []
