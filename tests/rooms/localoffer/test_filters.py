"""Whoever reads everything and filters for himself finds what our filters find."""

from datetime import UTC, datetime, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.localoffer import a_place, a_record, an_id, published
from waymark.localoffer import queries, services
from waymark.localoffer.distance import Position, metres_between
from waymark.localoffer.models import Service
from waymark.localoffer.queries import Filters
from waymark.localoffer.record.facts import terms
from waymark.localoffer.taxonomies import KIND, NEED

pytestmark = pytest.mark.django_db

WORDS = ("kite", "drum", "swim", "signing")
TERMS = ("need/autism", "need/speech", "need/communication", "kind/activity")
MOMENTS = tuple(f"2025-0{month}-01T00:00:00Z" for month in range(1, 5))
MIDDLE = Position(52.6, 1.7)

clubs = st.fixed_dictionaries(
    {
        "description": st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join),
        "terms": st.lists(st.sampled_from(TERMS), unique=True, max_size=3),
        "last_modified": st.sampled_from(MOMENTS),
        "organization": st.sampled_from(["a", "b"]).map(
            lambda name: {
                "id": an_id("body", name),
                "name": name,
                "description": name,
            }
        ),
        "ages": st.none()
        | st.tuples(st.integers(0, 25), st.integers(0, 25)).map(sorted),
        "day": st.sampled_from(["", "MO", "SA,SU"]),
        "where": st.none() | st.tuples(st.floats(52.55, 52.65), st.floats(1.65, 1.75)),
    }
)
questions = st.builds(
    Filters,
    search=st.lists(st.sampled_from([*WORDS, "KITE", "sw"]), max_size=2).map(" ".join),
    term_id=st.none()
    | st.sampled_from(["autism", "communication"]).map(NEED.id_of)
    | st.just(KIND.id_of("activity")),
    taxonomy_id=st.none() | st.sampled_from([NEED.id, KIND.id]),
    organisation_id=st.none()
    | st.sampled_from("ab").map(lambda n: UUID(an_id("body", n))),
    modified_after=st.none()
    | st.sampled_from([datetime(2025, month, 1, tzinfo=UTC) for month in (1, 2, 4, 5)]),
    minimum_age=st.none() | st.integers(0, 25),
    maximum_age=st.none() | st.integers(0, 25),
    day=st.sampled_from(["", "MO", "SA"]),
    start_time=st.none() | st.just(time(9)),
    end_time=st.none() | st.just(time(12)),
)


def a_club(number, drawn):
    ages = drawn["ages"]
    more = {"minimum_age": ages[0], "maximum_age": ages[1]} if ages else {}
    if drawn["day"]:
        more["schedules"] = [
            {"id": an_id("s", number), "byday": drawn["day"], "opens_at": "09:30",
             "closes_at": "12:30" if number % 2 else "11:30"}
        ]  # fmt: skip
    if drawn["where"]:
        latitude, longitude = drawn["where"]
        more["service_at_locations"] = [a_place(latitude=latitude, longitude=longitude)]
    same = ("description", "terms", "last_modified", "organization")
    return a_record(f"Club {number}", **{name: drawn[name] for name in same}, **more)


def said(record):
    parts = [record["name"], record["organization"]["name"], record["description"]]
    return " ".join([*parts, *(term["name"] for term in terms(record))]).lower()


def meets(record, asked):
    """The same question, answered by reading one record."""
    return all(
        (
            all(word in said(record) for word in asked.search.lower().split()),
            asked.term_id is None or bears_or_below(record, asked.term_id),
            asked.taxonomy_id is None
            or any(t["taxonomy_id"] == str(asked.taxonomy_id) for t in terms(record)),
            asked.organisation_id is None
            or record["organization"]["id"] == str(asked.organisation_id),
            asked.modified_after is None
            or datetime.fromisoformat(record["last_modified"]) >= asked.modified_after,
            asked.minimum_age is None
            or record.get("maximum_age", 99) >= asked.minimum_age,
            asked.maximum_age is None
            or record.get("minimum_age", 0) <= asked.maximum_age,
            open_then(record, asked),
        )
    )


def bears_or_below(record, term_id):
    return any(
        str(term_id) in (term["id"], term.get("parent_id")) for term in terms(record)
    )


def open_then(record, asked):
    if not (asked.day or asked.start_time or asked.end_time):
        return True
    return any(
        (not asked.day or asked.day in each["byday"].split(","))
        and (not asked.start_time or each["opens_at"] >= "09:00")
        and (not asked.end_time or each["closes_at"] <= "12:00")
        for each in record.get("schedules", [])
    )


@given(
    st.lists(clubs, min_size=1, max_size=8), st.lists(questions, min_size=4, max_size=4)
)
def test_filters_find_what_reading_everything_finds(drawn, asked):
    services.load_lists()
    Service.objects.all().delete()
    records = [a_club(number, club) for number, club in enumerate(drawn)]
    published(*records)
    for question in asked:
        expected = sorted(
            (each for each in records if meets(each, question)),
            key=lambda each: (each["last_modified"], UUID(each["id"])),
        )
        found = list(queries.services(question).values_list("id", flat=True))

        assert [str(key) for key in found] == [each["id"] for each in expected]


@given(st.lists(clubs, min_size=1, max_size=8), st.floats(1, 12_000))
def test_places_within_a_distance_are_those_that_are(drawn, metres):
    Service.objects.all().delete()
    records = [a_club(number, club) for number, club in enumerate(drawn)]
    published(*records)
    expected = {
        place["id"]
        for record in records
        for place in record.get("service_at_locations", [])
        if metres_between(
            MIDDLE,
            Position(place["location"]["latitude"], place["location"]["longitude"]),
        )
        <= metres
    }
    found = queries.places(Filters(), MIDDLE, metres)

    assert {str(place.at_id) for place in found} == expected


def test_a_page_of_the_list_costs_the_same_however_long_it_is(
    django_assert_num_queries,
):
    published(*(a_record(f"Club {number}") for number in range(60)))
    for size in (5, 50):
        with django_assert_num_queries(1):
            page = list(queries.services(Filters())[:size])
            assert [queries.whole(each)["organization"]["name"] for each in page]
