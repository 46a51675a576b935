"""The ways from other pages to what is written beside the directory."""

import pytest

from tests.factories.organisations import a_setting
from tests.rooms.localoffer.written import write
from waymark.localoffer.models import GuideListPage, Service
from waymark.localoffer.reading import ways
from waymark.organisations.models import Organisation


@pytest.fixture
def mereshire(db):
    write()


def first_page(client):
    page = client.get("/local-offer/").content.decode()
    return page[page.index("Also in the Local Offer") :]


def test_the_first_page_leads_to_each_list_that_is_published(client, mereshire):
    page = first_page(client)
    for place in ("guides", "news", "events", "waiting", "questions", "unhappy"):
        assert f'href="/local-offer/{place}/"' in page

    GuideListPage.objects.update(live=False)
    assert 'href="/local-offer/guides/"' not in first_page(client)


def test_a_list_of_schools_that_holds_nothing_is_no_way(client, mereshire):
    assert "/local-offer/schools/" not in first_page(client)

    own = Organisation.objects.get(kind=Organisation.Kind.AUTHORITY)
    a_setting(la_code=own.code)
    assert "/local-offer/schools/" in first_page(client)


def test_an_area_with_nothing_written_still_leads_to_the_ladder(db):
    assert [way.address for way in ways.from_first_page()] == ["/local-offer/unhappy/"]


def test_a_service_leads_to_what_to_do_when_unhappy_with_it(client, mereshire):
    service = Service.objects.get()
    page = client.get(f"/local-offer/services/{service.pk}/").content.decode()

    assert "If something is not right" in page
    assert 'href="/local-offer/unhappy/"' in page[page.index("not right") :]


def test_search_engines_are_told_of_the_questions_and_the_ladder(client, mereshire):
    listed = client.get("/sitemap.xml").content.decode()

    assert "/local-offer/questions/</loc>" in listed
    assert "/local-offer/unhappy/</loc>" in listed
    assert "/local-offer/guides/</loc>" in listed
    assert listed.count("/local-offer/</loc>") == 1
