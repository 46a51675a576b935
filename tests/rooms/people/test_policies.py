"""Who may begin records, let supporters in, close a parent's view and read who looked."""

from datetime import UTC, date, datetime

import pytest

from waymark.access.actor import Actor, Post
from waymark.access.roles import Role
from waymark.access.ties import How, Tie
from waymark.ids import new_id
from waymark.people import policies

AT = datetime(2026, 1, 13, 10, tzinfo=UTC)
TIED = [
    (policies.may_invite_supporter, {Role.PARENT, Role.YOUNG_PERSON}),
    (policies.may_decide_parents_view, {Role.YOUNG_PERSON}),
    (
        policies.may_look_who_looked,
        {Role.PARENT, Role.YOUNG_PERSON, Role.CHILD, Role.DATA_PROTECTION},
    ),
]


def tie(role, **fields):
    said = {"how": How.PARENT, "began_on": date(2025, 1, 1), **fields}
    return Tie(new_id(), new_id(), role, **said)


@pytest.mark.parametrize(("policy", "roles"), TIED)
def test_each_is_for_those_roles_and_no_other(policy, roles):
    assert {role for role in Role if policy([tie(role)], AT)} == roles
    assert not policy([], AT)


@pytest.mark.parametrize(("policy", "roles"), TIED)
def test_none_is_for_somebody_whose_tie_is_over(policy, roles):
    over = [tie(role, ended_on=date(2026, 1, 13)) for role in sorted(roles)]
    assert not policy(over, AT)
    assert policy(over, AT).reason


@pytest.mark.parametrize("role", Role)
def test_records_are_begun_in_a_post_that_does_so(role):
    actor = Actor(account_id=new_id(), posts=(Post(role, new_id()),))
    allowed = {Role.COORDINATOR, Role.MANAGER, Role.SENCO}
    assert bool(policies.may_begin_records(actor)) == (role in allowed)


def test_an_invitation_into_a_role_begins_no_record():
    actor = Actor(account_id=new_id(), roles=frozenset({Role.COORDINATOR}))
    assert not policies.may_begin_records(actor)
