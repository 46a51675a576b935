"""The look stays small, and comes from this site alone."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

FILES = Path("waymark/ui/static/ui")
CSS = (FILES / "waymark.css").read_text(encoding="utf-8")
OFFER = (FILES / "offer.css").read_text(encoding="utf-8")
TEMPLATES = sorted(Path("waymark/ui/templates").rglob("*.html"))


def test_the_style_sheet_is_light():
    assert len(CSS.encode()) < 60_000
    assert len(brotli.compress(CSS.encode())) < 10_000


def test_the_second_sheet_of_the_local_offer_is_light():
    assert len(OFFER.encode()) < 20_000
    assert len(brotli.compress(OFFER.encode())) < 4_000


def test_the_second_sheet_asks_for_no_file_and_names_no_colour_of_its_own():
    assert not re.search(r"url\(|@import|#[0-9a-f]{3,8}\b|rgb", OFFER)


def test_the_type_weighs_at_most_45_kilobytes_in_all():
    assert sum(font.stat().st_size for font in FILES.glob("fonts/*.woff2")) <= 45_000


def test_a_page_in_english_fetches_two_files_of_type():
    latin = [f.stat().st_size for f in FILES.glob("fonts/atkinson-latin-?00.woff2")]

    assert len(latin) == 2
    assert sum(latin) <= 25_000


def test_the_type_carries_its_licence():
    licence = (FILES / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence


def test_the_script_is_one_small_file():
    assert len((FILES / "waymark.js").read_bytes()) < 2_500


def test_the_style_sheet_names_files_of_this_site_only():
    named = re.findall(r"url\(\"?([^\")]+)", CSS)

    assert len(named) == 4
    assert all((FILES / name).is_file() for name in named)
    assert "@import" not in CSS


def test_the_style_sheet_carries_nothing_that_belongs_to_the_government():
    for theirs in ("GDS Transport", "crest", "crown"):
        assert theirs not in CSS


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_asks_no_other_site_and_holds_no_inline_code(template):
    html = template.read_text(encoding="utf-8")

    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", html)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)", html)


@pytest.mark.parametrize(
    "name", ["ui/waymark.css", "ui/offer.css", "ui/waymark.js", "ui/waymark.svg"]
)
def test_the_files_are_found_where_pages_look_for_them(name):
    assert finders.find(name)


def test_the_style_sheet_keeps_night_forced_colours_and_paper():
    for way in ("prefers-color-scheme:dark", "forced-colors:active", "@media print"):
        assert way in CSS.replace(": ", ":")
