"""The fourteen processes: whole, reachable, and in step with the rules."""

from collections.abc import Iterable

import pytest

from waymark.law.events import Kind
from waymark.law.facts import FACTS
from waymark.law.limits import EarlierOf, FirstGiven, LaterOf, Limit
from waymark.law.process import Process
from waymark.law.processes import PROCESSES
from waymark.law.rule import Rule
from waymark.law.rules import RULES

KEYS = [
    "ehc-needs-assessment",
    "annual-review",
    "phase-transfer",
    "re-assessment",
    "amendment",
    "move-between-authorities",
    "mediation-and-appeal",
    "tribunal-order",
    "ceasing",
    "personal-budget",
    "sen-support",
    "early-years-notification",
    "local-offer-publication",
    "detained-person",
]

every_process = pytest.mark.parametrize("process", PROCESSES.values(), ids=PROCESSES)


def kinds_of(process: Process) -> set[Kind]:
    return {step.kind for step in process.steps}


def limit_kinds(limit: Limit) -> set[str]:
    if not isinstance(limit, EarlierOf | LaterOf | FirstGiven):
        return set()
    found: set[str] = set()
    for branch in limit.branches:
        found |= branch.starts_with | limit_kinds(branch.limit)
    return found


def rule_kinds(rule: Rule) -> set[str]:
    named = rule.starts_with | rule.met_by | rule.ended_by | rule.revived_by
    return set(named) | limit_kinds(rule.limit)


def read_in(process: Process) -> list[Rule]:
    own = [rule for rule in RULES.values() if rule.process == process.key]
    return own + [RULES[number] for number in process.borrows]


def test_there_are_fourteen_processes() -> None:
    assert list(PROCESSES) == KEYS


@every_process
def test_each_event_stands_once_in_a_process(process: Process) -> None:
    assert len(kinds_of(process)) == len(process.steps)


@every_process
def test_each_step_has_a_short_title_of_its_own(process: Process) -> None:
    titles = [step.title for step in process.steps]
    assert len(set(titles)) == len(titles)
    assert all(title[0].isupper() and len(title) <= 65 for title in titles)
    assert not any(title.endswith(".") for title in titles)


@every_process
def test_an_event_follows_only_events_of_its_own_process(process: Process) -> None:
    for step in process.steps:
        assert step.follows <= kinds_of(process), step.kind
        assert step.kind not in step.follows or step.may_repeat, step.kind


@every_process
def test_a_process_has_an_opening_and_an_end(process: Process) -> None:
    assert any(not step.follows for step in process.steps)
    assert any(step.ends for step in process.steps)


@every_process
def test_every_event_can_be_reached_from_an_opening(process: Process) -> None:
    reached = {step.kind for step in process.steps if not step.follows}
    for _ in process.steps:
        reached |= {s.kind for s in process.steps if s.follows & reached}
    assert reached == kinds_of(process)


@every_process
def test_a_no_opens_only_what_exists(process: Process) -> None:
    for step in process.steps:
        for opened in step.if_no:
            assert opened in PROCESSES or opened in kinds_of(process), opened


@every_process
def test_every_refusal_opens_something(process: Process) -> None:
    for step in process.steps:
        if step.kind.startswith("decided-not-") or step.kind.endswith("-refused"):
            assert step.if_no, step.kind


@every_process
def test_the_events_of_each_rule_are_in_its_process(process: Process) -> None:
    for rule in RULES.values():
        if rule.process == process.key:
            assert rule_kinds(rule) <= kinds_of(process), rule.id


@every_process
def test_a_borrowed_rule_can_start_and_be_met_in_the_process(process: Process) -> None:
    for number in process.borrows:
        rule = RULES[number]
        assert rule.process != process.key
        assert rule.starts_with & kinds_of(process), number
        assert rule.met_by & kinds_of(process), number


@every_process
def test_an_event_is_informational_exactly_where_no_rule_uses_it(
    process: Process,
) -> None:
    used = union(rule_kinds(rule) for rule in read_in(process))
    for step in process.steps:
        assert step.informational == (step.kind not in used), step.kind


def union(sets: Iterable[set[str]]) -> set[str]:
    return set().union(*sets)


def test_every_kind_of_event_belongs_to_some_process() -> None:
    assert union(set(kinds_of(p)) for p in PROCESSES.values()) == set(Kind)


def test_every_rule_belongs_to_a_process_and_every_process_has_a_rule() -> None:
    assert {rule.process for rule in RULES.values()} == set(PROCESSES)


@every_process
def test_a_process_asks_only_for_facts_that_exist(process: Process) -> None:
    assert set(process.facts) <= set(FACTS)
    for rule in read_in(process):
        assert {given.fact for given in rule.applies_if} <= set(process.facts)
        assert not rule.counts_from or rule.counts_from in process.facts


@every_process
def test_a_process_asks_for_what_its_exemptions_turn_on(process: Process) -> None:
    for rule in read_in(process):
        if rule.exemptions and rule.process == process.key:
            assert "impractical-because" in process.facts
            assert "absences" in process.facts


def test_a_refusal_to_assess_opens_mediation_and_may_be_given_up() -> None:
    steps = {step.kind: step for step in PROCESSES["ehc-needs-assessment"].steps}
    refusal = steps[Kind.DECIDED_NOT_TO_ASSESS]
    assert refusal.if_no == ("mediation-and-appeal", "refusal-conceded")
    assert Kind.REFUSAL_CONCEDED in steps[Kind.DECIDED_TO_ASSESS].follows


def test_a_draft_comes_before_the_final_plan_in_the_order_of_one_day() -> None:
    order = [step.kind for step in PROCESSES["ehc-needs-assessment"].steps]
    assert order.index(Kind.DRAFT_PLAN_SERVED) < order.index(Kind.FINAL_PLAN_SENT)
    assert order.index(Kind.REQUEST_RECEIVED) < order.index(Kind.DECIDED_TO_ASSESS)
