"""What the standard's own records are is what they stay."""

from collections import Counter

import pytest

from tests.factories.localoffer import a_source
from tests.rooms.localoffer import saved
from waymark.localoffer import queries, services
from waymark.localoffer.record.faults import faults_of
from waymark.localoffer.record.reading import read_service

EXAMPLES = [
    ("spec-3.0", "examples", "service_full.json"),
    ("validator-mocks", "default", "service_full.json"),
    ("validator-mocks", "warn", "service_full.json"),
]
every_example = pytest.mark.parametrize("parts", EXAMPLES, ids="/".join)


def records_of_lists():
    for kind in ("examples",):
        yield from saved.read("spec-3.0", kind, "service_list.json")["contents"]
    for kind in ("default", "warn"):
        yield from saved.read("validator-mocks", kind, "service_list.json")["contents"]


@every_example
def test_an_example_is_read_as_it_stands(parts):
    record = saved.read(*parts)
    read = read_service(record, 1, "test")

    assert read.record == record
    assert read.faults == []


def test_records_of_the_saved_lists_are_read_as_they_stand():
    for record in records_of_lists():
        assert read_service(record, 1, "test").record == record


def test_the_records_of_public_pages_are_read_as_they_stand():
    for record in saved.southend():
        read = read_service(record, 1, "test")
        assert (read.record, read.faults) == (record, [])


@pytest.mark.django_db
@every_example
def test_an_example_comes_back_from_the_store_as_it_went_in(parts):
    record = saved.read(*parts)
    services.import_rows([record], a_source())
    [service] = queries.published_services()
    given = queries.whole(service)

    # The standard asks for the id of the organisation beside it; nothing else is new.
    assert given.pop("organization_id") == record["organization"]["id"]
    assert given == record


@pytest.mark.django_db
def test_the_records_of_public_pages_come_back_as_they_went_in():
    services.import_rows(saved.southend(), a_source())
    given = {str(each.pk): queries.whole(each) for each in queries.published_services()}
    for record in given.values():
        record.pop("last_modified")  # ours: these records do not say

    assert given == {record["id"]: record for record in saved.southend()}


@pytest.mark.django_db
def test_nothing_empty_is_ever_sent():
    services.import_rows([*saved.southend(), *saved.bc211()], a_source())

    assert not [
        path
        for service in queries.published_services()
        for path in empty_in(queries.whole(service))
        if path not in ASKED_FOR_AT_ALL_COSTS
    ]


#: Words without which the standard refuses an address: a feed that has none sends "".
ASKED_FOR_AT_ALL_COSTS = {"address_1", "postal_code"}


def empty_in(value, name=""):
    if value is None or value == "":
        yield name
    inner = value.items() if isinstance(value, dict) else ()
    for key, each in inner:
        yield from empty_in(each, key)
    for each in value if isinstance(value, list) else ():
        yield from empty_in(each, name)


# ---- the official judgement ---------------------------------------------------------


def judged(kind: str) -> Counter:
    """Faults of each fixture of a set, counted by fixture."""
    folder = saved.HERE / "validator-mocks" / kind
    return Counter(
        {
            file.stem: len(saved.faults(saved.SCHEMA_OF[file.stem], read))
            for file in sorted(folder.glob("*.json"))
            if (read := saved.read("validator-mocks", kind, file.name))
        }
    )


def test_the_passing_fixtures_pass():
    assert sum(judged("default").values()) == 0


def test_the_warning_fixtures_warn_of_a_term_alone():
    assert +judged("warn") == Counter({"taxonomy_term": 2})


def test_the_failing_fixtures_fail_where_they_should():
    found = +judged("fail")

    assert found["api_details"] == 2
    assert found["service_full"] == 2
    assert found["service_list"] == 11
    assert found["taxonomy_term"] == 2


def test_every_published_example_passes():
    folder = saved.HERE / "spec-3.0" / "examples"
    for file in sorted(folder.glob("*.json")):
        read = saved.read("spec-3.0", "examples", file.name)
        assert saved.faults(saved.SCHEMA_OF[file.stem], read) == [], file.name


def places_of(found):
    return {str(each).split(":")[0] for each in found}


def test_our_own_schema_finds_the_same_in_the_failing_service():
    record = saved.read("validator-mocks", "fail", "service_full.json")
    ours = {fault.field for fault in faults_of(record, 1)}

    assert ours == {"url", "email"}
    assert places_of(saved.faults("service.json", record)) == {"['url']", "['email']"}


SPOILT = {
    "an id that is none": {"id": "17"},
    "a status of its own": {"status": "open"},
    "an address without its beginning": {"url": "example.org/club"},
    "mail that is none": {"email": "club"},
    "an age in words": {"minimum_age": "five"},
    "contacts that are no list": {"contacts": "ring us"},
    "a moment that is none": {"last_modified": "yesterday"},
    "a place without a kind": {
        "service_at_locations": [
            {
                "id": "e94c9f38-1e8f-4564-91d4-d53501ab1765",
                "location": {"id": "3a19ff88-4620-4d17-9830-ac1d859eb5d5"},
            }
        ]
    },
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_our_own_schema_refuses_what_the_published_one_refuses(spoilt):
    record = {**saved.read("spec-3.0", "examples", "service_full.json"), **spoilt}

    assert saved.faults("service.json", record)
    assert faults_of(record, 1)
