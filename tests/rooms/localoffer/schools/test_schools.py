"""Today's schools as the register has them, and the past that says it is the past."""

import pytest

from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.localoffer import services
from waymark.localoffer.models import PastProvision, RegisterEntry
from waymark.localoffer.schools import found

pytestmark = pytest.mark.django_db
Register = RegisterEntry.Register
OAK = "900001"


def entry(register, urn, name, **more):
    return RegisterEntry.objects.create(
        register=register,
        urn=urn,
        name=name,
        as_of="April 2025",
        source="An invented register",
        **more,
    )


@pytest.fixture
def places():
    """Two schools, a centre, one institution and a year that has gone."""
    entry(Register.SCHOOL, OAK, "Oak School", phase="special", note="No addresses.")
    entry(
        Register.SCHOOL, "900002", "Ash School", phase="primary", website="http://a.b"
    )
    entry(Register.SCHOOL, "900003", "Elm School", phase="all-through")
    entry(Register.CHILDRENS_CENTRE, "8", "The Nest", kind="Children's centre")
    entry(
        Register.SECTION_41,
        "7",
        "Far College",
        kind="Special post-16 institution",
        approved_on="2016-08-01",
    )
    PastProvision.objects.create(
        year=2013,
        row_kind="provision",
        provider="Old School",
        places="20",
        source="A plan of 2013",
    )
    PastProvision.objects.create(
        year=2013,
        row_kind="sector_count",
        provider="Nurseries",
        places="13 or 14",
        note="about",
        source="A plan of 2013",
    )


QUERIES = {
    "/local-offer/schools/": 3,
    "/local-offer/schools/childrens-centres/": 2,
    "/local-offer/schools/section-41/": 2,
    f"/local-offer/schools/{OAK}/": 3,
    "/local-offer/schools/past/2013/": 2,
}


@pytest.mark.parametrize(("path", "number"), QUERIES.items())
def test_a_page_costs_a_fixed_number_of_queries(
    client, places, django_assert_num_queries, path, number
):
    client.get(path)
    with django_assert_num_queries(number):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", QUERIES)
def test_every_page_can_be_taken_away(places, path):
    publication = publications.at(path)
    assert publication is not None
    assert read(publication.write()).title == publication.title


def test_all_of_them_are_made_ahead(places):
    addresses = {each.address for each in publications.every()}
    assert set(QUERIES) <= addresses


def test_schools_stand_under_their_phase(client, places):
    page = client.get("/local-offer/schools/").content.decode()
    order = ["Primary schools", "Ash School", "Special schools", "Oak School"]
    positions = [page.index(words) for words in [*order, "all-through", "Elm School"]]
    assert positions == sorted(positions)
    assert "An invented register" in page
    assert "No addresses." in page or "As of April 2025" in page


def test_a_school_says_what_is_not_known_and_never_guesses(client, places):
    page = client.get(f"/local-offer/schools/{OAK}/").content.decode()
    # Address, postcode and website of the register, and the twelve answers.
    assert page.count("<dd>Not known</dd>") == 15
    assert "How do you teach children with SEN?" in page
    assert "SEN information report" in page
    assert "In the directory" not in page
    assert (
        '<a href="http://a.b">'
        in client.get("/local-offer/schools/900002/").content.decode()
    )


def test_a_school_answers_from_its_record_in_the_directory(client, places):
    services.load_lists()
    services.publish_record(
        {
            "id": "0d7f6d53-3f1c-4f7a-9d3e-3a6f3f1f0a02",
            "name": "Oak School",
            "status": "active",
            "local_offer": {"teaching": "With <b>pictures</b>."},
        }
    )
    page = client.get(f"/local-offer/schools/{OAK}/").content.decode()
    assert "With pictures." in page
    assert "In the directory" in page
    assert page.count("<dd>Not known</dd>") == 14


def test_the_past_says_that_it_is_the_past(client, places):
    page = client.get("/local-offer/schools/past/2013/").content.decode()
    assert "This is the past." in page
    assert "Old School" in page
    assert "13 or 14" in page
    assert "Not known" in page
    assert "A plan of 2013" in page


@pytest.mark.parametrize(
    "path", ["/local-offer/schools/1/", "/local-offer/schools/past/1999/"]
)
def test_what_no_register_names_is_not_found(client, places, path):
    assert client.get(path).status_code == 404
    assert publications.at(path) is None


def test_an_area_without_registers_says_that_nothing_is_known(client):
    assert "Not known" in client.get("/local-offer/schools/").content.decode()
    assert list(found.records()) == []


def test_a_school_is_found_by_its_name_on_the_list(places):
    records = {record.address: record.text for record in found.records()}
    assert "Oak School" in records["/local-offer/schools/"]
    assert "Far College" in records["/local-offer/schools/section-41/"]


def test_an_institution_says_when_it_was_approved(client, places):
    page = client.get("/local-offer/schools/section-41/").content.decode()
    assert "approved on 1 August 2016" in page


def test_a_list_leads_to_the_other_lists_and_not_to_itself(client, db):
    page = client.get("/local-offer/schools/").content.decode()
    more = page[page.index("More places") :]

    assert 'href="/local-offer/schools/"' not in more
    assert 'href="/local-offer/schools/section-41/"' in more
