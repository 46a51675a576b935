"""A service is taken away in every format."""

import pytest

from tests.factories.localoffer import a_record, published
from waymark.formats.making import FORMATS, Kind
from waymark.guidance.documents import publications

pytestmark = pytest.mark.usefixtures("marram")

CLUB = "/local-offer/services/df8782ea-ab73-5c25-b6d7-a713bd435226/"


def taken(client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_the_page_offers_every_format_but_a_calendar(client):
    page = client.get(CLUB).content.decode()

    for kind in set(Kind) - {Kind.ICS}:
        assert f'href="{CLUB}take-away/{kind}{FORMATS[kind].ending}"' in page
    assert "take-away/ics" not in page


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.DOCX, Kind.PDF, Kind.BRF])
def test_a_file_holds_what_the_page_says(client, kind):
    address = f"{CLUB}take-away/{kind}{FORMATS[kind].ending}"

    assert taken(client, address)
    named = client.head(address)["Content-Disposition"]
    assert "tideline-saturday-club" in named


def test_the_text_says_whom_to_ring_what_it_costs_and_how_we_know(client):
    text = taken(client, f"{CLUB}take-away/text.txt").decode()

    for said in ("01632 960101", "£5", "Saturdays, 10am to 3pm", "Dune Hall"):
        assert said in text
    assert "Nobody who runs it has confirmed this yet." in text


def test_what_is_not_known_is_said_in_the_file_too(client):
    record = a_record("Bare Club")
    published(record)
    address = f"/local-offer/services/{record['id']}/take-away/text.txt"
    text = taken(client, address).decode()

    assert "The record does not say. Ask them." in text


def test_no_service_is_made_ahead_because_there_may_be_fifty_thousand():
    made = [publication.address for publication in publications.every()]

    assert not [address for address in made if "/services/" in address]


@pytest.mark.parametrize(
    "address",
    [
        "/local-offer/services/no-service/take-away/text.txt",
        "/local-offer/services/------------------------------------/take-away/text.txt",
        "/local-offer/services/00000000-0000-0000-0000-000000000000/take-away/text.txt",
        f"{CLUB}take-away/sheet.pdf",
        f"{CLUB}take-away/ics.ics",
    ],
)
def test_what_is_not_there_cannot_be_taken(client, address):
    assert client.get(address).status_code == 404
