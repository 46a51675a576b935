"""How far a process has come, and what in its history is out of order."""

from datetime import date

import pytest

from tests.factories.law import NO, REQUEST, YES, on
from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.progress import check, state
from waymark.law.rule import Party

COUNCIL = Party.LOCAL_AUTHORITY
CONCEDED, PLAN, PROVIDED = (
    Kind.REFUSAL_CONCEDED,
    Kind.FINAL_PLAN_SENT,
    Kind.SECTION_F_PROVIDED,
)
VIEWS, NO_PLAN = Kind.VIEWS_GIVEN, Kind.DECIDED_NOT_TO_ISSUE
LATER = date(2026, 12, 1)


def step(kind, *follows, **more):
    return Step(kind, kind.value, COUNCIL, frozenset(follows), **more)


ASKING = Process(
    "asking",
    "Asking",
    (
        step(REQUEST),
        step(VIEWS, REQUEST, may_repeat=True),
        step(YES, REQUEST, CONCEDED),
        step(NO, REQUEST, ends=True),
        step(NO_PLAN, YES, ends=True),
        step(CONCEDED, NO, NO_PLAN),
        step(PLAN, YES, ends=True),
        step(PROVIDED, PLAN),
    ),
)

RECEIVED = on(REQUEST, "2026-01-05")
REFUSED = on(NO, "2026-02-02")
GAVE_WAY = on(CONCEDED, "2026-03-02")


def kinds(steps):
    return {each.kind for each in steps}


def problems(*events, process=ASKING):
    return [(problem.path, problem.says) for problem in check(process, events)]


def test_nothing_done_yet_may_only_begin():
    nothing = state(ASKING, [], LATER)

    assert kinds(nothing.may_follow) == {REQUEST}
    assert nothing.latest is None
    assert not nothing.ended


def test_a_request_opens_what_follows_it():
    asked = state(ASKING, [RECEIVED], LATER)

    assert kinds(asked.may_follow) == {VIEWS, YES, NO}
    assert asked.latest == RECEIVED


def test_what_may_be_done_again_stays_open():
    asked = state(ASKING, [RECEIVED, on(VIEWS, "2026-01-06")], LATER)

    assert VIEWS in kinds(asked.may_follow)


def test_a_refusal_ends_it_and_leaves_only_what_answers_a_refusal():
    refused = state(ASKING, [RECEIVED, REFUSED], LATER)

    assert refused.ended
    assert kinds(refused.may_follow) == {CONCEDED}


def test_giving_way_opens_it_again():
    again = state(ASKING, [RECEIVED, REFUSED, GAVE_WAY], LATER)

    assert not again.ended
    assert kinds(again.may_follow) == {YES}


def test_what_a_final_plan_brings_about_does_not_open_it_again():
    events = [RECEIVED, on(YES, "2026-02-02"), on(PLAN, "2026-05-01")]
    sent = state(ASKING, events, LATER)
    provided = state(ASKING, [*events, on(PROVIDED, "2026-05-02")], LATER)

    assert sent.ended
    assert kinds(sent.may_follow) == {PROVIDED}
    assert provided.ended
    assert provided.may_follow == ()


def test_what_comes_after_today_is_not_done_yet():
    assert state(ASKING, [RECEIVED, REFUSED], date(2026, 1, 6)).latest == RECEIVED


def test_an_event_of_another_process_is_no_step():
    other = on(Kind.HEARING_HELD, "2026-01-06")

    assert state(ASKING, [RECEIVED, other], LATER).done == (RECEIVED,)


def test_a_process_may_be_named_by_its_key():
    begun = state("ehc-needs-assessment", [RECEIVED], LATER)

    assert begun.process.key == "ehc-needs-assessment"
    assert check("ehc-needs-assessment", [RECEIVED]) == []


def test_a_process_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError):
        state("nonsense", [], LATER)


def test_a_history_in_order_has_no_problems():
    assert problems(RECEIVED, REFUSED, GAVE_WAY, on(YES, "2026-03-02")) == []


def test_the_order_of_entry_is_no_problem():
    assert problems(GAVE_WAY, REFUSED, RECEIVED) == []


def test_two_steps_of_one_day_stand_in_the_order_of_the_process():
    assert problems(on(YES, "2026-01-05"), RECEIVED) == []


def test_a_decision_before_the_request_is_out_of_order():
    [(path, says)] = problems(RECEIVED, on(NO, "2026-01-01"))

    assert path == "events[1].on"
    assert says == (
        "decided-not-to-assess on 1 January 2026 comes before request-received on "
        "5 January 2026. Check both days."
    )


def test_a_late_step_with_gaps_before_it_is_out_of_order_too():
    [(path, _)] = problems(RECEIVED, on(PLAN, "2026-01-01"))

    assert path == "events[1].on"


def test_what_is_not_recorded_is_no_problem():
    assert problems(on(PROVIDED, "2026-01-01")) == []
    assert problems(RECEIVED, on(PLAN, "2026-05-01")) == []


def test_what_may_come_before_or_after_says_nothing_of_the_order():
    assert problems(on(VIEWS, "2026-01-01"), on(YES, "2026-01-02"), GAVE_WAY) == []


def test_a_step_that_happens_once_cannot_happen_twice():
    [(path, says)] = problems(RECEIVED, on(REQUEST, "2026-01-06"))

    assert path == "events[1].kind"
    assert "can happen only once" in says


def test_what_may_be_done_again_may_happen_twice():
    assert problems(RECEIVED, on(VIEWS, "2026-01-06"), on(VIEWS, "2026-01-07")) == []


def test_nothing_but_its_answer_follows_an_end():
    [(path, says)] = problems(RECEIVED, REFUSED, on(VIEWS, "2026-02-03"))

    assert path == "events[2].on"
    assert says == (
        "views-given cannot follow the end of the process, decided-not-to-assess on "
        "2 February 2026."
    )


def test_an_event_of_another_process_is_named():
    [(path, says)] = problems(RECEIVED, on(Kind.HEARING_HELD, "2026-01-06"))

    assert path == "events[1].kind"
    assert says == "hearing-held is not part of the process asking."


def test_what_came_of_giving_way_may_have_gaps_too():
    assert problems(RECEIVED, REFUSED, GAVE_WAY, on(PLAN, "2026-07-01")) == []


def test_a_corrected_event_is_not_checked():
    mistaken = on(NO, "2025-01-01", id="a")
    corrected = on(NO, "2026-02-01", replaces="a")

    assert problems(RECEIVED, mistaken, corrected) == []


@pytest.mark.parametrize(
    ("event", "path", "says"),
    [
        (on(VIEWS, "2026-01-06", replaces="z"), "replaces", "No event is called 'z'."),
        (on(VIEWS, "2201-01-06"), "on", "2201-01-06 is not in the years 1900 to 2200."),
    ],
)
def test_an_event_wrong_in_itself_is_named(event, path, says):
    assert problems(RECEIVED, event) == [(f"events[1].{path}", says)]


def test_an_event_cannot_replace_itself():
    assert problems(RECEIVED, on(VIEWS, "2026-01-06", id="a", replaces="a")) == [
        ("events[1].replaces", "An event cannot replace itself.")
    ]


def test_two_events_of_one_name_are_both_named():
    twice = [on(VIEWS, "2026-01-06", id="a"), on(VIEWS, "2026-01-07", id="a")]

    paths = [path for path, _ in problems(RECEIVED, *twice)]
    assert paths == ["events[1].id", "events[2].id"]


def test_an_event_out_of_order_does_not_end_the_process():
    paths = [path for path, _ in problems(RECEIVED, on(NO, "2026-01-01"), REFUSED)]

    assert paths == ["events[1].on", "events[2].kind"]
