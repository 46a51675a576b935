"""Facts as stated: read if they can be, otherwise not known; and told apart."""

import json
from datetime import date

import pytest

from waymark.law.facts import FACTS
from waymark.law.stated import NOTHING, Spell, problems, stated

SUMMER = {"closed_on": "2026-07-22", "reopens_on": "2026-09-02", "kind": "school"}


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.name)
def test_the_example_of_every_fact_can_be_read(fact):
    assert problems({fact.name: json.loads(fact.example)}) == []


def test_a_fact_may_be_a_day_and_not_its_text():
    assert stated({"transfer-on": date(2027, 9, 1)}).days == {
        "transfer-on": date(2027, 9, 1)
    }


def test_a_spell_may_go_on():
    spells = stated({"absences": [{"from": "2026-03-02"}]}).spells

    assert spells == {"absences": (Spell(date(2026, 3, 2), None),)}


@pytest.mark.parametrize("facts", [None, {}, [], "facts", 0])
def test_no_facts_are_nothing_known(facts):
    assert stated(facts) == NOTHING


@pytest.mark.parametrize("facts", ["transfer-on", [1], 7])
def test_facts_that_are_no_facts_are_nothing_known(facts):
    assert stated(facts) == NOTHING


@pytest.mark.parametrize(
    ("name", "value", "path", "says"),
    [
        ("transfer-on", "20270901", "", "must be a day"),
        ("transfer-on", "2027-W35-3", "", "must be a day"),
        ("transfer-on", "2027-02-30", "", "must be a day"),
        ("transfer-on", 5, "", "must be a day"),
        ("transfer-on", "1899-12-31", "", "not in the years 1900 to 2200"),
        ("missed-appointments", "2026-01-01", "", "must be a list"),
        ("missed-appointments", ["2026-01-01", "x"], "[1]", "must be a day"),
        ("absences", ["2026-01-01"], "[0]", "must be an object"),
        ("absences", [{"until": "2026-01-01"}], "[0].from", "missing"),
        ("absences", [{"from": "2026-01-01", "to": 1}], "[0].to", "Only these names"),
        (
            "absences",
            [{"from": "2026-01-02", "until": "2026-01-01"}],
            "[0].until",
            "is before",
        ),
        ("closures", [{**SUMMER, "kind": "shop"}], "[0].kind", "must be one of"),
        (
            "closures",
            [{**SUMMER, "reopens_on": "2026-07-22"}],
            "[0].reopens_on",
            "is not after",
        ),
        ("transfer-year", "2027", "", "must be a year"),
        ("transfer-year", True, "", "must be a year"),
        ("transfer-year", 1800, "", "must be a year"),
        ("young-person", "yes", "", "true or false"),
        ("transfer-phase", "sideways", "", "must be one of"),
        ("transfer-phase", 3, "", "must be one of"),
        ("impractical-because", {"EX-A": "yes"}, ".EX-A", "true or false"),
        ("impractical-because", {"EX-Z": True}, ".EX-Z", "Only these names"),
        ("shoe-size", 4, "", "no such fact"),
    ],
)
def test_an_odd_fact_is_named_and_otherwise_not_known(name, value, path, says):
    [problem] = problems({name: value})

    assert problem.path == f"facts.{name}{path}"
    assert says in problem.says
    assert stated({name: value}) == NOTHING


def test_one_odd_fact_leaves_the_others_known():
    facts = {"transfer-on": "nonsense", "transfer-year": 2027}

    assert stated(facts).years == {"transfer-year": 2027}


def test_a_yes_or_no_is_kept_in_words():
    assert stated({"young-person": False}).words == {"young-person": "no"}


def test_a_name_that_is_no_text_is_odd():
    [problem] = problems({3: "x"})

    assert problem.path == "facts.3"
