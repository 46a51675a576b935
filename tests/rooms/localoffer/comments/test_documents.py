"""A year of comments can be taken away in every format, once it is published."""

import pytest

from tests.rooms.guidance.documents.conftest import *  # noqa: F403 (its workshop)
from waymark.formats.making import Kind
from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.localoffer.comments import documents, services

PAGE = "/local-offer/you-said-we-did/2026/"


@pytest.fixture
def published(settled, oona, priya):
    settled()
    words = {"introduction": "We heard.\n\nWe changed.", "how_asked": "At meetings."}
    services.save_year(oona, 2026, send=True, **words)
    services.publish_year(priya, 2026)


def test_a_year_that_is_not_published_has_no_document(settled):
    settled()

    assert documents.find(PAGE, "") is None
    assert list(documents.every()) == []


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("/local-offer/you-said-we-did/", ""),
        ("/local-offer/you-said-we-did/2025/", ""),
        ("/local-offer/you-said-we-did/99999/", ""),
        ("/local-offer/you-said-we-did/x/", ""),
        (PAGE, "sheet"),
    ],
)
def test_nothing_else_under_it_has_one(published, address, part):
    assert documents.find(address, part) is None


def test_the_document_holds_every_word_of_the_page(published):
    document = publications.at(PAGE)
    html = document.write()

    assert [each.address for each in documents.every()] == [PAGE]
    assert document.file_name == "you-said-we-did-2026"
    for words in (
        "We changed.",
        "At meetings.",
        "There is no phone number.",
        "You are right, and we are sorry.",
        "Done on 13 January 2026",
        "The number stands at the top of the page.",
        "Published on 13 January 2026.",
    ):
        assert words in html


def test_every_format_can_read_it(published):
    assert read(publications.at(PAGE).write()).title == "You said, we did: 2026"


@pytest.mark.usefixtures("workshop")
def test_the_page_offers_it_in_every_format(published, client):
    page = client.get(PAGE).content.decode()
    offered = [kind for kind in Kind if f'href="{PAGE}take-away/{kind.value}.' in page]

    assert offered == publications.kinds_of(PAGE)
    taken = client.get(f"{PAGE}take-away/text.txt")
    assert "You are right, and we are sorry." in taken.getvalue().decode()
