"""When a limit may be lifted: conditions computed, never ticked; due days unmoved."""

from datetime import date

import pytest

from tests.factories.law import REQUEST, YES, a_rule, on
from waymark.law.events import Kind
from waymark.law.exemptions import window
from waymark.law.limits import Mode, Period
from waymark.law.rule import Exemption, Party, Strength
from waymark.law.stated import Closure
from waymark.law.states import State
from waymark.law.timeline import read

RECEIVED = on(REQUEST, "2026-06-29")
SUMMER = {"closed_on": "2026-07-22", "reopens_on": "2026-09-02", "kind": "school"}
LAST_DAY = date(2026, 8, 10)


def exempted(code, *events, today="2026-09-30", received=RECEIVED, **facts):
    """The one exemption of a six-week rule, with these facts."""
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    rule = a_rule(exemptions=(Exemption(code),))
    reading = read(rule, [received, *events], date.fromisoformat(today), named)
    assert reading.state is State.OVERDUE
    assert reading.due == LAST_DAY
    [exemption] = reading.exemptions
    return exemption


def answers(exemption):
    return [condition.met for condition in exemption.conditions]


# Closed for four weeks and asked in the window


def test_a_summer_closure_opens_a_window_from_15_july_to_26_august():
    closed = Closure(date(2026, 7, 22), date(2026, 9, 2), "school")

    assert window(closed) == (date(2026, 7, 15), date(2026, 8, 26))


@pytest.mark.parametrize(
    ("asked", "met"),
    [
        ("2026-07-14", False),
        ("2026-07-15", True),
        ("2026-08-26", True),
        ("2026-08-27", False),
    ],
)
def test_only_advice_asked_for_in_the_window_can_lift_the_limit(asked, met):
    by_event = exempted("EX-A", on(Kind.ADVICE_ASKED, asked), closures=[SUMMER])
    by_fact = exempted("EX-A", closures=[SUMMER], advice_asked_on=[asked])

    assert answers(by_event) == answers(by_fact) == [True, met, None]


def test_a_christmas_closure_is_too_short():
    winter = SUMMER | {"closed_on": "2026-12-21", "reopens_on": "2027-01-04"}
    asked = on(Kind.ADVICE_ASKED, "2026-07-20")

    assert answers(exempted("EX-A", asked, closures=[winter])) == [False, False, None]


def test_four_weeks_to_the_day_are_long_enough():
    four = SUMMER | {"reopens_on": "2026-08-19"}
    less = SUMMER | {"reopens_on": "2026-08-18"}

    assert answers(exempted("EX-A", closures=[four]))[0] is True
    assert answers(exempted("EX-A", closures=[less]))[0] is False


def test_an_early_years_closure_is_not_a_schools():
    nursery = SUMMER | {"kind": "early-years"}
    asked = on(Kind.ADVICE_ASKED, "2026-07-20")

    assert answers(exempted("EX-A", asked, closures=[nursery]))[0] is False
    assert answers(exempted("EX-B", asked, closures=[nursery]))[:2] == [True, True]


def test_with_no_closure_stated_nothing_is_known():
    assert answers(exempted("EX-A")) == [None, None, None]


def test_with_no_day_of_asking_the_window_is_not_known():
    assert answers(exempted("EX-A", closures=[SUMMER])) == [True, None, None]


def test_whether_it_was_impractical_is_for_a_person_to_say():
    asked = on(Kind.ADVICE_ASKED, "2026-07-20")

    def with_cause(cause):
        because = {"EX-A": cause}
        return exempted("EX-A", asked, closures=[SUMMER], impractical_because=because)

    assert with_cause(True).met is True
    assert with_cause(False).met is False
    assert exempted("EX-A", asked, closures=[SUMMER]).met is None


# Personal circumstances, absence, a missed appointment


@pytest.mark.parametrize(
    ("code", "spell", "met"),
    [
        ("EX-C", {"from": "2026-07-01", "until": "2026-07-02"}, True),
        ("EX-C", {"from": "2026-08-11", "until": "2026-08-20"}, False),
        ("EX-C", {"from": "2026-01-01"}, True),
        ("EX-8a", {"from": "2026-08-10", "until": "2026-08-20"}, True),
        ("EX-T1", {"from": "2026-05-01", "until": "2026-06-28"}, False),
    ],
)
def test_circumstances_must_fall_in_the_time_of_the_limit(code, spell, met):
    assert answers(exempted(code, personal_circumstances=[spell])) == [met, None]


@pytest.mark.parametrize(
    ("code", "spell", "met"),
    [
        ("EX-D", {"from": "2026-07-01", "until": "2026-07-28"}, True),
        ("EX-D", {"from": "2026-07-01", "until": "2026-07-27"}, False),
        ("EX-D", {"from": "2026-06-08", "until": "2026-07-05"}, True),
        ("EX-D", {"from": "2026-08-11", "until": "2026-09-20"}, False),
        ("EX-D", {"from": "2026-08-01"}, True),
        ("EX-8b", {"from": "2026-06-08", "until": "2026-07-05"}, False),
        ("EX-8b", {"from": "2026-07-01", "until": "2026-07-28"}, True),
        ("EX-T2", {"from": "2026-07-01", "until": "2026-07-14"}, True),
        ("EX-T2", {"from": "2026-07-01", "until": "2026-07-13"}, False),
    ],
)
def test_an_absence_must_be_long_enough_in_the_right_time(code, spell, met):
    assert answers(exempted(code, absences=[spell])) == [met, None]


def test_an_absence_that_goes_on_counts_up_to_today():
    just_left = {"absences": [{"from": "2026-08-05"}]}

    assert answers(exempted("EX-D", today="2026-08-31", **just_left)) == [False, None]
    assert answers(exempted("EX-D", today="2026-09-01", **just_left)) == [True, None]


@pytest.mark.parametrize(
    ("missed", "met"), [(["2026-07-10"], True), (["2026-09-10"], False), ([], False)]
)
def test_an_appointment_must_be_missed_in_the_six_weeks(missed, met):
    assert answers(exempted("EX-8c", missed_appointments=missed)) == [met, None]


@pytest.mark.parametrize("code", ["EX-C", "EX-D", "EX-8a", "EX-8b", "EX-8c", "EX-T2"])
def test_what_nobody_has_stated_is_not_known(code):
    assert answers(exempted(code)) == [None, None]
    assert answers(exempted(code, young_person=True)) == [None, None]


def test_an_order_may_be_lifted_by_what_would_lift_a_final_plan():
    away = [{"from": "2026-07-01", "until": "2026-07-28"}]

    assert answers(exempted("EX-T3", absences=away)) == [True, None]
    assert answers(exempted("EX-T3")) == [None, None]
    none = {"absences": [], "personal_circumstances": [], "closures": []}
    assert answers(exempted("EX-T3", **none)) == [False, None]


def test_exemptions_read_at_second_hand_are_to_be_checked():
    assert exempted("EX-T3").verify
    assert not exempted("EX-C").verify


def test_without_a_due_day_circumstances_are_looked_for_up_to_today():
    soon = Period(0, Mode.AS_SOON_AS_PRACTICABLE)
    rule = a_rule(exemptions=(Exemption.PERSONAL_CIRCUMSTANCES,), limit=soon)
    facts = {"personal-circumstances": [{"from": "2026-09-01"}]}

    [exemption] = read(rule, [RECEIVED], date(2026, 9, 30), facts).exemptions
    assert answers(exemption) == [True, None]


# Coronavirus in 2020


def codes(reading):
    return [exemption.code for exemption in reading.exemptions]


@pytest.mark.parametrize(
    ("received", "decided", "shown"),
    [
        ("2020-03-02", "2020-04-30", False),
        ("2020-03-02", "2020-05-01", True),
        ("2020-09-25", "2020-12-01", True),
        ("2020-09-26", "2020-12-01", False),
    ],
)
def test_a_limit_open_from_1_may_to_25_september_2020_may_be_lifted(
    received, decided, shown
):
    events = [on(REQUEST, received), on(YES, decided)]

    reading = read(a_rule(), events, date(2021, 1, 4))
    assert (Exemption.CORONAVIRUS in codes(reading)) is shown


def test_coronavirus_never_moves_the_due_day():
    reading = read(a_rule(), [on(REQUEST, "2020-04-06")], date(2020, 6, 1))

    assert reading.due == date(2020, 5, 18)
    assert reading.state is State.OVERDUE
    [exemption] = reading.exemptions
    assert answers(exemption) == [True, None]
    assert exemption.verify


@pytest.mark.parametrize(
    "rule",
    [
        a_rule(holder=Party.PARENT),
        a_rule(strength=Strength.SHOULD),
        a_rule(floor=True),
        a_rule(limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE)),
    ],
    ids=["the family's own", "guidance", "a window", "no limit"],
)
def test_what_is_no_public_bodys_limit_was_not_lifted(rule):
    reading = read(rule, [on(REQUEST, "2020-06-01")], date(2020, 8, 3))

    assert codes(reading) == []
