"""What the tests of casework do again and again."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.factories.organisations import a_helper
from tests.factories.people import acting
from tests.people import DAVINA, HESTER
from waymark.casework import queries, services

MONDAY = date(2026, 1, 5)
TUESDAY = date(2026, 1, 13)


def ask(family, persona=DAVINA, **over):
    said = {"asked_by": "parent", "channel": "post", "received_on": MONDAY, **over}
    return services.record_request(
        actor=acting(persona), child_id=family.child.pk, **said
    )


def step(family, episode, kind, on, persona=HESTER):
    return services.record_step(
        actor=acting(persona),
        child_id=family.child.pk,
        episode_id=episode.pk,
        kind=kind,
        on=on,
    )


def case(family, episode, persona=DAVINA, **more):
    return queries.case_of(acting(persona), family.child.pk, episode.pk, **more)


def clock(view, rule):
    return next(each for each in view.readings if each.rule.id == rule)


def refusal(do, *args, **said):
    with pytest.raises(services.Refused) as problem:
        do(*args, **said)
    return problem.value.field, problem.value.says


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def at(family, page, **more):
    return reverse(f"casework:{page}", kwargs={"child_id": family.child.pk, **more})


def day(name, value):
    return {
        f"{name}-day": value.day,
        f"{name}-month": value.month,
        f"{name}-year": value.year,
    }


HELPERS = ("send-team", "council", "sendiass", "mediation", "sentribunal", "lgsco")


def easy_to_reach():
    """Everybody whom a letter names can be reached."""
    for key in HELPERS:
        a_helper(key)


def limbs(**over):
    said = {
        "has_needs": True,
        "needs_evidence": "The school's speech screening of November shows it.",
        "may_need_plan": False,
        "plan_evidence": "Support since September works, says the review of May.",
        "reasons": "Rowan has special educational needs. The school meets them.",
        "next_support": "Ms Oak sees Rowan weekly, and we look again in March.",
        **over,
    }
    return services.Limbs(**said)


def of(family, episode, persona, **more):
    """What every service about a case is told."""
    return {
        "actor": acting(persona),
        "child_id": family.child.pk,
        "episode_id": episode.pk,
        **more,
    }


def decided(family, episode, **over):
    """A decision that Davina proposed and Hester agreed to, and its letter."""
    row = services.propose_decision(**of(family, episode, DAVINA), limbs=limbs(**over))
    services.agree_to_decision(**of(family, episode, HESTER), decision_id=row.pk)
    return row.letters.get()


def send(family, letter, persona=DAVINA):
    said = of(family, letter.episode, persona)
    return services.send_letter(**said, letter_id=letter.pk)
