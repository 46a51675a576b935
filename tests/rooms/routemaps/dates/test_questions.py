"""The questions and the law belong together."""

import tomllib
from pathlib import Path

import pytest

from tests.rooms.routemaps.dates.cases import TODAY, assessment
from waymark.law import FACTS, PROCESSES, RULES, rules_of
from waymark.law.rule import Party, Remedy
from waymark.routemaps.dates import duties, remedies
from waymark.routemaps.dates.findings import BINDING
from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES
from waymark.routemaps.dates.words import Who

ASKED = pytest.mark.parametrize("asked", QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)
LETTERS = Path(__file__).parents[4] / "areas" / "england" / "letters.toml"


def _kinds_known(asked):
    processes = [asked.process, *([asked.then] if asked.then else [])]
    return {step.kind for key in processes for step in PROCESSES[key].steps}


def _may_start(asked):
    """The rules that an answer can start."""
    processes = [asked.process, *([asked.then] if asked.then else [])]
    rules = {rule.id: rule for key in processes for rule in rules_of(key)}
    return [
        rule
        for rule in rules.values()
        if rule.starts_with & asked.kinds or (rule.applies_if and not rule.starts_with)
    ]


@ASKED
def test_every_event_asked_about_is_part_of_the_process(asked):
    assert asked.kinds <= _kinds_known(asked)


@ASKED
def test_no_name_is_asked_twice(asked):
    names = [name for question in asked.questions for name in question.days]

    assert len(names) == len(set(names))


@ASKED
def test_nobody_is_ever_asked_for_a_birthday(asked):
    said = " ".join(f"{q.name} {q.label}" for q in asked.questions).lower()

    assert "birth" not in said
    assert "name" not in said.split()


@ASKED
def test_every_rule_that_an_answer_can_start_has_a_short_name(asked):
    assert [rule.id for rule in _may_start(asked) if not duties.has_a_name(rule)] == []


@ASKED
def test_every_duty_that_can_be_late_has_a_letter(asked):
    letters = tomllib.loads(LETTERS.read_text(encoding="utf-8"))["letters"]
    written = {letter["rule"] for letter in letters if letter["when"] == "late"}

    missing = [
        rule.id
        for rule in _may_start(asked)
        if rule.strength in BINDING
        and rule.holder is not Party.PARENT
        and not rule.floor
        and not rule.one_ending
        and rule.remedies
        and rule.met_by & asked.kinds
        and rule.id not in written
    ]
    assert missing == []


def test_facts_are_called_what_the_law_calls_them():
    case = assessment(
        request_received=TODAY,
        closed_on=TODAY,
        reopens_on=TODAY.replace(month=3),
        advice_asked_on=TODAY,
        away_from=TODAY,
    )

    assert set(case.answers.facts()) <= set(FACTS)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_delay_is_never_met_with_an_offer_of_appeal(rule):
    late = assessment(request_received=TODAY).readings[0]._replace(rule=rule)

    offered = " ".join(
        f"{way.title} {way.words}" for way in remedies.ways(late, Who.PARENT)
    )

    assert "appeal" not in offered.lower()
    assert "tribunal" not in offered.lower()
    assert Remedy.APPEAL not in remedies.OFFERED
