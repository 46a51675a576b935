"""What whoever asks for a caseload gets."""

from datetime import date

import ibis
import pyarrow as pa
import pytest

from tests.rooms.columns.caseloads import Episode, by_the_columns, events_table
from waymark import columns
from waymark.columns import compiled
from waymark.law import Event, Kind, rules_of

TUESDAY = date(2026, 1, 13)
ASSESSMENT = "ehc-needs-assessment"


def days(*days: date | None) -> pa.Array:
    return pa.array(days, pa.date32())


def one_case(**columns: object) -> pa.Table:
    return pa.table({name: [value] for name, value in columns.items()})


def asked(request: date, rules: tuple[str, ...] = ("A03",)) -> dict:
    wide = one_case(case=1, request_received=request)
    return columns.readings(ASSESSMENT, wide, TUESDAY, rules=rules).to_pylist()[0]


def test_a_request_received_on_5_january_must_be_decided_by_16_february():
    row = asked(date(2026, 1, 5))

    assert row["A03_state"] == "running"
    assert row["A03_due"] == date(2026, 2, 16)
    assert row["A03_started"] == date(2026, 1, 5)
    assert row["A03_met_on"] is None


def test_a_time_limit_is_late_from_the_day_after_its_due_day():
    assert asked(date(2025, 12, 2))["A03_state"] == "running"
    assert asked(date(2025, 12, 1))["A03_state"] == "overdue"


def test_a_request_of_tomorrow_has_not_happened():
    row = asked(date(2026, 1, 14))

    assert row["A03_state"] == "not-started"
    assert row["A03_started"] is None


def test_a_column_that_is_missing_never_happened():
    wide = one_case(case=1, final_plan_sent=date(2026, 1, 5))

    row = columns.readings(ASSESSMENT, wide, TUESDAY).to_pylist()[0]

    assert row["A03_state"] == "not-started"
    assert row["A16_state"] == "overdue"


def test_columns_that_are_neither_kinds_nor_facts_are_kept_beside_the_answers():
    wide = one_case(case=1, place="Leigh", request_received=date(2026, 1, 5))

    answer = columns.readings(ASSESSMENT, wide, TUESDAY, rules=["A03"])

    parts = ["A03_state", "A03_started", "A03_due", "A03_met_on"]
    assert answer.column_names == ["case", "place", *parts]


def test_only_the_rules_and_answers_asked_for_are_given():
    wide = one_case(case=1, request_received=date(2026, 1, 5))

    answer = columns.readings(
        ASSESSMENT, wide, TUESDAY, rules=["A14", "A03"], answers=["state", "due"]
    )

    assert answer.column_names[1:] == ["A14_state", "A14_due", "A03_state", "A03_due"]


def test_a_caseload_of_nobody_is_an_empty_table_with_every_column():
    wide = pa.table({"case": pa.array([], pa.int64()), "request_received": days()})

    answer = columns.readings(ASSESSMENT, wide, TUESDAY)

    assert answer.num_rows == 0
    assert answer.schema.field("A03_due").type == pa.date32()


def test_a_day_far_off_is_read_without_the_kept_query():
    wide = one_case(case=1, request_received=date(2199, 12, 1))

    row = columns.readings(ASSESSMENT, wide, date(2200, 12, 31)).to_pylist()[0]

    assert row["A03_due"] == date(2200, 1, 12)
    assert row["A14_due"] == date(2200, 4, 20)


def test_a_query_is_compiled_once_and_asked_about_any_day():
    wide = one_case(case=1, request_received=date(2026, 1, 5))
    columns.readings(ASSESSMENT, wide, TUESDAY, rules=["A03"])
    before = compiled._query.cache_info().misses

    later = columns.readings(ASSESSMENT, wide, date(2026, 2, 17), rules=["A03"])

    assert compiled._query.cache_info().misses == before
    assert later.to_pylist()[0]["A03_state"] == "overdue"


def test_a_rule_of_another_process_is_refused():
    with pytest.raises(KeyError):
        columns.readings(ASSESSMENT, one_case(case=1), TUESDAY, rules=["R01"])


def test_an_event_of_no_known_kind_is_refused_by_name():
    events = one_case(case=1, kind="letter-lost", on=date(2026, 1, 5))

    with pytest.raises(columns.NoSuchKind, match="letter-lost"):
        columns.read(ASSESSMENT, events, TUESDAY)


def test_a_draft_sent_twice_opens_a_new_window_to_comment():
    twice = (
        Event(Kind.DRAFT_PLAN_SERVED, date(2025, 12, 1)),
        Event(Kind.DRAFT_PLAN_SERVED, date(2026, 1, 5)),
    )

    answer = columns.read(ASSESSMENT, events_table([Episode(twice)]), TUESDAY)

    assert by_the_columns(answer)[0]["A10_due"] == date(2026, 1, 19)


def test_a_corrected_day_takes_the_place_of_the_day_first_recorded():
    events = (
        Event(Kind.REQUEST_RECEIVED, date(2025, 12, 1), id="first"),
        Event(Kind.REQUEST_RECEIVED, date(2026, 1, 5), id="second", replaces="first"),
    )

    answer = columns.read(ASSESSMENT, events_table([Episode(events)]), TUESDAY)

    assert by_the_columns(answer)[0]["A03_due"] == date(2026, 2, 16)


def test_a_case_known_only_by_its_facts_is_read_too():
    facts = one_case(case=7, third_birthday=date(2026, 1, 10), place="Leigh")
    events = events_table([])

    answer = columns.read("early-years-notification", events, TUESDAY, facts)

    row = answer.to_pylist()[0]
    assert (row["case"], row["place"]) == (7, "Leigh")
    assert (row["E02_state"], row["E02_due"]) == ("overdue", date(2026, 1, 9))


def test_events_may_be_handed_over_as_an_expression():
    events = events_table([Episode((Event(Kind.REQUEST_RECEIVED, date(2026, 1, 5)),))])

    answer = columns.read(ASSESSMENT, ibis.memtable(events), TUESDAY, rules=["A03"])

    assert answer.to_pylist()[0]["A03_due"] == date(2026, 2, 16)


@pytest.mark.parametrize("engine", ["duckdb", "pyspark"])
def test_the_same_expression_can_be_written_for_a_single_machine_or_a_cluster(engine):
    process = "early-years-notification"
    types = columns.columns_of(rules_of(process))
    wide = ibis.table({"case": "int64", **types}, name="wide")

    sql = ibis.to_sql(columns.readings(process, wide, TUESDAY), dialect=engine)

    assert "E02_due" in str(sql)
