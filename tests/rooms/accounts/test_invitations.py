"""Accounts begin with an invitation, whose link works once."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.factories.accounts import account_of, actor_of
from tests.people import EFA, OONA, PRIYA, QUILL
from waymark.access.roles import Role
from waymark.accounts import queries, services
from waymark.accounts.models import Account, Invitation

pytestmark = pytest.mark.django_db
PASSWORD = "four plain words together"  # noqa: S105


def token_in(link: str) -> str:
    return re.search(r"invitation/([^/]+)/", link).group(1)


def invited(role=Role.EDITOR, email="new@example.org") -> str:
    return token_in(services.invite(actor=actor_of(EFA), email=email, role=role))


def test_an_administrator_invites_an_editor_who_then_holds_that_role():
    account = services.accept_invitation(token=invited(), name="Nia", password=PASSWORD)

    assert queries.actor_of(account).roles == {Role.EDITOR}
    assert [group.name for group in account.groups.all()] == ["Editors"]


@pytest.mark.parametrize("somebody", [OONA, PRIYA, QUILL])
def test_nobody_but_an_administrator_invites(somebody):
    with pytest.raises(PermissionDenied):
        services.invite(
            actor=actor_of(somebody), email="new@example.org", role=Role.EDITOR
        )


def test_a_link_works_once():
    token = invited()
    services.accept_invitation(token=token, name="Nia", password=PASSWORD)

    with pytest.raises(services.NotAnInvitation):
        services.accept_invitation(token=token, name="Nia", password=PASSWORD)


def test_a_link_ends_after_seven_days(an_ordinary_tuesday_in_term):
    token = invited()
    an_ordinary_tuesday_in_term.shift(timedelta(days=7, seconds=1))

    with pytest.raises(services.NotAnInvitation):
        services.open_invitation(token)


def test_the_store_does_not_hold_the_secret_of_the_link():
    token = invited()

    assert token not in str(Invitation.objects.values_list())


def test_a_short_password_is_refused_with_the_link_still_good():
    token = invited()
    with pytest.raises(ValidationError):
        services.accept_invitation(token=token, name="Nia", password="short")  # noqa: S106

    assert services.open_invitation(token).email == "new@example.org"


def test_an_address_that_is_none_is_refused_with_an_example():
    with pytest.raises(services.BadAddress, match="name@example.org"):
        services.invite_first_administrator("nobody at all")


def test_somebody_with_an_account_gains_the_role_and_keeps_the_account():
    oona = account_of(OONA)
    token = invited(role=Role.APPROVER, email=OONA.email)
    services.accept_invitation(token=token, name="ignored", password=PASSWORD)

    assert queries.actor_of(oona).roles == {Role.EDITOR, Role.APPROVER}
    assert Account.objects.filter(email=OONA.email).count() == 1


def test_a_role_ended_is_gone_from_the_next_request():
    oona = account_of(OONA)
    services.end_role(actor=actor_of(EFA), account_id=oona.pk, role=Role.EDITOR)

    assert not queries.actor_of(oona).roles
    assert not oona.groups.exists()


def test_an_administrator_cannot_end_their_own_role():
    efa = account_of(EFA)

    with pytest.raises(PermissionDenied, match="another administrator"):
        services.end_role(
            actor=queries.actor_of(efa), account_id=efa.pk, role=Role.ADMINISTRATOR
        )


def test_nobody_but_an_administrator_ends_a_role():
    oona = account_of(OONA)

    with pytest.raises(PermissionDenied):
        services.end_role(actor=actor_of(PRIYA), account_id=oona.pk, role=Role.EDITOR)
