"""Today's schools as the register has them, and the past that says it is the past."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps

from tests.factories.organisations import a_register, a_setting, an_authority
from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.localoffer import services
from waymark.localoffer.models import PastProvision
from waymark.localoffer.schools import found
from waymark.organisations.models import Setting, Succession

pytestmark = pytest.mark.django_db
OAK = "900001"


@pytest.fixture
def places():
    """Two schools, a centre, one institution and a year that has gone."""
    an_authority()
    a_register(note="No addresses.")
    a_setting("Oak School", urn=OAK, sort="special")
    a_setting("Ash School", urn="900002", website="a.b")
    a_setting("Elm School", urn="900003", sort="all-through")
    a_setting("The Nest", urn="20008", sort="childrens-centre")
    a_setting(
        "Far College",
        urn="900007",
        sort="special-post-16",
        la_code="998",
        section_41=True,
        section_41_on="2016-08-01",
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
    order = ["Primary schools", "Ash School", "Schools for every age", "Elm School"]
    order += ["Special schools", "Oak School"]
    positions = [page.index(words) for words in order]
    assert positions == sorted(positions)
    assert "As of April 2025. From: An invented register. No addresses." in page


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


def test_what_the_whole_register_knows_of_a_school_is_said(client, places):
    a_setting(
        "Fir School",
        urn="900005",
        phone="01632 960001",
        lowest_age=4,
        highest_age=11,
        sen_unit=True,
        resourced_provision=False,
    )
    page = client.get("/local-offer/schools/900005/").content.decode()

    for word, says in (
        ("Telephone", "01632 960001"),
        ("Ages", "4 to 11"),
        ("SEN unit", "Yes"),
        ("Resourced provision", "No"),
    ):
        assert f"<dt>{word}</dt>" in page
        assert f"<dd>{says}</dd>" in page


def test_only_open_schools_of_the_area_that_the_state_pays_for_are_listed(
    client, places
):
    a_setting("Shut School", status="closed")
    a_setting("Closing School", status="closing")
    a_setting("Planned School", status="opening")
    a_setting("Far School", la_code="998")
    a_setting("Fee School", sort="independent")
    page = client.get("/local-offer/schools/").content.decode()

    assert "Closing School" in page
    for name in ("Shut", "Planned", "Far", "Fee"):
        assert f"{name} School" not in page


def test_each_register_that_a_list_was_read_from_is_named(client, places):
    a_setting("Fir School", register=a_register(key="other", name="Another register"))
    page = client.get("/local-offer/schools/").content.decode()

    assert "From: An invented register." in page
    assert "From: Another register." in page


def test_a_school_that_became_another_leads_to_it(client, places):
    before = a_setting("Elder School", urn="800001", status="closed")
    middle = a_setting("Elder Academy", urn="800002", status="closed")
    oak = Setting.objects.get(urn=OAK)
    Succession.objects.create(before=before, after=middle, how="Successor")
    Succession.objects.create(before=middle, after=oak, how="Successor")
    answer = client.get("/local-offer/schools/800001/")

    assert answer.status_code == 302
    assert answer["Location"] == f"/local-offer/schools/{OAK}/"


def test_a_school_that_became_several_or_another_areas_is_not_found(client, places):
    before = a_setting("Elder School", urn="800001", status="closed")
    for urn in (OAK, "900002"):
        after = Setting.objects.get(urn=urn)
        Succession.objects.create(before=before, after=after, how="Successor")
    far = a_setting("Shut School", urn="800003", status="closed")
    there = a_setting("Far School", la_code="998")
    Succession.objects.create(before=far, after=there, how="Successor")

    for urn in ("800001", "800003"):
        assert client.get(f"/local-offer/schools/{urn}/").status_code == 404


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


def test_what_a_store_held_of_registers_is_handed_over():
    own = an_authority().organisation
    a_setting("Held already", urn="900001")

    def entry(urn, **said):
        empty = dict.fromkeys(("phase", "kind", "address", "postcode", "website"), "")
        about = {"as_of": "April 2025", "source": "A list", "note": "Old."}
        named = {"urn": urn, "name": f"Place {urn}", "approved_on": None}
        return SimpleNamespace(**{**empty, **about, **named, **said})

    entries = [
        entry("900001", register="school", phase="primary", in_area=True),
        entry("900002", register="school", phase="special", in_area=True),
        entry(
            "900003",
            register="section-41",
            kind="Special post-16 institution",
            in_area=False,
            approved_on=date(2016, 8, 1),
        ),
    ]
    migration = import_module(
        "waymark.localoffer.migrations.0005_settings_belong_to_organisations"
    )
    held = SimpleNamespace(objects=SimpleNamespace(order_by=lambda _key: entries))

    def get_model(room, name):
        return held if name == "RegisterEntry" else apps.get_model(room, name)

    migration.hand_over(SimpleNamespace(get_model=get_model), None)

    assert Setting.objects.count() == 3
    special = Setting.objects.get(urn="900002")
    assert (special.sort, special.la_code) == ("special", own.code)
    assert special.organisation.name == "Place 900002"
    assert special.register.note == "Old."
    college = Setting.objects.get(urn="900003")
    assert (college.section_41, college.section_41_on) == (True, date(2016, 8, 1))
    assert (college.la_code, college.sort) == ("", "special-post-16")
