"""What families see of entries that somebody confirms, and of those that nobody does."""

import re
from datetime import date

import pytest

from tests.factories.accounts import actor_of
from tests.factories.keeping import an_entry, two_clubs
from tests.factories.localoffer import a_record, published
from tests.people import OONA, SEFTON
from waymark.finding import services as finding
from waymark.localoffer import services as offer
from waymark.localoffer.assurance import services
from waymark.localoffer.models import Service
from waymark.localoffer.pages.documents.services import how_we_know, told_in_full
from waymark.localoffer.queries import listed_services
from waymark.localoffer.search import search
from waymark.localoffer.search.asked import Asked

pytestmark = pytest.mark.usefixtures("marram")

TODAY = date(2026, 1, 13)
KITES = Asked(words="kite flying")
SINKING = "2025-07-13"
OUT_OF_SEARCH = "2025-01-13"
ARCHIVED = "2024-07-13"


@pytest.fixture
def kites():
    """Two entries that the same words find equally well."""
    records = [a_record(f"Kite flying {side}") for side in ("north", "south")]
    published(*records)
    return [record["id"] for record in records]


def confirmed(service_id: str, day: str) -> None:
    Service.objects.filter(pk=service_id).update(assured_on=day)
    finding.rebuild()


def found(asked: Asked = KITES) -> list[str]:
    hits = search(asked, TODAY).hits
    return [str(hit.service.id) for hit in hits if hit.service]


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    words = re.sub(r"<[^>]+>", "", answer.content.decode())
    return re.sub(r"\s+", " ", words)


def page_of(client, service_id: object) -> str:
    return page(client, f"/local-offer/services/{service_id}/")


def test_the_search_puts_below_the_other_what_nobody_confirmed_for_six_months(
    client, kites
):
    one, other = kites
    for sunk, current in ((one, other), (other, one)):
        confirmed(current, "2025-07-14")
        confirmed(sunk, SINKING)
        assert found() == [current, sunk]

    results = page(client, "/local-offer/search/?q=kite+flying")
    assert results.count("Nobody has confirmed this for a long time.") == 1
    assert results.count("Confirmed on 14 July 2025") == 1


def test_after_a_year_the_search_shows_it_only_when_asked_to(client, kites):
    left, current = kites
    confirmed(left, OUT_OF_SEARCH)

    assert found() == [current]
    ways_out = {way.asked.older: way.count for way in search(KITES, TODAY).loosen}
    assert ways_out[True] == 2
    assert found(KITES.but(older=True)) == [current, left]
    assert "so the search leaves it out" in page_of(client, left)


def test_after_eighteen_months_it_is_in_no_list_and_keeps_its_page(client, kites):
    archived, current = kites
    confirmed(archived, ARCHIVED)

    asked = KITES.but(older=True)
    assert found(asked) == [current]
    assert search(asked, TODAY).count == 1
    assert not listed_services(TODAY).filter(pk=archived).exists()
    assert "it is in no list, and may be wrong." in page_of(client, archived)


def test_one_confirmation_brings_it_back(client, kites):
    confirmed(kites[0], ARCHIVED)
    offer.assure_many([kites[0]], on=TODAY)
    finding.rebuild()

    assert set(found()) == set(kites)
    assert "Nobody has confirmed this for" not in page_of(client, kites[0])


def test_one_that_has_ended_is_not_asked_to_be_confirmed(client, kites):
    Service.objects.filter(pk=kites[0]).update(status="defunct", assured_on=ARCHIVED)

    said = page_of(client, kites[0])
    assert "This service has ended." in said
    assert "Nobody has confirmed this for" not in said


def test_a_page_names_the_organisation_that_confirmed_it_and_never_a_person(client):
    swimming, drumming = two_clubs()
    services.confirm(actor=actor_of(SEFTON), service_ids=[swimming])
    services.confirm(actor=actor_of(OONA), service_ids=[drumming])

    own, by_team = page_of(client, swimming), page_of(client, drumming)
    assert "Confirmed as right on 13 January 2026 by Otters, who run it." in own
    assert "Sefton" not in own
    assert (
        "Confirmed as right on 13 January 2026 by the team of the Local Offer."
        in by_team
    )
    assert "Oona" not in by_team


def test_what_a_feed_says_was_confirmed_is_said_as_its_own(client):
    key = an_entry("Feed Club", assured_date="2026-01-02")

    said = page_of(client, key)
    assert "Confirmed as right on 2 January 2026, as its source says." in said


def test_a_confirmed_entry_without_an_organisation_is_its_providers_own(client):
    swimming, _ = two_clubs()
    services.confirm(actor=actor_of(SEFTON), service_ids=[swimming])
    Service.objects.filter(pk=swimming).update(organisation=None)

    said = page_of(client, swimming)
    assert "Confirmed as right on 13 January 2026 by those who run it." in said


def test_documents_say_the_same_as_the_page():
    swimming, drumming = two_clubs()
    services.confirm(actor=actor_of(SEFTON), service_ids=[swimming])
    Service.objects.filter(pk=drumming).update(assured_on=SINKING)
    one, other = told_in_full(list(Service.objects.filter(pk__in=[swimming, drumming])))
    one, other = sorted((one, other), key=lambda told: told.name)

    assert how_we_know(one.trust).startswith(
        "Confirmed as right on 13 January 2026 by Otters, who run it."
    )
    assert one.warning == ""
    assert other.warning.startswith("Nobody has confirmed this for more than six")
