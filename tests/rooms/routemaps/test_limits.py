"""The law's limits as words that stand inside a sentence."""

import pytest

from waymark.law import RULES
from waymark.routemaps import limits

SAID = {
    "A01": "as soon as possible",
    "A03": "within 6 weeks",
    "A10": "at least 15 days",
    "A14": "within 20 weeks",
    "A15": "at the same time",
    "A16": "straight away",
    "D02": "within 3 working days",
    "D08": "within 2 months or within 1 month, whichever is later",
    "D11": "within 1 week",
    "D12": "within 30 working days or by the day that was ordered",
    "P01": "before 15 February or within 12 weeks, whichever is earlier",
    "P03": "at least 5 months before",
    "P04": "at least 12 weeks before 15 February or 31 March",
    "R04": "at least 2 weeks before",
}


@pytest.mark.parametrize(("key", "words"), SAID.items())
def test_a_limit_is_said_as_people_say_it(key, words):
    assert limits.words(RULES[key]) == words


@pytest.mark.parametrize("key", RULES)
def test_every_rule_of_the_law_has_words(key):
    assert limits.words(RULES[key])


def test_rules_come_back_in_the_order_asked_for():
    assert [rule.id for rule in limits.known(["A10", "Z99", "A03"])] == ["A10", "A03"]
