"""The decision whether to assess: two limbs, one who proposes, another who agrees."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError

from tests.factories.accounts import account_of
from tests.people import DAVINA, HESTER, IMRAN, LEILA
from tests.rooms.casework.asking import (
    TUESDAY,
    ask,
    at,
    case,
    decided,
    easy_to_reach,
    limbs,
    of,
    refusal,
    send,
    step,
    text_of,
)
from waymark.access.audit import TurnedAway
from waymark.access.models import AuditEntry
from waymark.casework import policies, services
from waymark.casework.models import Decision
from waymark.casework.queries.letters import words_of
from waymark.casework.stricter import stricter_than_the_law
from waymark.ids import new_id
from waymark.law.events import Kind
from waymark.people import sealed

pytestmark = pytest.mark.django_db


def propose(family, episode, persona=DAVINA, **over):
    said = of(family, episode, persona)
    return services.propose_decision(**said, limbs=limbs(**over))


def agree(family, episode, row, persona=HESTER):
    said = of(family, episode, persona)
    return services.agree_to_decision(**said, decision_id=row.pk)


# ---- the test in law -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("needs", "plan", "is_yes"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_both_limbs_make_a_yes_and_one_alone_never_does(family, needs, plan, is_yes):
    row = propose(family, ask(family), has_needs=needs, may_need_plan=plan)

    assert row.is_yes is is_yes
    assert str(row) == ("To assess" if is_yes else "Not to assess")


def test_a_no_says_what_support_comes_next(family):
    field, says = refusal(propose, family, ask(family), next_support=" ")

    assert field == "next_support"
    assert "support comes next" in says
    assert not Decision.objects.exists()


def test_a_yes_needs_no_next_support(family):
    assert propose(family, ask(family), may_need_plan=True, next_support="")


def test_regard_is_had_to_the_age_of_somebody_over_eighteen(family):
    family.child.born_on = date(2007, 10, 5)
    family.child.save()
    episode = ask(family, asked_by="young-person")

    assert refusal(propose, family, episode)[0] == "age"
    assert propose(family, episode, age="Two more years lead to work.").pk


# ---- two people ----------------------------------------------------------------------


def test_what_somebody_proposes_another_agrees_to(family):
    episode = ask(family)
    row = propose(family, episode)

    assert row.waits
    assert agree(family, episode, row).agreed_by == account_of(HESTER).pk


def test_nobody_agrees_to_what_they_proposed_themselves(family):
    row = propose(family, ask(family))
    row.proposed_by = account_of(HESTER).pk
    row.save()

    _field, says = refusal(agree, family, row.episode, row)
    assert says == "Somebody else must agree to what you propose."


def test_the_store_itself_refuses_the_same_person_twice(family):
    row = propose(family, ask(family))
    row.agreed_by = row.proposed_by
    with pytest.raises(IntegrityError):
        row.save()


def test_a_proposal_is_given_back_with_what_to_look_at_again(family):
    episode = ask(family)
    row = propose(family, episode)
    services.return_decision(
        **of(family, episode, HESTER), decision_id=row.pk, why="Read the new report."
    )
    row.refresh_from_db()

    assert sealed.read(row, "sealed_return") == "Read the new report."
    assert not row.letters.exists()
    assert refusal(agree, family, episode, row)[1] == "This was answered already."


def test_a_later_proposal_takes_the_place_of_one_that_waits(family):
    episode = ask(family)
    propose(family, episode)
    later = propose(family, episode, may_need_plan=True)

    assert list(Decision.objects.values_list("pk", flat=True)) == [later.pk]


def test_nothing_else_is_proposed_while_a_decision_waits_to_be_sent(family):
    letter = decided(family, ask(family))

    assert "waits to be sent" in refusal(propose, family, letter.episode)[1]


def test_what_is_decided_cannot_be_decided_again(family):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY)

    assert "nothing to decide" in refusal(propose, family, episode)[1]


@pytest.mark.parametrize("persona", [LEILA, IMRAN])
def test_neither_a_family_nor_a_school_proposes(family, persona):
    episode = ask(family)
    with pytest.raises(TurnedAway):
        propose(family, episode, persona)


def test_whoever_proposes_does_not_agree(family):
    episode = ask(family)
    row = propose(family, episode)
    with pytest.raises(TurnedAway):
        agree(family, episode, row, DAVINA)


def test_who_proposed_and_who_agreed_is_written_down_without_a_word_of_it(family):
    decided(family, ask(family))
    said = [e.why for e in AuditEntry.objects.all()]

    assert {"A decision was proposed", "A decision was agreed to"} <= set(said)
    assert not any("Rowan" in each for each in said)


@dataclass
class Proposed:
    proposed_by: UUID
    waits: bool


def test_who_may_answer_a_proposal():
    mine, yours = new_id(), new_id()

    assert policies.may_answer(Proposed(mine, True), yours)
    assert not policies.may_answer(Proposed(mine, True), mine)
    assert not policies.may_answer(Proposed(mine, False), yours)
    assert policies.may_answer(Proposed(mine, True), mine).reason.startswith("Somebody")


# ---- its letter ----------------------------------------------------------------------


def test_what_was_decided_fills_the_letter_and_nobody_types_it_again(family):
    letter = decided(family, ask(family))
    words = words_of(letter)

    assert letter.kind == "refusal"
    assert words["reasons"].startswith("Rowan has special educational needs.")
    assert "speech screening" in words["evidence"]
    assert "review of May" in words["evidence"]
    assert words["next_support"].startswith("Ms Oak")


def test_a_yes_begins_the_letter_that_says_so(family):
    letter = decided(family, ask(family), may_need_plan=True)

    assert letter.kind == "will-assess"
    assert words_of(letter) == {}


def test_a_decision_counts_from_the_day_its_letter_is_sent(family):
    easy_to_reach()
    letter = decided(family, ask(family))

    assert not case(family, letter.episode).state.ended
    send(family, letter)
    assert case(family, letter.episode).state.ended


def test_a_family_reads_what_was_decided_once_it_is_told(family):
    easy_to_reach()
    letter = decided(family, ask(family))

    assert case(family, letter.episode, LEILA).decisions == ()
    send(family, letter)
    assert len(case(family, letter.episode, LEILA).decisions) == 1


def test_what_waits_to_be_told_is_looked_through_and_not_proposed_anew(family, sign_in):
    letter = decided(family, ask(family))
    address = at(family, "case", episode_id=letter.episode_id)
    shown = text_of(sign_in(DAVINA).get(address))

    assert "Look through the letter and send it: We will not assess" in shown
    assert "agreed, and not told yet" in shown
    assert "Propose whether to assess" not in shown


# ---- words that ask more than the law ------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "There were not two cycles of support.",
        "Rowan is not 2 years behind.",
        "There is no diagnosis.",
        "The school has not spent £6,000.",
        "Rowan has not been seen by an educational psychologist.",
    ],
)
def test_a_test_that_is_stricter_than_the_law_is_pointed_at(words):
    found = list(stricter_than_the_law(words))

    assert len(found) == 1
    assert found[0].words.lower() in words.lower()


def test_what_the_law_asks_is_not_pointed_at():
    said = "Rowan has needs; the school's support since September meets them."

    assert list(stricter_than_the_law(said)) == []


# ---- the pages -----------------------------------------------------------------------

TYPED = {
    "has_needs": "True",
    "needs_evidence": "A screening.",
    "may_need_plan": "False",
    "plan_evidence": "There were not two cycles.",
    "reasons": "The school meets the needs.",
    "next_support": "Weekly help.",
}


def test_an_officer_proposes_and_a_manager_agrees_on_pages(family, sign_in):
    episode = ask(family)
    browser = sign_in(DAVINA)
    address = at(family, "propose_decision", episode_id=episode.pk)
    assert "Section 36(8)(a)" in text_of(browser.get(address))
    assert browser.post(address, TYPED).status_code == 302

    row = Decision.objects.get()
    answer = at(family, "answer_decision", episode_id=episode.pk, decision_id=row.pk)
    browser = sign_in(HESTER)
    shown = text_of(browser.get(answer))
    assert "No number of cycles of support is asked for in law." in shown
    assert browser.post(answer).status_code == 302
    assert Decision.objects.get().agreed_by == account_of(HESTER).pk


def test_a_manager_gives_a_proposal_back_on_a_page(family, sign_in):
    episode = ask(family)
    row = propose(family, episode)
    address = at(family, "answer_decision", episode_id=episode.pk, decision_id=row.pk)
    browser = sign_in(HESTER)

    answer = browser.post(address, {"back": "1", "why": ""})
    assert answer.status_code == 422
    assert "Say what is to be looked at again" in text_of(answer)
    assert browser.post(address, {"back": "1", "why": "Ask Kezia."}).status_code == 302
    assert "given back" in text_of(
        browser.get(at(family, "case", episode_id=episode.pk))
    )


def test_a_no_without_next_support_keeps_what_was_typed(family, sign_in):
    episode = ask(family)
    address = at(family, "propose_decision", episode_id=episode.pk)
    answer = sign_in(DAVINA).post(address, TYPED | {"next_support": ""})

    assert answer.status_code == 422
    assert "There were not two cycles." in text_of(answer)
    assert "Say what support comes next" in text_of(answer)


def test_whoever_proposed_is_told_why_they_may_not_agree(family, sign_in):
    episode = ask(family)
    row = propose(family, episode)
    Decision.objects.update(proposed_by=account_of(HESTER).pk)
    address = at(family, "answer_decision", episode_id=episode.pk, decision_id=row.pk)

    shown = text_of(sign_in(HESTER).get(address))
    assert "Somebody else must agree" in shown
    assert "Give it back" not in shown


def test_a_proposal_that_is_not_there_is_not_found(family, sign_in):
    episode = ask(family)
    address = at(family, "answer_decision", episode_id=episode.pk, decision_id=new_id())
    assert sign_in(HESTER).get(address).status_code == 404
