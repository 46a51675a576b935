"""What the tests of casework do again and again."""

import re
from datetime import date

import pytest
from django.urls import reverse

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
