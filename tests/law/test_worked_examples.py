"""The worked examples of our notes on the law, read by the rules themselves."""

from datetime import date

import pytest

from tests.factories.law import on
from waymark.law import RULES, Kind, State, read, readings, still_open

LONG_AFTER = date(2030, 1, 1)


def due(rule, *events, **facts):
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    day = read(RULES[rule], events, LONG_AFTER, named).due
    return day.isoformat() if day else None


def requested(day):
    return on(Kind.REQUEST_RECEIVED, day)


# Asking and assessing


def test_16_weeks_from_21_may_2025_end_on_10_september():
    assert due("A07", requested("2025-05-21")) == "2025-09-10"


def test_20_weeks_from_21_may_2025_end_on_8_october():
    assert due("A14", requested("2025-05-21")) == "2025-10-08"


def test_a_request_on_30_december_2022_must_be_answered_by_10_february():
    answered = on(Kind.DECIDED_NOT_TO_ASSESS, "2023-02-08")
    reading = read(RULES["A03"], [requested("2022-12-30"), answered], LONG_AFTER)

    assert reading.due == date(2023, 2, 10)
    assert reading.state is State.MET


def test_a_request_on_5_january_2026_must_be_answered_by_16_february():
    assert due("A03", requested("2026-01-05")) == "2026-02-16"


def test_a_request_on_23_november_2026_must_be_answered_by_4_january():
    assert due("A03", requested("2026-11-23")) == "2027-01-04"


def test_a_request_on_17_january_2028_must_be_answered_by_28_february():
    assert due("A03", requested("2028-01-17")) == "2028-02-28"


def test_a_request_on_a_saturday_must_be_answered_by_a_saturday():
    assert due("A03", requested("2026-02-28")) == "2026-04-11"


def test_20_weeks_from_the_leap_day_of_2028_end_on_18_july():
    assert due("A14", requested("2028-02-29")) == "2028-07-18"


@pytest.mark.parametrize(
    ("asked", "can_support"),
    [
        ("2026-07-14", False),
        ("2026-07-15", True),
        ("2026-08-26", True),
        ("2026-08-27", False),
    ],
)
def test_advice_asked_for_from_15_july_to_26_august_2026_can_lift_the_limit(
    asked, can_support
):
    closed = {
        "closed_on": "2026-07-22",
        "reopens_on": "2026-09-02",
        "kind": "school",
    }
    events = [requested("2026-06-01"), on(Kind.ADVICE_ASKED, asked)]

    reading = read(RULES["A14"], events, LONG_AFTER, {"closures": [closed]})
    by_code = {each.code: each for each in reading.exemptions}
    assert [each.met for each in by_code["EX-A"].conditions] == [
        True,
        can_support,
        None,
    ]
    assert reading.due == date(2026, 10, 19)


def test_health_advice_asked_for_on_16_february_2026_is_due_on_30_march():
    asked = on(Kind.HEALTH_ADVICE_REQUEST_RECEIVED, "2026-02-16")

    assert due("A05", asked) == "2026-03-30"


@pytest.mark.parametrize(
    ("served", "open_until"),
    [
        ("2026-04-13", "2026-04-27"),
        ("2028-02-17", "2028-03-02"),
        ("2026-12-18", "2027-01-01"),
        ("2027-02-17", "2027-03-03"),
    ],
)
def test_15_days_on_a_draft_begin_with_the_day_it_is_served(served, open_until):
    assert due("A10", on(Kind.DRAFT_PLAN_SERVED, served)) == open_until


def test_a_school_consulted_on_1_may_2026_should_answer_by_16_may():
    assert due("A13", on(Kind.SETTINGS_CONSULTED, "2026-05-01")) == "2026-05-16"


def test_three_endings_are_open_after_a_request_each_with_its_last_lawful_day():
    read_all = readings(
        "ehc-needs-assessment", [requested("2026-01-05")], date(2026, 1, 6)
    )

    days = {each.rule.id: each.due.isoformat() for each in still_open(read_all)}
    assert days["A03"] == "2026-02-16"
    assert days["A07"] == "2026-04-27"
    assert days["A14"] == "2026-05-25"


def test_a_refusal_that_is_given_up_keeps_the_first_20_weeks():
    events = [
        requested("2026-01-05"),
        on(Kind.DECIDED_NOT_TO_ASSESS, "2026-02-10"),
        on(Kind.REFUSAL_CONCEDED, "2026-05-01"),
    ]

    refused = read(RULES["A14"], events, date(2026, 3, 2))
    given_up = read(RULES["A14"], events, date(2026, 6, 1))
    assert refused.state is State.NO_LIMIT
    assert (given_up.state, given_up.due) == (State.OVERDUE, date(2026, 5, 25))


# Reviewing and amending


@pytest.mark.parametrize(
    ("made", "by"),
    [
        ("2019-01-01", "2019-12-31"),
        ("2027-03-01", "2028-02-29"),
        ("2026-03-02", "2027-03-01"),
        ("2028-02-29", "2029-02-28"),
    ],
)
def test_the_first_review_is_done_by_the_day_before_the_anniversary(made, by):
    assert due("R01", on(Kind.PLAN_FIRST_MADE, made)) == by


def test_the_next_review_counts_from_the_last_ones_decision():
    last = on(Kind.PREVIOUS_REVIEW_CONCLUDED, "2026-11-20")

    assert due("R02", last) == "2027-11-19"


def test_a_notice_sent_early_brings_the_final_plan_forward():
    held = on(Kind.REVIEW_MEETING_HELD, "2026-11-26")
    notice = on(Kind.AMENDMENT_NOTICE_SENT, "2026-12-10")

    assert due("R10", held, notice) == "2026-12-24"
    assert due("R11", held, notice) == "2027-02-04"
    assert due("R12", held, notice) == "2027-02-18"


def test_two_weeks_notice_of_a_meeting_are_safer_with_a_day_more():
    arranged = on(Kind.REVIEW_MEETING_ARRANGED, "2026-10-01", "2026-11-20")

    reading = read(RULES["R05"], [arranged], date(2026, 10, 2))
    assert (reading.due, reading.safe_on) == (date(2026, 11, 6), date(2026, 11, 5))


# Moving to a new phase


def test_a_move_to_college_in_september_2027_is_settled_by_30_march():
    facts = {"transfer_on": "2027-09-01", "transfer_phase": "secondary-to-post-16"}

    assert due("P02", **facts) == "2027-03-30"
    assert due("P04", **facts) == "2027-01-05"
    assert due("P01", **facts) is None


def test_a_move_to_secondary_school_in_2027_is_settled_by_14_february():
    facts = {"transfer_year": 2027, "transfer_phase": "primary-to-secondary"}

    assert due("P01", **facts) == "2027-02-14"
    assert due("P04", **facts) == "2026-11-22"


def test_an_early_meeting_binds_before_14_february():
    held = on(Kind.REVIEW_MEETING_HELD, "2026-10-05")
    facts = {"transfer_year": 2027, "transfer_phase": "primary-to-secondary"}

    assert due("P01", held, **facts) == "2026-12-28"


@pytest.mark.parametrize(
    ("move", "by"), [("2027-09-06", "2027-04-06"), ("2027-07-31", "2027-02-28")]
)
def test_a_move_between_colleges_is_settled_five_months_before(move, by):
    facts = {"transfer_on": move, "transfer_phase": "post-16-to-post-16"}

    assert due("P03", **facts) == by


# Moving to another council


@pytest.mark.parametrize(
    ("aware", "by"),
    [
        ("2026-12-21", "2027-01-13"),
        ("2026-06-06", "2026-06-26"),
        ("2026-04-01", "2026-04-23"),
    ],
)
def test_15_working_days_begin_with_the_day_a_move_is_learnt_of(aware, by):
    assert due("V02", on(Kind.MOVE_LEARNT_OF_LATE, aware)) == by


def test_three_months_beginning_with_a_transfer_on_23_april_end_on_22_july():
    made = on(Kind.PLAN_FIRST_MADE, "2025-06-02")
    moved = on(Kind.PLAN_TRANSFERRED, "2026-04-23")

    assert due("V04", made, moved) == "2026-07-22"


# Mediation and appeal


def test_a_certificate_asked_for_on_23_december_2026_comes_by_30_december():
    assert due("D02", on(Kind.MEDIATION_DECLINED, "2026-12-23")) == "2026-12-30"


def test_mediation_wanted_on_30_january_2026_is_held_by_1_march():
    assert due("D04", on(Kind.MEDIATION_WANTED, "2026-01-30")) == "2026-03-01"


@pytest.mark.parametrize(
    ("sent", "certificate", "by"),
    [
        ("2026-04-14", "2026-05-01", "2026-06-15"),
        ("2026-12-31", None, "2027-03-01"),
        ("2026-06-10", "2026-07-20", "2026-09-01"),
        ("2026-10-01", "2027-01-31", "2027-03-01"),
        ("2026-10-28", None, "2027-01-04"),
    ],
)
def test_an_appeal_is_received_by_the_later_day_rolled_on(sent, certificate, by):
    events = [on(Kind.DECISION_SENT, sent)]
    if certificate:
        events.append(on(Kind.MEDIATION_CERTIFICATE_ISSUED, certificate))

    assert due("D08", *events) == by


def test_the_councils_response_takes_30_days_the_tribunal_counts():
    sent = on(Kind.APPEAL_SENT_TO_COUNCIL, "2026-12-07")

    assert due("D12", sent) == "2027-01-26"


def test_a_day_the_tribunal_directs_stands_first():
    sent = on(Kind.APPEAL_SENT_TO_COUNCIL, "2026-12-07")
    directed = on(Kind.RESPONSE_DAY_DIRECTED, "2026-12-10", "2027-01-15")

    assert due("D12", sent, directed) == "2027-01-15"


@pytest.mark.parametrize(
    ("rule", "order", "by"),
    [
        ("D20", Kind.ORDERED_TO_ASSESS, "2026-07-20"),
        ("D21", Kind.ORDERED_TO_ASSESS, "2026-09-14"),
        ("D22", Kind.ORDERED_TO_ASSESS, "2026-10-12"),
        ("D23", Kind.ORDERED_TO_MAKE_PLAN, "2026-08-10"),
        ("D24", Kind.ORDERED_TO_MAKE_PLAN, "2026-09-21"),
    ],
)
def test_an_order_of_6_july_2026_is_carried_out_in_its_weeks(rule, order, by):
    assert due(rule, on(order, "2026-07-06")) == by


def test_an_order_to_reconsider_has_no_made_up_day():
    assert due("D29", on(Kind.ORDERED_TO_RECONSIDER, "2026-07-06")) is None


def test_a_recommendation_of_27_november_2026_is_answered_by_1_january():
    assert due("D40", on(Kind.RECOMMENDATION_MADE, "2026-11-27")) == "2027-01-01"
