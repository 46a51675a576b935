"""The same sentence for a parent, a young person and somebody who helps."""

import re

import pytest

from waymark.law import RULES
from waymark.law.rule import Party
from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES
from waymark.routemaps.dates.words import Who, party, worded

SAYS = "If you want a meeting, the council must tell you what your child gets."


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (Who.PARENT, SAYS),
        (
            Who.YOUNG_PERSON,
            "If you want a meeting, the council must tell you what you get.",
        ),
        (
            Who.HELPER,
            "If the family wants a meeting, the council must tell the family what the "
            "child or young person gets.",
        ),
    ],
)
def test_a_sentence_turns_to_whoever_asks(who, words):
    assert worded(SAYS, who) == words


def test_a_sentence_keeps_its_capital():
    assert worded("Your child's plan.", Who.YOUNG_PERSON) == "Your plan."
    assert worded("You may ask.", Who.HELPER) == "The family may ask."


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_no_sentence_of_the_law_speaks_to_the_wrong_person(rule):
    young, helper = (worded(rule.says, w) for w in (Who.YOUNG_PERSON, Who.HELPER))

    assert "your child" not in young.lower()
    assert not re.search(r"\byou(r|rs)?\b", helper, re.IGNORECASE)
    assert not re.search(r"\byou (is|has|gets|wants)\b", young)


@pytest.mark.parametrize("asked", QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)
def test_no_question_speaks_to_the_wrong_person(asked):
    for question in asked.questions:
        assert "your child" not in worded(question.label, Who.YOUNG_PERSON).lower()
        assert not re.search(r"\byou\b", worded(question.label, Who.HELPER))


@pytest.mark.parametrize("who", Who)
@pytest.mark.parametrize("holder", Party)
def test_every_party_has_a_name_in_plain_words(holder, who):
    assert party(holder, who)


@pytest.mark.parametrize("who", Who)
def test_who_asks_changes_the_page(open_page, who):
    page = open_page(
        f"who={who.value}&request-received=2025-06-02&final-plan-sent=2025-10-01"
    )

    section = page.split("The help in section F")[1]
    said = {
        Who.PARENT: "make sure that your child gets all",
        Who.YOUNG_PERSON: "make sure that you get all",
        Who.HELPER: "make sure that the child or young person gets all",
    }
    assert said[who] in section


def test_a_young_persons_letter_is_about_themselves(open_page):
    page = open_page("who=young-person&request-received=2025-11-24")

    assert "The request of [your own name] reached you" in page
