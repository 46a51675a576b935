"""The worked example's own words: sheets on one side, and two documents line by line."""

import os
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from django.conf import settings
from django.test import Client

from tests.rooms.published import publish
from waymark.formats.making import Kind, make
from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.guidance.documents.writing import dated
from waymark.routemaps.models import RoutemapPage

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "formats"
MY_DATES = (
    "/routemaps/ehc-needs-assessment/my-dates/take-away/text.txt"
    "?who=parent&request-received=2025-11-24"
)


@pytest.fixture
def southend(db):
    publish(settings.AREAS / "southend")


def document(address, part=""):
    return read(dated(publications.at(address, part).write(), date(2026, 1, 13)))


def agreed(name: str, words: bytes) -> None:
    """Compare with the file that was agreed; `make golden` writes it anew."""
    golden = GOLDEN / name
    if os.environ.get("WAYMARK_GOLDEN") == "write":
        golden.write_bytes(words)
    assert words.decode() == golden.read_text(encoding="utf-8")


def test_a_sheet_of_every_routemap_fits_on_one_side_and_leads_back(southend):
    """Counted and read in the PDF itself, by libraries that had no part in it."""
    for page in RoutemapPage.objects.live():
        address = f"/routemaps/{page.slug}/"
        sheet = pikepdf.open(BytesIO(make(document(address, "sheet"), Kind.PDF)))

        assert len(sheet.pages) == 1, page.slug
        (code,) = sheet.pages[0].get_images().values()
        drawn = pikepdf.PdfImage(code).as_pil_image().convert("L")
        said = [found.text for found in zxingcpp.read_barcodes(drawn)]
        assert said == [f"{settings.WEBSITE}{address}"]


def test_all_sheets_together_have_a_side_each_behind_a_cover(southend):
    sheets = pikepdf.open(BytesIO(make(document("/routemaps/", "sheet"), Kind.PDF)))

    assert len(sheets.pages) == RoutemapPage.objects.live().count() + 1


def test_a_routemap_and_somebodys_dates_say_what_was_agreed(southend):
    routemap = document("/routemaps/ehc-needs-assessment/")
    agreed("routemap.txt", make(routemap, Kind.TEXT))

    mine = Client().get(MY_DATES)
    assert mine.status_code == 200
    agreed("my-dates.txt", mine.content)


def test_every_document_of_the_example_can_be_read(southend):
    held = list(publications.every())

    assert len(held) > 120
    for publication in held:
        assert document(publication.address, publication.part).title


def test_every_link_of_a_routemap_leads_to_a_page_that_is_there(southend, client):

    html = publications.at("/routemaps/").write()
    own = set(re.findall(rf'href="{settings.WEBSITE}(/[^"#?]*)', html))

    assert own
    lost = [path for path in own if client.get(path).status_code != 200]
    assert lost == []
