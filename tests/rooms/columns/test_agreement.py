"""Columns and the law are two readings of one set of rules, and never differ."""

from datetime import date
from functools import partial

import pyarrow as pa
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.factories.law import a_rule
from tests.law.test_properties import single
from tests.rooms.columns.caseloads import (
    DAYS,
    EDGES,
    Episode,
    by_the_columns,
    days,
    differences,
    episodes,
    events_table,
    facts_table,
    wide_table,
)
from waymark import columns
from waymark.columns.compiled import Asked
from waymark.columns.wide import over_arrow
from waymark.law import ENGLAND, PROCESSES, Event, Kind, Mode, Period, read
from waymark.law.limits import Branch, EarlierOf, FirstGiven, LaterOf

pytestmark = pytest.mark.slow

#: A batch that differs names the episode, so there is nothing to shrink for minutes.
in_batches = partial(settings, phases=[Phase.explicit, Phase.generate])

TODAYS = st.sampled_from([date(2026, 1, 13), date(2028, 12, 29), *EDGES])


@pytest.mark.parametrize("process", PROCESSES)
@in_batches(max_examples=4)
@given(data=st.data(), today=TODAYS)
def test_a_caseload_in_columns_reads_as_the_law_reads_it_case_by_case(
    process, data, today
):
    caseload = data.draw(st.lists(episodes(process, today), min_size=35, max_size=45))

    answer = columns.readings(process, wide_table(process, caseload), today)

    assert differences(process, caseload, answer, today) == []


@pytest.mark.parametrize("process", PROCESSES)
@in_batches(max_examples=2)
@given(data=st.data(), today=TODAYS)
def test_kinds_that_repeat_and_corrections_read_as_the_law_reads_them(
    process, data, today
):
    some = episodes(process, today) | episodes(process, today, repeats=True)
    caseload = data.draw(st.lists(some, min_size=20, max_size=30))
    facts = facts_table(process, caseload)

    answer = columns.read(process, events_table(caseload), today, facts)

    assert differences(process, caseload, answer, today) == []


START, OTHER, DONE, ENDS, BACK = (
    Kind.REQUEST_RECEIVED,
    Kind.BROUGHT_TO_NOTICE,
    Kind.DECIDED_TO_ASSESS,
    Kind.REQUEST_WITHDRAWN,
    Kind.REFUSAL_CONCEDED,
)
KINDS = [START, OTHER, DONE, ENDS, BACK]
PROCESS = "ehc-needs-assessment"


def branched(limits):
    starts = st.sampled_from(
        [frozenset({START}), frozenset({OTHER, BACK}), frozenset()]
    )
    branches = st.lists(
        st.builds(Branch, starts, limits, st.booleans()), min_size=1, max_size=3
    ).map(tuple)
    return st.one_of(
        st.builds(EarlierOf, branches),
        st.builds(FirstGiven, branches),
        st.builds(
            LaterOf, branches, st.none() | st.just(Period(0, Mode.TRIBUNAL_MONTHS))
        ),
    )


parts = st.frozensets(st.sampled_from(KINDS), max_size=3)
invented = st.fixed_dictionaries(
    {
        "limit": single | branched(single) | branched(branched(single)),
        "starts_with": parts,
        "met_by": parts,
        "ended_by": parts,
        "revived_by": parts,
        "restarts": st.booleans(),
        "floor": st.booleans(),
        "counts_from": st.sampled_from(["", "third-birthday"]),
        "in_force_from": st.sampled_from([date(2014, 9, 1), date(2025, 12, 25)]),
        "in_force_until": st.sampled_from([None, date(2025, 12, 31)]),
    }
)


@st.composite
def histories(draw):
    kinds = draw(st.lists(st.sampled_from(KINDS), unique=True))
    events = [Event(kind, draw(days()), draw(st.none() | days())) for kind in kinds]
    names = {"third-birthday": days(), "transfer-on": days()}
    return Episode(tuple(events), draw(st.fixed_dictionaries({}, optional=names)))


@in_batches(max_examples=5)
@given(
    shapes=st.lists(invented, min_size=6, max_size=8),
    caseload=st.lists(histories(), min_size=15, max_size=25),
    today=TODAYS,
)
def test_any_rule_that_can_be_written_reads_alike_in_both(shapes, caseload, today):
    rules = tuple(
        a_rule(id=f"Z{number}", process=PROCESS, **shape)
        for number, shape in enumerate(shapes)
    )
    wide = wide_table(PROCESS, caseload, rules)

    answer = over_arrow(Asked(PROCESS, rules), wide, today, ENGLAND)

    for episode, row in zip(caseload, by_the_columns(answer), strict=True):
        for rule in rules:
            said = read(rule, episode.events, today, episode.facts)
            expected = (said.state, said.started, said.due, said.met_on)
            assert tuple(row[f"{rule.id}_{part}"] for part in DAYS) == expected, episode


@pytest.mark.parametrize("mode", Mode)
def test_every_way_of_counting_gives_the_same_day(mode):
    rules = tuple(
        a_rule(id=f"Z{amount}", process=PROCESS, limit=Period(amount, mode))
        for amount in (
            [0] if mode in {Mode.BEFORE_DATE, Mode.AT_ONCE} else [0, 1, 3, 30]
        )
    )
    starts = [
        day
        for edge in EDGES
        for day in (date.fromordinal(edge.toordinal() + by) for by in range(-40, 8))
    ]
    caseload = [Episode((Event(START, day, day),)) for day in starts]
    today = date(2200, 12, 31)

    answer = over_arrow(
        Asked(PROCESS, rules), wide_table(PROCESS, caseload, rules), today, ENGLAND
    )

    for episode, row in zip(caseload, by_the_columns(answer), strict=True):
        for rule in rules:
            assert row[f"{rule.id}_due"] == read(rule, episode.events, today).due


def test_an_expression_of_ibis_gives_the_same_rows_as_an_arrow_table():
    import ibis

    process, today = "annual-review", date(2026, 1, 13)
    events = [
        Event(Kind.PLAN_FIRST_MADE, date(2025, 2, 28)),
        Event(Kind.REVIEW_MEETING_HELD, date(2025, 12, 1)),
    ]
    wide = wide_table(process, [Episode(tuple(events[:n])) for n in range(3)])

    lazily = columns.readings(process, ibis.memtable(wide), today).to_pyarrow()

    at_once = columns.readings(process, wide, today)
    assert by_the_columns(lazily) == by_the_columns(at_once)
    assert lazily.schema.field("R01_due").type == pa.date32()
