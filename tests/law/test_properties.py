"""What holds for every history of every rule, whatever was typed and when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.law import a_rule
from waymark.law.events import Event, Kind
from waymark.law.facts import FACTS
from waymark.law.limits import (
    AsOrdered,
    Branch,
    EarlierOf,
    FirstGiven,
    FixedDay,
    LaterOf,
    Mode,
    Period,
    TimesPerSchoolYear,
    WithStep,
)
from waymark.law.processes import PROCESSES
from waymark.law.progress import check, state
from waymark.law.rule import Exemption
from waymark.law.rules import RULES
from waymark.law.states import State
from waymark.law.timeline import read, readings, rules_of

START, OTHER, DONE, ENDS, BACK = (
    Kind.REQUEST_RECEIVED,
    Kind.BROUGHT_TO_NOTICE,
    Kind.DECIDED_TO_ASSESS,
    Kind.REQUEST_WITHDRAWN,
    Kind.REFUSAL_CONCEDED,
)
FORWARD = [
    Mode.WEEKS_WITHIN,
    Mode.DAYS_WITHIN,
    Mode.DAYS_BEGINNING_WITH,
    Mode.MONTHS_AFTER,
    Mode.MONTHS_BEGINNING_WITH,
    Mode.WORKING_DAYS_WITHIN,
    Mode.WORKING_DAYS_BEGINNING_WITH,
    Mode.AT_ONCE,
    Mode.TRIBUNAL_MONTHS,
    Mode.TRIBUNAL_WORKING_DAYS,
]

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
near = st.dates(date(2014, 9, 1), date(2028, 6, 30))
forward = st.builds(Period, st.integers(1, 30), st.sampled_from(FORWARD))
periods = st.builds(Period, st.integers(0, 30), st.sampled_from(Mode))


def branches(limits):
    starts = st.sampled_from([frozenset({START}), frozenset({OTHER}), frozenset()])
    branch = st.builds(Branch, starts, limits, st.booleans())
    return st.lists(branch, min_size=1, max_size=3).map(tuple)


def combined(limits):
    plain = branches(limits)
    return st.one_of(
        limits,
        st.builds(EarlierOf, plain),
        st.builds(FirstGiven, plain),
        st.builds(LaterOf, plain, st.none() | limits.filter(_is_period)),
    )


def _is_period(limit):
    return isinstance(limit, Period)


single = st.one_of(
    periods,
    st.just(AsOrdered()),
    st.just(WithStep()),
    st.just(TimesPerSchoolYear(3)),
    st.builds(FixedDay, st.integers(1, 12), st.integers(1, 31)),
)


def rules(limits, **more):
    return st.builds(
        a_rule,
        limit=limits,
        starts_with=st.just(frozenset({START, OTHER})),
        met_by=st.just(frozenset({DONE})),
        ended_by=st.sampled_from([frozenset(), frozenset({ENDS})]),
        revived_by=st.just(frozenset({BACK})),
        restarts=st.booleans(),
        also_asap=st.booleans(),
        exemptions=st.sampled_from([(), tuple(Exemption)]),
        in_force_from=st.just(date.min),
        **more,
    )


def histories(on):
    kinds = st.sampled_from([START, OTHER, DONE, ENDS, BACK, Kind.ADVICE_ASKED])
    return st.lists(st.builds(Event, kinds, on, st.none() | on), max_size=8)


def corrected(on):
    names = st.none() | st.sampled_from(["a", "b", "c"])
    kinds = st.sampled_from([START, DONE, ENDS])
    return st.lists(
        st.builds(Event, kinds, on, st.none() | on, names, names), max_size=6
    )


odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | days.map(str),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["from", "until", "closed_on", "reopens_on", "kind", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
facts = st.dictionaries(st.sampled_from([*FACTS, "no-such-fact"]), odd, max_size=4)

any_rule = rules(combined(single), floor=st.booleans())
clocks = rules(combined(forward))


@given(any_rule, corrected(st.dates()) | histories(st.dates()), st.dates(), facts)
def test_reading_never_fails_whatever_it_is_given(rule, events, today, stated):
    reading = read(rule, events, today, stated)

    assert reading.says.endswith(".")
    assert reading.late_from is None or reading.late_from > reading.due
    assert reading.act_by is None or reading.act_by <= reading.due


@given(any_rule, corrected(near) | histories(near), near, facts, st.randoms())
def test_the_order_of_entry_never_matters(rule, events, today, stated, chance):
    shuffled = chance.sample(events, len(events))

    assert read(rule, events, today, stated) == read(rule, shuffled, today, stated)


@given(clocks, histories(near), near, histories(near), st.integers(0, 400))
def test_a_clock_once_met_stays_met(rule, events, today, more, days_on):
    now = read(rule, events, today)
    latest = max((event.on for event in events), default=today)
    later = [event for event in more if event.on > max(today, latest)]

    if now.met_on is not None:
        then = read(rule, [*events, *later], today + timedelta(days_on))
        assert then.met_on == now.met_on
        assert then.state in {State.MET, State.MET_LATE}
        assert (then.due, then.state) == (now.due, now.state)


@given(clocks, histories(near), near)
def test_a_clock_that_counts_forward_is_never_due_before_its_start(rule, events, today):
    reading = read(rule, events, today)

    if isinstance(rule.limit, Period) and reading.due is not None:
        assert reading.due >= reading.started


@given(any_rule, histories(near), near, histories(near))
def test_what_comes_after_today_changes_nothing(rule, events, today, more):
    past = [event for event in events if event.on <= today]
    future = [event for event in more if event.on > today]

    assert read(rule, past, today) == read(rule, [*past, *future], today)


@given(any_rule, histories(near), near, facts)
def test_no_fact_about_an_exemption_moves_a_due_day(rule, events, today, stated):
    liftable = {
        name: value for name, value in stated.items() if not name.startswith("transfer")
    }

    assert read(rule, events, today, liftable).due == read(rule, events, today).due


@given(any_rule, histories(near), near)
def test_a_reading_agrees_with_itself(rule, events, today):
    reading = read(rule, events, today)

    late = reading.due is not None and (reading.met_on or today) > reading.due
    assert (reading.state in {State.OVERDUE, State.MET_LATE}) <= late
    assert (reading.state is State.NOT_STARTED) <= (reading.due is None)
    assert (reading.met_on is not None) == (
        reading.state in {State.MET, State.MET_LATE}
    )


the_rules = st.sampled_from(list(RULES.values()))
any_kind = st.sampled_from(Kind)
full = st.lists(st.builds(Event, any_kind, near, st.none() | near), max_size=20)


@st.composite
def cases(draw):
    """A rule of the law, and a history of its own events among any others."""
    rule = draw(the_rules)
    own = sorted(rule.starts_with | rule.met_by | rule.ended_by | rule.revived_by)
    kinds = st.sampled_from(own)
    events = st.lists(st.builds(Event, kinds, near, st.none() | near), max_size=8)
    return rule, draw(events) + draw(full)


@given(cases(), near, facts, st.randoms())
def test_every_rule_of_the_law_reads_any_history_in_any_order(
    case, today, stated, chance
):
    rule, events = case
    shuffled = chance.sample(events, len(events))

    reading = read(rule, events, today, stated)
    assert reading == read(rule, shuffled, today, stated)
    assert reading.says.endswith(".")


@given(cases(), near, cases(), st.integers(0, 400))
def test_every_rule_of_the_law_once_met_stays_met(case, today, other, days_on):
    rule, events = case
    now = read(rule, events, today)
    latest = max((event.on for event in events), default=today)
    later = [event for event in other[1] if event.on > max(today, latest)]

    if now.met_on is not None:
        then = read(rule, [*events, *later], today + timedelta(days_on))
        assert (then.met_on, then.due, then.state) == (now.met_on, now.due, now.state)


@given(st.sampled_from(list(PROCESSES)), full, near)
def test_a_process_is_read_as_its_rules_are(process, events, today):
    together = readings(process, events, today)

    assert [reading.rule for reading in together] == list(rules_of(process))
    assert check(process, events) == check(process, list(events))
    assert state(process, events, today).process.key == process


@given(any_rule, near, near)
def test_a_corrected_event_is_as_if_it_had_never_been(rule, wrong, right):
    mistaken = Event(START, wrong, id="a")
    correction = Event(START, right, replaces="a")
    plain = Event(START, right)

    reading = read(rule, [mistaken, correction], max(wrong, right))
    assert reading == read(rule, [plain], max(wrong, right))


@pytest.mark.parametrize("limit", [WithStep(), TimesPerSchoolYear(3), AsOrdered()])
def test_no_number_is_made_up(limit):
    started = Event(START, date(2026, 1, 5))

    assert read(a_rule(limit=limit), [started], date(2026, 9, 1)).due is None
