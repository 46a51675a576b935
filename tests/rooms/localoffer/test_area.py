"""An area's own folder: what came with it, from where, and what is not known."""

from datetime import date
from pathlib import Path

import pytest

from waymark.localoffer import queries, services
from waymark.localoffer.models import Postcode
from waymark.localoffer.schools import queries as schools
from waymark.localoffer.schools.entries import Register
from waymark.organisations.services import BadAreaFolder, begin_area

pytestmark = pytest.mark.django_db
SOUTHEND = Path(__file__).resolve().parents[3] / "areas" / "southend"


@pytest.fixture
def southend():
    begin_area(SOUTHEND)
    services.load_area(SOUTHEND)


def test_every_record_says_where_it_was_read_and_that_nobody_confirmed_it(southend):
    found = list(queries.published_services())

    assert len(found) == 39
    assert all(each.found_in and each.checked_on for each in found)
    assert not [each.name for each in found if each.assured_on]


def test_the_one_that_has_ended_is_kept_and_not_listed(southend):
    assert queries.published_services().filter(status="defunct").count() == 1
    assert queries.listed_services().count() == 38


def test_what_other_lists_say_is_found_in_ours(southend):
    found = queries.listed_services().filter(terms__term__key="short-break")

    assert {each.name for each in found} == {
        "Short Breaks Community Access Grant",
        "Tailored Short Breaks",
    }
    assert not found.filter(terms__said=True, terms__term__key="short-break").exists()


def test_postcodes_are_placed_and_an_unknown_one_is_said(southend):
    assert Postcode.objects.count() == 5895
    assert queries.position_of("ss2 6er").latitude == pytest.approx(51.5449, abs=0.001)
    assert queries.position_of("ZZ1 1ZZ") is None
    assert queries.position_of("anything") is None


def test_registers_say_what_they_know_and_leave_the_rest_empty(southend):
    listed = schools.entries(Register.SCHOOL)
    centres = schools.entries(Register.CHILDRENS_CENTRE)
    approved = schools.entries(Register.SECTION_41)

    assert (len(listed), len(centres), len(approved)) == (52, 9, 227)
    assert {each.address for each in listed} == {""}
    assert all(each.postcode for each in centres)
    assert all(each.approved_on for each in approved)


def test_the_table_of_2013_is_history(southend):
    rows = queries.past_provision()

    assert rows.count() == 33
    assert {row.year for row in rows} == {2013}
    assert rows.filter(row_kind="provision").count() == 24


def test_a_second_area_has_records_of_its_own(marram):
    names = [each.name for each in queries.listed_services()]

    assert names == [
        "Marram Advice",
        "Marram Talking Clinic",
        "Tideline Saturday club",
    ]
    assert queries.listed_services().get(name__startswith="Tide").checked_on == date(
        2026, 1, 5
    )
    assert schools.entries(Register.SCHOOL) == []


def test_a_place_takes_the_middle_of_its_postcode(marram):
    service = queries.listed_services().get(name__startswith="Tideline")

    assert service.places.get().latitude == 52.6


def test_an_area_without_a_directory_has_our_lists_alone(tmp_path):
    services.load_area(tmp_path)

    assert not queries.published_services().exists()
    assert queries.terms_of("need")


@pytest.mark.parametrize(
    ("about", "records", "says"),
    [
        ("[services]\nkey = 'x'", "[]", "name"),
        (
            "[services]\nkey='x'\nname='x'\nlicence='x'\ncredit='x'\n"
            "checked_on=2026-01-01",
            '[{"id": "1"}]',
            "row 1, name: is missing",
        ),
        (
            "[services]\nkey='x'\nname='x'\nlicence='x'\ncredit='x'\n"
            "checked_on=2026-01-01\n[[meanings]]\nlist='L'\nterm='T'\nours=['need/x']",
            "[]",
            "no record bears L: T",
        ),
    ],
)
def test_a_bad_folder_says_what_is_wrong(tmp_path, about, records, says):
    own = tmp_path / "local_offer"
    own.mkdir()
    (own / "about.toml").write_text(about)
    (own / "services.json").write_text(records)

    with pytest.raises(BadAreaFolder, match=says):
        services.load_area(tmp_path)
