"""A record is read as answers, and only what is answered otherwise changes in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.localoffer import a_place, a_record, an_id
from tests.rooms.localoffer import saved
from waymark.localoffer.providing.answers import answers_in, questions, with_answers
from waymark.localoffer.questions import ProviderKind
from waymark.localoffer.record.faults import faults_of

RECORDS = [*saved.southend(), *saved.bc211()]


@pytest.mark.parametrize("record", RECORDS, ids=[r["name"][:30] for r in RECORDS])
def test_answering_as_before_changes_nothing_in_any_real_record(record):
    assert with_answers(record, answers_in(record)) == record
    assert with_answers(record, {}) == record


def test_what_a_browser_adds_is_no_change():
    record = a_record(description="One line\n\nand another ")

    assert (
        with_answers(record, {"description": "One line\r\n\r\nand another"}) == record
    )


def test_tags_in_words_stay_until_the_words_are_changed():
    record = a_record(description="<p>Kites</p>")

    assert answers_in(record)["description"] == "Kites"
    assert with_answers(record, {"description": "Kites"}) == record
    changed = with_answers(record, {"description": "Kites and string"})
    assert changed["description"] == "Kites and string"


def test_an_empty_answer_takes_the_field_out_but_never_the_name():
    record = a_record(fees="Free", minimum_age=5)
    changed = with_answers(record, {"fees": "", "minimum_age": None, "name": ""})

    assert "fees" not in changed
    assert "minimum_age" not in changed
    assert changed["name"] == ""


def test_the_given_record_is_left_alone():
    record = a_record(phones=[{"id": an_id("p"), "number": "111"}])
    with_answers(record, {"phone-0": "119"})

    assert record["phones"][0]["number"] == "111"


# ---- telephones -----------------------------------------------------------------------

PHONES = {
    "phones": [{"id": an_id("1"), "number": "0116 496 0001"}],
    "contacts": [
        {
            "id": an_id("c"),
            "title": "Front desk",
            "phones": [{"id": an_id("2"), "number": "0116 496 0002"}],
        },
        {
            "id": an_id("d"),
            "name": "Ada Invented",
            "public": False,
            "phones": [{"id": an_id("3"), "number": "0116 496 0003"}],
        },
    ],
}


def test_every_published_number_is_asked_for_where_it_stands():
    answers = answers_in(a_record(**PHONES))

    assert answers["phone-0"] == "0116 496 0001"
    assert answers["phone-1"] == "0116 496 0002"
    assert "phone-2" not in answers


def test_a_number_changes_where_it_stands_and_keeps_its_id():
    changed = with_answers(a_record(**PHONES), {"phone-1": "0116 496 0009"})

    [phone] = changed["contacts"][0]["phones"]
    assert phone == {"id": an_id("2"), "number": "0116 496 0009"}
    assert changed["phones"] == PHONES["phones"]


def test_a_number_goes_and_another_comes():
    changed = with_answers(a_record(**PHONES), {"phone-0": "", "phone-new": "111"})

    [phone] = changed["phones"]
    assert phone["number"] == "111"
    assert not faults_of(changed, 1)


# ---- times ----------------------------------------------------------------------------


def a_schedule(**more):
    return {"id": an_id("s", str(more)), "service_id": an_id("service"), **more}


def weekly(days="MO,WE", opens="09:00", closes="12:00"):
    return a_schedule(freq="WEEKLY", byday=days, opens_at=opens, closes_at=closes)


def test_a_week_is_read_day_by_day():
    answers = answers_in(a_record(schedules=[weekly()]))

    assert (answers["MO-opens"], answers["WE-closes"]) == ("09:00", "12:00")
    assert answers["TU-opens"] == ""


def test_days_with_the_same_hours_become_one_schedule():
    record = a_record(schedules=[weekly()])
    changed = with_answers(record, {"TU-opens": "09:00", "TU-closes": "12:00"})

    [schedule] = changed["schedules"]
    assert schedule["byday"] == "MO,TU,WE"
    assert schedule["id"] == weekly()["id"]
    assert not faults_of(changed, 1)


def test_a_day_that_is_emptied_is_closed():
    record = a_record(schedules=[weekly("MO")])
    changed = with_answers(record, {"MO-opens": "", "MO-closes": ""})

    assert "schedules" not in changed


def test_times_that_are_no_plain_week_stay_as_they_are():
    monthly = a_schedule(freq="MONTHLY", byday="1MO", opens_at="10:00")
    record = a_record(schedules=[monthly])
    changed = with_answers(record, {"TU-opens": "09:00", "TU-closes": "12:00"})

    assert monthly in changed["schedules"]
    assert len(changed["schedules"]) == 2


def test_a_day_that_opens_twice_is_not_asked_for():
    record = a_record(schedules=[weekly("MO"), weekly("MO", "14:00", "16:00")])

    assert answers_in(record)["MO-opens"] == ""


def test_words_about_time_are_a_schedule_of_their_own():
    changed = with_answers(a_record(), {"times-words": "In term time"})

    assert answers_in(changed)["times-words"] == "In term time"
    assert "schedules" not in with_answers(changed, {"times-words": ""})


# ---- cost, terms, places, questions ---------------------------------------------------


def test_a_price_of_nothing_is_free():
    changed = with_answers(a_record(), {"price": 0.0})

    assert changed["cost_options"][0]["amount"] == 0
    assert "cost_options" not in with_answers(changed, {"price": None})


def test_several_prices_are_not_asked_for_and_stay():
    prices = [{"id": an_id("a"), "amount": 1}, {"id": an_id("b"), "amount": 2}]
    record = a_record(cost_options=prices)

    assert answers_in(record)["price"] == ""
    assert with_answers(record, {"price": 9.0}) == record


def test_terms_are_borne_or_not_and_those_of_others_stay():
    theirs = {
        "id": an_id("t"),
        "taxonomy_term": {"id": an_id("term"), "name": "Theirs", "description": "x"},
    }
    record = a_record(terms=["need/autism", "kind/activity"])
    record["attributes"].append(theirs)
    changed = with_answers(record, {"need": ["hearing"], "diagnosis": "not-needed"})

    assert answers_in(changed)["need"] == ["hearing"]
    assert answers_in(changed)["diagnosis"] == "not-needed"
    assert theirs in changed["attributes"]
    assert len(changed["attributes"]) == 4


def test_no_term_left_leaves_no_list_behind():
    record = a_record(terms=["need/autism"])

    assert "attributes" not in with_answers(record, {"need": []})


def test_a_new_postcode_forgets_the_old_position():
    record = a_record(service_at_locations=[a_place(latitude=52.6, longitude=1.7)])
    changed = with_answers(record, {"place-0-postal_code": "MM2 2BB"})
    location = changed["service_at_locations"][0]["location"]

    assert location["addresses"][0]["postal_code"] == "MM2 2BB"
    assert "latitude" not in location
    assert answers_in(changed)["place-0-name"] == "Dune Hall"


def test_another_name_of_a_place_keeps_its_position():
    record = a_record(service_at_locations=[a_place(latitude=52.6, longitude=1.7)])
    changed = with_answers(record, {"place-0-name": "Old Hall"})

    assert changed["service_at_locations"][0]["location"]["latitude"] == 52.6


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("kind/school", ProviderKind.EDUCATION),
        ("kind/activity", ProviderKind.ACTIVITY),
        ("kind/health", ProviderKind.SERVICE),
    ],
)
def test_a_provider_is_asked_what_suits_their_kind(term, kind):
    assert questions.kind_of(a_record(terms=[term])) == kind


def test_answers_to_families_questions_come_and_go():
    changed = with_answers(a_record(), {"question-building": "A ramp"})

    assert changed["local_offer"] == {"building": "A ramp"}
    assert "local_offer" not in with_answers(changed, {"question-building": ""})


def test_an_answer_from_before_is_asked_for_though_it_no_longer_suits():
    record = a_record(local_offer={"teaching": "In small groups"})

    assert answers_in(record)["question-teaching"] == "In small groups"


def test_what_a_feed_sends_in_place_of_answers_harms_nothing():
    record = a_record(local_offer=["odd"])

    assert with_answers(record, answers_in(record)) == record


# ---- any answers ----------------------------------------------------------------------

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30
).map(lambda text: text.replace("<", "").replace("&", "").strip())
HOURS = st.tuples(st.integers(0, 11), st.integers(12, 23)).map(
    lambda pair: (f"{pair[0]:02}:00", f"{pair[1]:02}:30")
)


@given(WORDS, WORDS, st.dictionaries(st.sampled_from(["MO", "TU", "SU"]), HOURS))
def test_what_is_answered_is_what_is_read_back(fees, start, week):
    given_answers = {"fees": fees, "application_process": start}
    for day, (opens, closes) in week.items():
        given_answers |= {f"{day}-opens": opens, f"{day}-closes": closes}
    changed = with_answers(a_record(schedules=[weekly()]), given_answers)

    assert answers_in(changed).items() >= given_answers.items()
    assert not faults_of(changed, 1)
    assert with_answers(changed, given_answers) == changed
