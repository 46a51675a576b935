"""Feeds write many things their own way; what can mean one thing only is put right."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.localoffer import a_place, a_record
from waymark.localoffer.record import words
from waymark.localoffer.record.identity import is_id
from waymark.localoffer.record.reading import LONGEST, read_service


def read(record, source="feed"):
    return read_service(record, 4, source)


def faults(record):
    return [str(fault) for fault in read(record).faults]


# ---- what is put right --------------------------------------------------------------


def test_whole_numbers_and_slugs_become_ids_that_stay_the_same():
    first, again = read(a_record(id=1234)), read(a_record(id=1234))

    assert is_id(first.record["id"])
    assert first.record["id"] == again.record["id"]
    assert first.id_at_source == "1234"


def test_the_same_number_in_two_feeds_is_two_services():
    assert read(a_record(id=7), "one").record["id"] != read(a_record(id=7), "two")


def test_an_id_that_refers_to_another_object_still_does():
    place = a_place()
    place["location"]["id"] = place["location_id"] = "hall-3"
    found = read(a_record(service_at_locations=[place])).record
    at = found["service_at_locations"][0]

    assert at["location_id"] == at["location"]["id"]
    assert is_id(at["location_id"])


def test_what_has_no_id_of_its_own_is_given_one():
    record = a_record(contacts=[{"name": "Ada Invented", "phones": [{"number": "1"}]}])
    [contact] = read(record).record["contacts"]

    assert is_id(contact["id"])
    assert is_id(contact["phones"][0]["id"])
    assert read(record).record["contacts"] == [contact]


def test_nothings_are_left_out():
    found = read(a_record(email=None, url="", fees=None)).record

    assert not {"email", "url", "fees"} & found.keys()


def test_an_address_without_https_gets_it():
    found = read(a_record(url="www.kites.example.org/club")).record

    assert found["url"] == "https://www.kites.example.org/club"


def test_numbers_as_words_are_numbers():
    found = read(a_record(minimum_age="5", maximum_age="11.5")).record

    assert (found["minimum_age"], found["maximum_age"]) == (5, 11.5)


def test_an_alert_that_is_an_object_is_its_words():
    found = read(a_record(alert={"id": None, "text": "Closed on Friday"})).record

    assert found["alert"] == "Closed on Friday"


def test_a_moment_where_a_day_belongs_is_its_day():
    found = read(a_record(assured_date="2025-12-01T09:30:00Z")).record

    assert found["assured_date"] == "2025-12-01"


def test_fields_that_the_standard_does_not_know_are_kept():
    assert read(a_record(x_colour="blue")).record["x_colour"] == "blue"


# ---- what is a fault ----------------------------------------------------------------


def test_a_fault_says_its_row_its_place_and_what_to_do():
    assert faults(a_record(status="open")) == [
        'row 4, status: is "open"; use "active", "inactive", "defunct" or '
        '"temporarily closed"'
    ]


def test_a_fault_deep_inside_says_its_path():
    place = a_place()
    place["location"]["addresses"][0].pop("city")
    found = faults(a_record(service_at_locations=[a_place(), place]))

    assert found == [
        "row 4, service_at_locations[1].location.addresses[0].city: "
        "is missing; give it one"
    ]


def test_every_fault_is_found_at_once():
    found = faults(a_record(status="?", email="me", minimum_age="six", name=7))

    assert len(found) == 4


@pytest.mark.parametrize("day", ["01/02/2025", "2025-02-30", "soon"])
def test_a_day_that_is_none_is_a_fault(day):
    assert faults(a_record(assured_date=day))[0].startswith("row 4, assured_date: is")


def test_ages_that_nobody_has_are_faults():
    assert "ages run from 0 to 130" in faults(a_record(minimum_age=-1))[0]
    assert "more than maximum_age" in faults(a_record(minimum_age=11, maximum_age=5))[0]


@pytest.mark.parametrize("record", [None, 7, "club", [], True])
def test_what_is_no_object_is_a_fault(record):
    assert faults(record) == ["row 4, the record: should be an object"]


def test_a_record_without_an_id_is_a_fault():
    record = a_record()
    del record["id"]

    assert any("id: is missing" in fault for fault in faults(record))


# ---- what means harm ----------------------------------------------------------------

HOSTILE = {
    "a script": "<script>alert(1)</script>Kites",
    "a picture that acts": "<img src=x onerror=alert(1)>Kites",
    "an address that acts": '<a href="javascript:alert(1)">Kites</a>',
    "a script in disguise": "&lt;script&gt;alert(1)&lt;/script&gt;Kites",
    "a disguise in a disguise": "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;Kites",
    "a frame": '<iframe src="https://example.org"></iframe>Kites',
    "a style": "<p style='position:fixed'>Kites</p>",
    "a half-open tag": "Kites <script",
    "a drawing": "<svg/onload=alert(1)>Kites",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_html_is_harmless(text):
    found = read(a_record(name=text, description=text, x_more={"deep": [text]})).record
    said = json.dumps(found).lower()

    assert "kites" in said
    for act in ("<script", "onerror", "onload", "javascript:", "<iframe", "style="):
        assert act not in said


@pytest.mark.parametrize(
    "act", ["javascript:alert(1)", " JaVaScRiPt:x", "data:text/html,x"]
)
def test_an_address_that_would_run_something_is_a_fault(act):
    assert any("would run something" in fault for fault in faults(a_record(url=act)))


@given(st.text(max_size=300))
def test_words_of_any_kind_become_harmless_html(text):
    shown = words.as_html(words.rich(text)).lower()

    assert "<script" not in shown
    assert "<img" not in shown


@given(st.text(alphabet="ab <>&;/ltgpscript!\n\x00\u202e", max_size=60))
def test_cleaning_twice_changes_nothing(text):
    for clean in (words.plain, words.rich):
        assert clean(clean(text)) == clean(text)


@given(
    st.text(alphabet=st.characters(exclude_characters="<&", exclude_categories=("C",)))
)
def test_harmless_words_come_back_as_they_were(text):
    assert words.plain(text) == text
    assert words.rich(text) == text


def test_letters_that_nobody_sees_are_left_out():
    found = read(a_record(name="Kite\x00 Cl\u202eub\ufeff")).record

    assert found["name"] == "Kite Club"


def test_a_huge_record_is_a_fault_and_no_burden():
    [fault] = faults(a_record(description="x" * (LONGEST + 1)))

    assert "kB long" in fault


def test_a_record_that_goes_too_deep_is_a_fault():
    deep = "here"
    for _ in range(60):
        deep = {"more": deep}

    assert any("levels deep" in fault for fault in faults(a_record(x_deep=deep)))


def test_a_record_that_holds_itself_is_a_fault():
    ring = a_record()
    ring["x_ring"] = ring

    assert "cannot" in faults(ring)[0]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "contacts", "phones", "location", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    ["id", "name", "status", "contacts", "service_at_locations", "attributes",
     "organization", "minimum_age", "url", "alert", "eligibilitys", "languages"]
)  # fmt: skip


@given(st.dictionaries(FIELDS, ANYTHING, max_size=5))
def test_whatever_is_sent_is_read_or_is_a_fault_and_never_falls(changed):
    found = read({**a_record(), **changed})

    assert found.faults or is_id(found.record["id"])
