"""Who may invite, end and sign in by a code: every row of the table."""

import pytest

from waymark.access.actor import NOBODY, Actor
from waymark.access.roles import FAMILY, SIGN_IN_BY_CODE, Role
from waymark.accounts import policies
from waymark.ids import new_id


def holding(*roles: Role) -> Actor:
    return Actor(account_id=new_id(), roles=frozenset(roles))


INVITERS = {
    **{role: set() for role in Role},
    Role.ADMINISTRATOR: set(Role),
    Role.EDITOR: {Role.PROVIDER},
    Role.APPROVER: {Role.PROVIDER},
}


def test_every_role_stands_in_the_table_of_inviters():
    assert set(INVITERS) == set(Role)


@pytest.mark.parametrize("into", Role)
@pytest.mark.parametrize("inviter", Role)
def test_who_may_invite_into_what(inviter, into):
    assert bool(policies.may_invite(holding(inviter), into)) is (
        into in INVITERS[inviter]
    )


@pytest.mark.parametrize("into", Role)
def test_nobody_without_a_role_invites(into):
    assert not policies.may_invite(NOBODY, into)


@pytest.mark.parametrize("role", Role)
def test_a_code_alone_opens_only_roles_that_say_so(role):
    decision = policies.may_sign_in_by_code([role], is_active=True)

    assert bool(decision) is (role in SIGN_IN_BY_CODE)
    assert bool(decision) is (role in FAMILY | {Role.PROVIDER})


@pytest.mark.parametrize("strong", sorted(set(Role) - SIGN_IN_BY_CODE))
def test_a_role_that_wants_more_wins_over_one_that_does_not(strong):
    decision = policies.may_sign_in_by_code([Role.PROVIDER, strong], is_active=True)

    assert decision.reason == "This account wants a password and a second factor."


def test_an_account_without_a_role_or_one_that_ended_has_no_code():
    assert not policies.may_sign_in_by_code([], is_active=True)
    assert not policies.may_sign_in_by_code([Role.PROVIDER], is_active=False)


@pytest.mark.parametrize("role", Role)
def test_only_an_administrator_ends_accounts_and_never_their_own(role):
    actor = holding(role)
    other = new_id()

    assert bool(policies.may_end_role(actor, other)) is (role == Role.ADMINISTRATOR)
    assert not policies.may_end_role(actor, actor.account_id)


@pytest.mark.parametrize("is_demonstration", [True, False])
def test_one_press_works_in_a_demonstration_only(is_demonstration):
    decision = policies.may_become_persona(is_demonstration=is_demonstration)

    assert bool(decision) is is_demonstration
