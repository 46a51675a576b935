"""Version 1.0: feeds that still send it, and consumers that still ask for it."""

from tests.factories.localoffer import a_place, a_record, an_id
from waymark.localoffer.record.older import is_version_1, to_version_1
from waymark.localoffer.record.reading import read_service

OLD = {
    "id": 4711,
    "name": "Old Kite Club",
    "description": "Invented.",
    "organization": {"id": 12, "name": "Kites", "url": "https://kites.example.org"},
    "eligibilitys": [
        {"id": 1, "eligibility": "Under 8", "minimum_age": 0, "maximum_age": 8},
        {"id": 2, "eligibility": "Siblings", "minimum_age": 4, "maximum_age": 16},
    ],
    "attending_access": "drop-in",
    "regular_schedules": [{"id": 3, "weekday": "monday", "opens_at": "09:00"}],
    "service_at_locations": [
        {
            "id": 5,
            "location": {
                "id": 6,
                "name": "Dune Hall",
                "latitude": 52.6,
                "longitude": 1.7,
                "physical_addresses": [
                    {
                        "id": 7,
                        "address_1": "1 Dune Road",
                        "city": "Marram",
                        "postal_code": "MM1 1AA",
                    }
                ],
                "accessibility_for_disabilities": [
                    {"id": 8, "accessibility": "Ramp at the side"}
                ],
            },
        }
    ],
    "service_taxonomys": [
        {"id": 9, "taxonomy": {"id": "kites", "name": "Kites", "vocabulary": "Sports"}}
    ],
    "languages": [{"id": 10, "language": "Welsh"}],
}


def test_an_older_record_is_read_under_the_newer_names():
    read = read_service(OLD, 1, "old-feed")
    record = read.record
    [place] = record["service_at_locations"]

    assert read.faults == []
    assert record["status"] == "active"
    assert (record["minimum_age"], record["maximum_age"]) == (0, 16)
    assert record["eligibility_description"] == "Under 8; Siblings"
    assert record["application_process"] == "Drop in."
    assert record["schedules"][0]["byday"] == "MO"
    assert record["organization"]["website"] == "https://kites.example.org"
    assert place["location"]["addresses"][0]["postal_code"] == "MM1 1AA"
    assert place["location"]["accessibility"][0]["description"] == "Ramp at the side"
    assert record["attributes"][0]["taxonomy_term"]["name"] == "Kites"
    assert record["languages"][0]["name"] == "Welsh"


def test_a_newer_record_is_not_taken_for_an_older_one():
    assert not is_version_1(a_record(service_at_locations=[a_place()]))


def test_a_record_is_written_under_the_older_names():
    record = a_record(
        minimum_age=5,
        terms=["need/autism"],
        schedules=[{"id": an_id("s"), "byday": "MO"}],
        service_at_locations=[a_place()],
    )
    old = to_version_1(record)
    [place] = old["service_at_locations"]

    assert old["eligibilitys"][0]["minimum_age"] == 5
    assert old["regular_schedules"] == record["schedules"]
    assert place["location"]["physical_addresses"][0]["postal_code"] == "MM1 1AA"
    assert old["service_taxonomys"][0]["taxonomy"]["vocabulary"] == "Area of need"
    assert "attributes" not in old


def test_what_was_written_the_older_way_is_read_back():
    record = a_record(
        minimum_age=5, terms=["need/autism"], service_at_locations=[a_place()]
    )
    again = read_service(to_version_1(record), 1, "x").record

    assert again["minimum_age"] == 5
    assert again["service_at_locations"] == record["service_at_locations"]
    assert again["attributes"][0]["taxonomy_term"]["name"] == "Autism"
