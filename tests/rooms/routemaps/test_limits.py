"""The law's limits stand inside a sentence, and rules are found by their keys."""

from waymark.guidance.limits import rules_named, unknown_keys
from waymark.law import RULES
from waymark.routemaps import limits


def test_every_rule_of_the_law_has_words():
    assert RULES.keys() <= limits.token_words().keys()
    assert all(limits.token_words().values())


def test_a_limit_can_be_quoted_by_its_bare_length_or_its_number():
    words = limits.token_words()
    assert (words["A03 length"], words["A03 number"]) == ("6 weeks", "6")
    assert (words["D01 length"], words["D01 number"]) == ("2 months", "2")


def test_a_limit_that_has_no_length_cannot_be_quoted_by_it():
    assert "A16 length" not in limits.token_words()
    assert unknown_keys("[[A16 length]] [[A03 length]] [[A16]]") == ["A16 length"]


def test_the_rules_of_a_text_are_found_however_it_quotes_them():
    assert rules_named("[[A03 length]], [[D01]], [[Z99]]") == ["A03", "D01"]


def test_a_limit_is_said_as_people_say_it():
    words = limits.token_words()
    assert words["A03"] == "within 6 weeks"
    assert words["A10"] == "at least 15 days"


def test_rules_come_back_in_the_order_asked_for():
    assert [rule.id for rule in limits.known(["A10", "Z99", "A03"])] == ["A10", "A03"]
