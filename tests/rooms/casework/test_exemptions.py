"""Exemptions: for one duty, on the law's own conditions, and never moving a day."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError

from tests.people import DAVINA, HESTER, IMRAN, LEILA
from tests.rooms.casework.asking import (
    ask,
    at,
    case,
    clock,
    day,
    of,
    refusal,
    step,
    text_of,
)
from waymark.access.audit import TurnedAway
from waymark.casework import services
from waymark.casework.models import Claim
from waymark.casework.queries.facts import together
from waymark.casework.queries.letters import words_of
from waymark.ids import new_id
from waymark.law.events import Kind
from waymark.law.rule import Exemption
from waymark.people import sealed

pytestmark = pytest.mark.django_db

AWAY = Exemption.ABSENT_FROM_AREA
ILL = Exemption.PERSONAL_CIRCUMSTANCES


@pytest.fixture
def assessing(family):
    """An assessment that was decided on, in the middle of February."""
    episode = ask(family)
    step(family, episode, Kind.DECIDED_TO_ASSESS, date(2026, 1, 13))
    with time_machine.travel("2026-02-16 09:00", tick=False):
        yield episode


def asks_health(family, episode):
    for kind in (Kind.ADVICE_ASKED, Kind.HEALTH_ADVICE_REQUEST_RECEIVED):
        step(family, episode, kind, date(2026, 1, 19))


def ground(**over):
    said = {
        "rule": "A14",
        "code": ILL,
        "facts": {
            "impractical-because": {ILL.value: True},
            "personal-circumstances": [{"from": "2026-02-02"}],
        },
        "evidence": "The hospital's letter of 3 February.",
        "reasons": "Rowan is in hospital, and nobody could be met.",
        "expected_on": date(2026, 6, 22),
        "review_on": date(2026, 3, 2),
        **over,
    }
    return services.Ground(**said)


def claim(family, episode, persona=DAVINA, **over):
    return services.claim_exemption(
        **of(family, episode, persona), ground=ground(**over)
    )


def agree(family, episode, row, persona=HESTER):
    return services.agree_to_claim(**of(family, episode, persona), claim_id=row.pk)


# ---- the law's conditions ------------------------------------------------------------


def test_a_ground_whose_conditions_are_met_can_be_claimed(family, assessing):
    row = claim(family, assessing)

    assert row.waits
    assert str(row) == f"{ILL.value} for A14"
    assert sealed.read(row, "sealed_evidence").startswith("The hospital")


def test_a_ground_that_was_not_impractical_is_refused_in_the_laws_words(
    family, assessing
):
    facts = {"personal-circumstances": [{"from": "2026-02-02"}]}
    field, says = refusal(claim, family, assessing, facts=facts)

    assert field == "code"
    assert says.startswith("This is not shown: ")


def test_three_weeks_away_lift_nothing(family, assessing):
    facts = {
        "impractical-because": {AWAY.value: True},
        "absences": [{"from": "2026-01-20", "until": "2026-02-10"}],
    }
    field, says = refusal(claim, family, assessing, code=AWAY, facts=facts)

    assert field == "code"
    assert "four weeks" in says or "4 weeks" in says


def test_a_ground_that_the_duty_does_not_know_is_refused(family, assessing):
    field, _says = refusal(
        claim, family, assessing, code=Exemption.ADVICE_APPOINTMENT_MISSED
    )
    assert field == "code"


@pytest.mark.parametrize("rule", ["D08", "Z99"])
def test_a_duty_of_another_process_is_refused(family, assessing, rule):
    assert refusal(claim, family, assessing, rule=rule)[0] == "rule"


def test_what_is_done_already_needs_no_exemption(family, assessing):
    field, says = refusal(claim, family, assessing, rule="A03")

    assert field == "rule"
    assert "not waited for" in says


# ---- what it does --------------------------------------------------------------------


def test_it_lifts_the_limit_and_moves_no_day(family, assessing):
    before = clock(case(family, assessing), "A14").due
    agree(family, assessing, claim(family, assessing))
    after = clock(case(family, assessing), "A14")
    lifted = next(each for each in after.exemptions if each.code is ILL)

    assert after.due == before
    assert lifted.met


def test_until_somebody_agrees_it_lifts_nothing(family, assessing):
    claim(family, assessing)
    reading = clock(case(family, assessing), "A14")
    lifted = next(each for each in reading.exemptions if each.code is ILL)

    assert not lifted.met


def test_the_family_is_to_be_told_why(family, assessing):
    row = agree(family, assessing, claim(family, assessing))
    words = words_of(row.letters.get())

    assert words["reasons"] == "Rowan is in hospital, and nobody could be met."
    assert "22 June 2026" in words["expected"]
    assert "2 March 2026" in words["expected"]
    assert "A14" not in words["still_on_time"]
    assert clock(case(family, assessing), "A19").met_on is None


def test_a_claim_is_given_back(family, assessing):
    row = claim(family, assessing)
    services.return_claim(
        **of(family, assessing, HESTER), claim_id=row.pk, why="Since when?"
    )
    row.refresh_from_db()

    assert sealed.read(row, "sealed_return") == "Since when?"
    assert refusal(agree, family, assessing, row)[1] == "This was answered already."


def test_the_store_itself_refuses_the_same_person_twice(family, assessing):
    row = claim(family, assessing)
    row.agreed_by = row.proposed_by
    with pytest.raises(IntegrityError):
        row.save()


@pytest.mark.parametrize("persona", [LEILA, IMRAN])
def test_neither_a_family_nor_a_school_claims(family, assessing, persona):
    with pytest.raises(TurnedAway):
        claim(family, assessing, persona)


def test_a_family_reads_an_exemption_once_it_was_agreed_to(family, assessing):
    row = claim(family, assessing)
    assert case(family, assessing, LEILA).claims == ()

    agree(family, assessing, row)
    assert len(case(family, assessing, LEILA).claims) == 1


def test_several_grounds_stand_together():
    one = {"absences": [1], "impractical-because": {"a": True}, "year": 9}
    two = {"absences": [2], "impractical-because": {"b": True}}

    assert together([one, two]) == {
        "absences": [1, 2],
        "impractical-because": {"a": True, "b": True},
        "year": 9,
    }


# ---- the pages -----------------------------------------------------------------------


def typed(**over):
    return {
        "rule": "A14",
        "code": ILL.value,
        "impractical": "on",
        "evidence": "A letter.",
        "reasons": "Rowan is in hospital.",
        **day("first", date(2026, 2, 2)),
        **day("expected_on", date(2026, 6, 22)),
        **day("review_on", date(2026, 3, 2)),
        **over,
    }


def test_an_officer_claims_and_a_manager_agrees_on_pages(family, assessing, sign_in):
    browser = sign_in(DAVINA)
    address = at(family, "claim_exemption", episode_id=assessing.pk)
    assert "moves no day" in text_of(browser.get(address))
    assert browser.post(address, typed()).status_code == 302

    row = Claim.objects.get()
    assert row.facts["personal-circumstances"] == [{"from": "2026-02-02"}]
    address = at(family, "answer_claim", episode_id=assessing.pk, claim_id=row.pk)
    browser = sign_in(HESTER)
    assert "A letter." in text_of(browser.get(address))
    assert browser.post(address).status_code == 302
    assert Claim.objects.get().agreed_at


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"impractical": ""}, "impractical because of it"),
        ({"rule": ""}, "Choose the step that takes longer"),
        (day("last", date(2026, 2, 1)), "comes before the first"),
        ({"code": Exemption.SCHOOL_CLOSED.value}, "on which it opens again"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    family, assessing, sign_in, over, says
):
    address = at(family, "claim_exemption", episode_id=assessing.pk)
    answer = sign_in(DAVINA).post(address, typed(**over))

    assert answer.status_code == 422
    assert says in text_of(answer)
    assert "Rowan is in hospital." in text_of(answer)
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    ("over", "name", "facts"),
    [
        (
            {
                "code": Exemption.ADVICE_APPOINTMENT_MISSED.value,
                "rule": "A05",
            },
            "missed-appointments",
            ["2026-02-02"],
        ),
        (
            {"code": AWAY.value, **day("last", date(2026, 3, 10))},
            "absences",
            [{"from": "2026-02-02", "until": "2026-03-10"}],
        ),
    ],
)
def test_what_was_typed_becomes_the_facts_that_the_law_reads(
    family, assessing, sign_in, over, name, facts
):
    asks_health(family, assessing)
    address = at(family, "claim_exemption", episode_id=assessing.pk)
    answer = sign_in(DAVINA).post(address, typed(**over))
    row = Claim.objects.first()

    assert answer.status_code == 302
    assert row.facts[name] == facts


def test_a_closed_school_lifts_a_limit_of_the_assessment(family, assessing, sign_in):
    asks_health(family, assessing)
    said = typed(
        code=Exemption.SCHOOL_CLOSED.value,
        **day("last", date(2026, 3, 4)),
        **day("advice_asked_on", date(2026, 1, 30)),
    )
    address = at(family, "claim_exemption", episode_id=assessing.pk)
    answer = sign_in(DAVINA).post(address, said)

    assert answer.status_code == 302
    assert Claim.objects.get().facts["advice-asked-on"] == ["2026-01-30"]


def test_a_claim_that_is_not_there_is_not_found(family, assessing, sign_in):
    address = at(family, "answer_claim", episode_id=assessing.pk, claim_id=new_id())
    assert sign_in(HESTER).get(address).status_code == 404
