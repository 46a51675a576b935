"""Reading one rule against what has happened."""

from datetime import date, timedelta

import pytest

from tests.factories.law import NO, REQUEST, YES, a_rule, on
from waymark.law.events import Kind
from waymark.law.holidays import ENGLAND
from waymark.law.limits import (
    AsAgreed,
    AsOrdered,
    Branch,
    EarlierOf,
    FirstGiven,
    FixedDay,
    Given,
    LaterOf,
    Mode,
    Period,
    TimesPerSchoolYear,
    WithStep,
)
from waymark.law.rule import Party, Strength
from waymark.law.states import State
from waymark.law.timeline import read, still_open

RECEIVED = on(REQUEST, "2026-01-05")
DUE = date(2026, 2, 16)
WEEKS = Mode.WEEKS_WITHIN


def kinds(*some: Kind) -> frozenset[Kind]:
    return frozenset(some)


def day(text: str) -> date:
    return date.fromisoformat(text)


def reading(rule, *events, today="2026-03-02", **facts):
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    return read(rule, events, day(today), named)


# One clock, from start to end


def test_a_request_received_on_5_january_must_be_decided_by_16_february():
    assert reading(a_rule(), RECEIVED, today="2026-01-06").due == DUE


def test_before_any_request_the_clock_has_not_started():
    empty = reading(a_rule(), on(YES, "2026-01-05"))

    assert empty.state is State.NOT_STARTED
    assert (empty.started, empty.due, empty.act_by, empty.late_from) == (None,) * 4
    assert empty.days is None
    assert empty.says == "This has not started."


def test_a_clock_still_in_time_is_running():
    running = reading(a_rule(), RECEIVED, today="2026-02-16")

    assert running.state is State.RUNNING
    assert running.days == 42
    assert running.says == ("The council must act by 16 February 2026 at the latest.")


def test_a_clock_is_late_from_the_day_after_its_last_day():
    late = reading(a_rule(), RECEIVED, today="2026-02-17")

    assert late.state is State.OVERDUE
    assert late.late_from == day("2026-02-17")
    assert late.says == "The council is late: the last day was 16 February 2026."


def test_a_decision_on_the_last_day_is_in_time():
    met = reading(a_rule(), RECEIVED, on(YES, "2026-02-16"))

    assert (met.state, met.met_on, met.days) == (State.MET, DUE, 42)
    assert met.says == (
        "This was done in time, on 16 February 2026: the last day was 16 February 2026."
    )


def test_a_decision_a_day_later_is_done_late():
    late = reading(a_rule(), RECEIVED, on(NO, "2026-02-17"))

    assert late.state is State.MET_LATE
    assert late.says == (
        "This was done late, on 17 February 2026: the last day was 16 February 2026."
    )


def test_a_due_day_on_a_saturday_stays_and_is_acted_on_by_the_friday():
    rule = a_rule()
    saturday = reading(rule, on(REQUEST, "2026-02-28"))

    assert saturday.due == day("2026-04-11")
    assert saturday.act_by == day("2026-04-10")


def test_the_day_to_act_by_is_unknown_where_holidays_are_not_held():
    far = reading(a_rule(), on(REQUEST, "2035-01-01"), today="2035-01-02")

    assert far.due == day("2035-02-12")
    assert far.act_by is None


def test_the_clock_starts_with_the_first_request():
    again = on(REQUEST, "2026-02-02")

    assert reading(a_rule(), again, RECEIVED).started == day("2026-01-05")


def test_what_happened_before_the_start_does_not_meet_the_clock():
    early = on(YES, "2026-01-04")

    assert reading(a_rule(), early, RECEIVED).state is State.OVERDUE


def test_what_comes_after_today_is_not_known_yet():
    later = on(YES, "2026-02-10")

    assert reading(a_rule(), RECEIVED, later, today="2026-02-09").met_on is None


def test_a_corrected_day_re_times_the_clock():
    wrong = on(REQUEST, "2026-01-12", id="e1")
    right = on(REQUEST, "2026-01-05", replaces="e1")

    assert reading(a_rule(), wrong, right).due == DUE


def test_a_correction_of_a_correction_leaves_one_event():
    first = on(REQUEST, "2026-01-01", id="e1")
    second = on(REQUEST, "2026-01-12", id="e2", replaces="e1")
    third = on(REQUEST, "2026-01-05", replaces="e2")

    assert reading(a_rule(), third, first, second).due == DUE


def test_two_events_of_one_day_stand_in_the_order_of_the_process():
    same_day = [on(YES, "2026-01-05"), RECEIVED]

    assert reading(a_rule(), *same_day).met_on == day("2026-01-05")


# Ends and revivals


GIVES_UP = a_rule(ended_by=kinds(Kind.REQUEST_WITHDRAWN), met_by=kinds(YES))


def test_a_request_taken_back_leaves_no_limit():
    ended = reading(GIVES_UP, RECEIVED, on(Kind.REQUEST_WITHDRAWN, "2026-01-20"))

    assert ended.state is State.NO_LIMIT
    assert ended.days == 15
    assert ended.says == "This stopped applying on 20 January 2026."


def test_a_clock_met_before_its_end_stays_met():
    done = on(YES, "2026-01-19")
    ended = on(Kind.REQUEST_WITHDRAWN, "2026-01-20")

    assert reading(GIVES_UP, RECEIVED, done, ended).state is State.MET


def test_a_clock_met_after_its_end_is_met():
    ended = on(Kind.REQUEST_WITHDRAWN, "2026-01-20")
    done = on(YES, "2026-02-20")

    assert reading(GIVES_UP, RECEIVED, ended, done).state is State.MET_LATE


def test_a_refusal_conceded_brings_the_clock_back_with_its_first_start():
    rule = a_rule(
        limit=Period(20, WEEKS),
        met_by=kinds(Kind.FINAL_PLAN_SENT),
        ended_by=kinds(NO),
        revived_by=kinds(Kind.REFUSAL_CONCEDED),
    )
    refused = on(NO, "2026-02-10")
    conceded = on(Kind.REFUSAL_CONCEDED, "2026-05-01")

    assert reading(rule, RECEIVED, refused).state is State.NO_LIMIT
    revived = reading(rule, RECEIVED, refused, conceded, today="2026-05-26")
    assert (revived.state, revived.due) == (State.OVERDUE, day("2026-05-25"))


def test_a_rule_that_restarts_counts_from_the_last_start():
    rule = a_rule(restarts=True)

    assert reading(rule, RECEIVED, on(REQUEST, "2026-02-02")).due == day("2026-03-16")


def test_a_rule_that_restarts_stays_met():
    rule = a_rule(restarts=True)
    events = [RECEIVED, on(YES, "2026-01-20"), on(REQUEST, "2026-02-02")]

    assert reading(rule, *events).state is State.MET


# Floors


WINDOW = a_rule(
    floor=True,
    limit=Period(15, Mode.DAYS_BEGINNING_WITH),
    starts_with=kinds(Kind.DRAFT_PLAN_SERVED),
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    ended_by=kinds(Kind.REQUEST_WITHDRAWN),
)
DRAFT = on(Kind.DRAFT_PLAN_SERVED, "2026-04-13")


def test_a_window_stays_open_and_is_never_late():
    window = reading(WINDOW, DRAFT, today="2026-06-01")

    assert (window.state, window.due) == (State.FLOOR, day("2026-04-27"))
    assert window.late_from is None
    assert window.says == "This stays open until at least 27 April 2026."


def test_a_new_draft_opens_a_new_window():
    again = on(Kind.DRAFT_PLAN_SERVED, "2026-05-04")

    window = reading(WINDOW, DRAFT, again, today="2026-06-01")
    assert window.due == day("2026-05-18")


def test_a_window_closed_too_early_says_so():
    sent = on(Kind.FINAL_PLAN_SENT, "2026-04-20")

    window = reading(WINDOW, DRAFT, sent, today="2026-06-01")
    assert window.state is State.FLOOR
    assert window.says == (
        "This stays open until at least 27 April 2026, but was closed on 20 April 2026."
    )


def test_a_window_closed_after_its_last_day_was_long_enough():
    sent = on(Kind.FINAL_PLAN_SENT, "2026-05-20")

    window = reading(WINDOW, DRAFT, sent, today="2026-06-01")
    assert window.says == "This stays open until at least 27 April 2026."


def test_a_window_ends_with_the_request():
    back = on(Kind.REQUEST_WITHDRAWN, "2026-04-20")

    assert reading(WINDOW, DRAFT, back, today="2026-06-01").state is State.NO_LIMIT


def test_a_window_with_no_day_yet_is_still_a_window():
    rule = a_rule(floor=True, limit=AsOrdered())

    window = reading(rule, RECEIVED)
    assert (window.state, window.due) == (State.FLOOR, None)
    assert window.says == "This stays open, to a day that is not known yet."


# Limits with no day of their own


def test_as_soon_as_practicable_has_an_age_and_no_day():
    rule = a_rule(limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE))

    asap = reading(rule, RECEIVED, today="2026-01-25")
    assert (asap.state, asap.due, asap.days) == (State.NO_LIMIT, None, 20)
    assert asap.says == (
        "The council must act as soon as practicable: the law sets no day. "
        "Days gone by so far: 20."
    )


def test_as_soon_as_practicable_is_met_when_it_is_done():
    rule = a_rule(limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE))

    done = reading(rule, RECEIVED, on(YES, "2026-06-01"), today="2026-07-01")
    assert done.state is State.MET
    assert done.says == "This was done on 1 June 2026."


def test_as_soon_as_practicable_stands_beside_the_outer_limit():
    rule = a_rule(also_asap=True)

    late = reading(rule, RECEIVED)
    assert late.state is State.OVERDUE
    assert (late.beside.state, late.beside.due) == (State.NO_LIMIT, None)
    assert late.beside.days == late.days


def test_both_clocks_are_met_together():
    met_late = reading(a_rule(also_asap=True), RECEIVED, on(YES, "2026-03-01"))

    assert met_late.beside.state is State.MET


def test_a_running_limit_says_both_of_its_duties():
    running = reading(a_rule(also_asap=True), RECEIVED, today="2026-01-06")

    assert running.says == (
        "The council must act as soon as practicable, and by "
        "16 February 2026 at the latest."
    )


def test_a_rule_with_one_clock_has_none_beside():
    assert reading(a_rule(), RECEIVED).beside is None


def test_a_duty_that_goes_with_a_step_has_no_day():
    step = reading(a_rule(limit=WithStep()), RECEIVED)

    assert (step.state, step.due) == (State.NO_LIMIT, None)
    assert step.says == "This goes with another step, which has the time limit."


def test_three_times_a_school_year_is_no_day():
    rule = a_rule(
        limit=TimesPerSchoolYear(3), holder=Party.SETTING, strength=Strength.SHOULD
    )

    assert reading(rule, RECEIVED).says == (
        "The setting should do this at least 3 times a school year."
    )


@pytest.mark.parametrize("limit", [AsAgreed(), AsOrdered()])
def test_an_agreed_or_ordered_day_is_the_events_own(limit):
    rule = a_rule(limit=limit)

    agreed = reading(rule, on(REQUEST, "2026-01-05", "2026-03-20"))
    assert (agreed.state, agreed.due) == (State.RUNNING, day("2026-03-20"))


def test_an_order_whose_day_is_not_recorded_is_not_guessed():
    unknown = reading(a_rule(limit=AsOrdered()), RECEIVED)

    assert (unknown.state, unknown.due) == (State.RUNNING, None)
    assert unknown.says == (
        "The last day is not known yet: it depends on the day that the order or "
        "direction gives."
    )


# Counting back


INVITE = a_rule(
    limit=Period(2, Mode.WEEKS_BEFORE),
    starts_with=kinds(Kind.REVIEW_MEETING_ARRANGED),
    met_by=kinds(Kind.REVIEW_INVITATIONS_SENT),
    holder=Party.ARRANGER,
)


def test_two_weeks_before_a_meeting_count_back_from_its_day():
    arranged = on(Kind.REVIEW_MEETING_ARRANGED, "2026-01-05", "2026-02-20")

    notice = reading(INVITE, arranged, today="2026-02-07")
    assert notice.due == day("2026-02-06")
    assert notice.safe_on == day("2026-02-05")
    assert notice.says == (
        "Whoever arranges the review is late: the last day was 6 February 2026."
    )


def test_a_meeting_whose_day_is_not_known_gives_no_day():
    arranged = on(Kind.REVIEW_MEETING_ARRANGED, "2026-01-05")

    assert reading(INVITE, arranged).due is None
    assert "not known yet" in reading(INVITE, arranged).says


def test_five_months_before_a_college_move_count_back_from_the_move():
    rule = a_rule(
        starts_with=frozenset(),
        counts_from="transfer-on",
        limit=Period(5, Mode.MONTHS_BEFORE),
    )

    moving = reading(rule, transfer_on="2027-09-06")
    assert (moving.started, moving.due) == (None, day("2027-04-06"))
    assert (moving.state, moving.days) == (State.RUNNING, None)


def test_a_rule_that_a_fact_starts_is_met_by_its_event():
    rule = a_rule(
        starts_with=frozenset(),
        counts_from="third-birthday",
        limit=Period(0, Mode.BEFORE_DATE),
    )

    done = reading(rule, on(YES, "2026-02-01"), third_birthday="2026-03-02")
    assert (done.state, done.due) == (State.MET, day("2026-03-01"))


def test_a_rule_that_a_fact_starts_waits_for_the_fact():
    rule = a_rule(starts_with=frozenset(), counts_from="transfer-on")

    assert reading(rule).state is State.NOT_STARTED


# The fixed days of a move


FEBRUARY = a_rule(starts_with=frozenset(), limit=FixedDay(2, 15))


def test_before_15_february_means_by_the_14th_of_the_year_of_the_move():
    assert reading(FEBRUARY, transfer_on="2027-09-01").due == day("2027-02-14")


def test_the_year_of_the_move_is_enough():
    assert reading(FEBRUARY, transfer_year=2027).due == day("2027-02-14")


def test_a_planned_move_gives_its_own_year():
    rule = a_rule(limit=FixedDay(3, 31))
    planned = on(REQUEST, "2026-01-05", "2027-09-01")

    assert reading(rule, planned).due == day("2027-03-30")


def test_without_the_year_of_the_move_there_is_no_day():
    rule = a_rule(limit=FixedDay(2, 15))

    assert reading(rule, RECEIVED).due is None
    assert "the year of the move" in reading(rule, RECEIVED).says


def test_a_fixed_day_that_no_year_has_is_no_day():
    rule = a_rule(limit=FixedDay(2, 29))

    assert reading(rule, RECEIVED, transfer_year=2027).due is None


def test_a_rule_for_another_phase_has_not_started():
    given = Given("transfer-phase", frozenset({"secondary-to-post-16"}))
    rule = a_rule(applies_if=(given,))

    other = reading(rule, RECEIVED, transfer_phase="infant-to-junior")
    assert other.state is State.NOT_STARTED
    same = reading(rule, RECEIVED, transfer_phase="secondary-to-post-16")
    assert same.state is State.OVERDUE


def test_a_rule_that_needs_a_fact_waits_for_it():
    rule = a_rule(applies_if=(Given("young-person", frozenset({"yes"})),))

    assert reading(rule, RECEIVED).state is State.NOT_STARTED
    assert reading(rule, RECEIVED, young_person=True).state is State.OVERDUE


# The earlier, the later and the first of several limits


MEETING = Kind.REVIEW_MEETING_HELD
BY_FEBRUARY_OR_12_WEEKS = a_rule(
    starts_with=frozenset(),
    limit=EarlierOf(
        (
            Branch(frozenset(), FixedDay(2, 15)),
            Branch(kinds(MEETING), Period(12, WEEKS)),
        )
    ),
)


@pytest.mark.parametrize(
    ("meeting", "due"), [("2026-11-01", "2027-01-24"), ("2026-12-01", "2027-02-14")]
)
def test_14_february_or_12_weeks_whichever_comes_earlier(meeting, due):
    held = on(MEETING, meeting)

    earlier = reading(
        BY_FEBRUARY_OR_12_WEEKS, held, today="2026-12-31", transfer_year=2027
    )
    assert earlier.due == day(due)


def test_of_two_limits_the_one_that_can_be_known_counts():
    held = on(MEETING, "2026-12-01")

    earlier = reading(BY_FEBRUARY_OR_12_WEEKS, held, today="2026-12-31")
    assert earlier.due == day("2027-02-23")


def test_of_two_limits_neither_known_there_is_none():
    assert reading(BY_FEBRUARY_OR_12_WEEKS).state is State.NOT_STARTED


SENT, CERTIFIED = Kind.DECISION_SENT, Kind.MEDIATION_CERTIFICATE_ISSUED
APPEAL = a_rule(
    starts_with=kinds(SENT),
    met_by=kinds(Kind.APPEAL_RECEIVED),
    holder=Party.PARENT,
    limit=LaterOf(
        (
            Branch(kinds(SENT), Period(2, Mode.MONTHS_AFTER)),
            Branch(kinds(CERTIFIED), Period(1, Mode.MONTHS_AFTER)),
        ),
        then=Period(0, Mode.TRIBUNAL_MONTHS),
    ),
)


@pytest.mark.parametrize(
    ("sent", "certificate", "due", "safe"),
    [
        ("2026-04-14", "2026-05-01", "2026-06-15", "2026-06-12"),
        ("2026-12-31", None, "2027-03-01", "2027-02-26"),
        ("2026-06-10", "2026-07-20", "2026-09-01", "2026-08-20"),
        ("2026-12-01", "2027-01-31", "2027-03-01", "2027-02-26"),
    ],
)
def test_an_appeal_is_due_on_the_later_day_rolled_on_once(sent, certificate, due, safe):
    events = [on(SENT, sent)] + ([on(CERTIFIED, certificate)] if certificate else [])

    appeal = reading(APPEAL, *events, today="2027-02-01")
    assert (appeal.due, appeal.safe_on) == (day(due), day(safe))


def test_a_family_is_never_said_to_be_late():
    sent = on(SENT, "2026-04-14")

    assert reading(APPEAL, sent, today="2026-06-01").says == (
        "The parent or young person has until 15 June 2026."
    )
    assert reading(APPEAL, sent, today="2026-07-01").says == (
        "The usual time to act ended on 15 June 2026."
    )


def test_nobody_is_late_for_a_day_that_no_law_sets():
    aimed_at = reading(a_rule(strength=Strength.PRACTICE), RECEIVED)

    assert aimed_at.says == (
        "The day to aim for, which no law sets, was 16 February 2026."
    )


def test_an_appeal_beyond_the_holidays_held_has_no_day():
    appeal = reading(APPEAL, on(SENT, "2030-01-01"), today="2030-01-02")

    assert (appeal.state, appeal.due) == (State.RUNNING, None)


def test_a_certificate_after_the_appeal_changes_nothing():
    sent = on(SENT, "2026-04-14")
    appealed = on(Kind.APPEAL_RECEIVED, "2026-06-16")
    certificate = on(CERTIFIED, "2026-06-17")

    late = reading(APPEAL, sent, appealed, certificate, today="2026-07-01")
    assert (late.state, late.due) == (State.MET_LATE, day("2026-06-15"))


def test_the_later_of_two_limits_waits_until_both_begun_are_known():
    rule = a_rule(
        limit=LaterOf(
            (
                Branch(kinds(REQUEST), Period(2, WEEKS)),
                Branch(kinds(YES), AsOrdered()),
            )
        ),
        met_by=frozenset(),
    )

    assert reading(rule, RECEIVED).due == day("2026-01-19")
    assert reading(rule, RECEIVED, on(YES, "2026-01-06")).due is None


def test_the_latest_review_counts_where_the_branch_says_so():
    made, last = on(Kind.PLAN_FIRST_MADE, "2025-01-10"), "2025-12-01"
    branch = kinds(Kind.PLAN_FIRST_MADE, Kind.PREVIOUS_REVIEW_CONCLUDED)
    year = Period(12, Mode.MONTHS_BEGINNING_WITH)
    rule = a_rule(limit=LaterOf((Branch(branch, year, latest=True),)))
    reviewed = on(Kind.PREVIOUS_REVIEW_CONCLUDED, last)

    assert reading(rule, RECEIVED, made, reviewed).due == day("2026-11-30")


def test_a_directed_day_stands_before_the_usual_one():
    usual = Branch(kinds(REQUEST), Period(30, Mode.TRIBUNAL_WORKING_DAYS))
    directed = Branch(kinds(Kind.RESPONSE_DAY_DIRECTED), AsOrdered())
    rule = a_rule(limit=FirstGiven((directed, usual)))
    order = on(Kind.RESPONSE_DAY_DIRECTED, "2026-01-06", "2026-01-30")

    assert reading(rule, RECEIVED).due == day("2026-02-16")
    assert reading(rule, RECEIVED, order).due == day("2026-01-30")


def test_a_branch_with_no_event_counts_from_the_fact():
    rule = a_rule(
        starts_with=frozenset(),
        counts_from="twenty-fifth-birthday",
        limit=FirstGiven((Branch(frozenset(), Period(0, Mode.AT_ONCE)),)),
    )

    assert reading(rule, twenty_fifth_birthday="2026-05-01").due == day("2026-05-01")


def test_a_branch_for_another_phase_is_left_out():
    given = Given("transfer-phase", frozenset({"secondary-to-post-16"}))
    branch = Branch(frozenset(), FixedDay(3, 31), applies_if=(given,))
    rule = a_rule(limit=FirstGiven((branch,)))

    assert reading(rule, RECEIVED, transfer_year=2027).due is None


# The law in force, holidays and odd days


@pytest.mark.parametrize(
    ("received", "state"),
    [
        ("2020-08-31", State.NOT_STARTED),
        ("2020-09-01", State.OVERDUE),
        ("2021-08-31", State.OVERDUE),
        ("2021-09-01", State.NOT_STARTED),
    ],
)
def test_the_rule_in_force_on_the_start_day_applies(received, state):
    rule = a_rule(in_force_from=day("2020-09-01"), in_force_until=day("2021-08-31"))

    assert reading(rule, on(REQUEST, received)).state is state


def test_a_proclaimed_holiday_is_passed_in():
    rule = a_rule(limit=Period(3, Mode.WORKING_DAYS_WITHIN))
    events = [on(REQUEST, "2026-04-02")]
    proclaimed = ENGLAND.with_days(day("2026-04-08"))

    plain = read(rule, events, day("2026-04-03"))
    moved = read(rule, events, day("2026-04-03"), holidays=proclaimed)
    assert (plain.due, moved.due) == (day("2026-04-09"), day("2026-04-10"))


@pytest.mark.parametrize(
    "odd", ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"]
)
def test_a_day_out_of_all_reason_gives_no_due_day(odd):
    assert reading(a_rule(), on(REQUEST, odd), today="9999-12-31").due is None
    ordered = a_rule(limit=AsOrdered())
    assert reading(ordered, on(REQUEST, "2026-01-05", odd)).due is None


def test_a_due_day_after_2200_is_not_known():
    late = a_rule(limit=Period(60, WEEKS))

    assert reading(late, on(REQUEST, "2200-01-01"), today="2200-02-01").due is None


def test_the_first_working_day_held_needs_no_safer_one():
    rule = a_rule(limit=Period(0, Mode.TRIBUNAL_MONTHS), in_force_from=date.min)

    first = reading(rule, on(REQUEST, "2012-01-01"))
    assert (first.due, first.safe_on) == (day("2012-01-03"), None)


def test_the_endings_still_open_come_soonest_first():
    long = a_rule(id="Z03", limit=Period(20, WEEKS))
    asap = a_rule(id="Z02", limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE))
    read_all = [reading(rule, RECEIVED) for rule in (long, asap, a_rule())]

    assert [each.rule.id for each in still_open(read_all)] == ["Z01", "Z03"]


def test_an_event_may_be_a_generator():
    assert read(a_rule(), iter([RECEIVED]), DUE + timedelta(1)).state is State.OVERDUE
