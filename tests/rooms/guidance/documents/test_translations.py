"""Translations to take away: in every format that their language can be had in."""

import re

import pytest

from tests.rooms.guidance.translations import URDU, published, translation_of
from waymark.formats.making import FORMATS, Kind
from waymark.guidance.documents import ahead, publications
from waymark.guidance.models import GuidePage

pytestmark = pytest.mark.usefixtures("mereshire")
IN_URDU = "/in/ur/guides/reading-a-plan/"
PDF = f"{IN_URDU}take-away/pdf.pdf"


def test_the_page_offers_the_formats_of_its_language(client):
    published("reading-a-plan")
    page = client.get(IN_URDU).content.decode()
    offered = set(re.findall(r'href="([^"]*take-away/[^"]*)"', page))
    kinds = [kind for kind in Kind if kind not in {Kind.ICS, Kind.BRF}]

    assert publications.kinds_of(IN_URDU) == kinds
    assert offered == {
        f"{IN_URDU}take-away/{kind.value}{FORMATS[kind].ending}" for kind in kinds
    }


def test_the_panel_says_that_it_is_in_english(client):
    published("reading-a-plan")
    page = client.get(IN_URDU).content.decode()

    assert '<div lang="en-gb" dir="ltr"><details class="fold take-away' in re.sub(
        r">\s+<", "><", page
    )


def test_a_file_holds_the_words_of_the_translation(fetch, data):
    published("reading-a-plan")
    answer = fetch(f"{IN_URDU}take-away/text.txt")

    assert URDU["title"] in answer.body.decode()
    assert (
        'filename="reading-a-plan-ur-text.txt"' in answer.headers["Content-Disposition"]
    )


def test_a_file_says_that_the_english_has_changed(fetch, data):
    published("reading-a-plan")
    GuidePage.objects.filter(slug="reading-a-plan").update(body="<p>Other words.</p>")

    assert "The English has changed since" in " ".join(
        fetch(f"{IN_URDU}take-away/text.txt").body.decode().split()
    )


@pytest.mark.real_time
@pytest.mark.parametrize("kind", [k for k in Kind if k not in {Kind.ICS, Kind.BRF}])
def test_every_format_can_really_be_made(fetch, data, kind):
    published("reading-a-plan")
    answer = fetch(f"{IN_URDU}take-away/{kind.value}{FORMATS[kind].ending}")

    assert answer.status_code == 200
    assert len(answer.body) > 40


def test_what_nobody_has_checked_has_no_files(fetch, workshop):
    translation_of("reading-a-plan")

    assert fetch(PDF).status_code == 404


def test_a_part_or_a_format_that_the_language_lacks_is_not_there(fetch, workshop):
    published("reading-a-plan")

    assert fetch(f"{IN_URDU}take-away/sheet.pdf").status_code == 404
    assert fetch(f"{IN_URDU}take-away/brf.brf").status_code == 404


def test_it_is_made_ahead_with_the_rest(workshop):
    published("reading-a-plan")

    assert IN_URDU in [each.address for each in publications.every()]
    assert ahead.make(IN_URDU, "", slow=False) > 5


def test_a_kept_file_costs_three_queries(fetch, workshop, django_assert_num_queries):
    published("reading-a-plan")
    fetch(PDF)
    with django_assert_num_queries(3):
        fetch(PDF)
