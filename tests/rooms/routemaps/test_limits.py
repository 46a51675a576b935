"""The law's limits stand inside a sentence, and rules are found by their keys."""

from waymark.law import RULES
from waymark.routemaps import limits


def test_every_rule_of_the_law_has_words():
    assert set(limits.token_words()) == set(RULES)
    assert all(limits.token_words().values())


def test_a_limit_is_said_as_people_say_it():
    words = limits.token_words()
    assert words["A03"] == "within 6 weeks"
    assert words["A10"] == "at least 15 days"


def test_rules_come_back_in_the_order_asked_for():
    assert [rule.id for rule in limits.known(["A10", "Z99", "A03"])] == ["A10", "A03"]
