"""What is forgotten of people who sign in, and what is kept of what they did."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from tests.factories.accounts import account_of, actor_of
from tests.people import EFA, OONA, PRIYA, QUILL
from waymark.access.roles import Role
from waymark.accounts import services, tasks
from waymark.accounts.models import Account, Invitation, Membership
from waymark.accounts.services.forgetting import KEEP_INVITATIONS, KEEP_LEAVERS
from waymark.today import now

pytestmark = pytest.mark.django_db
#: Oona leaves on 13 January 2026, when the clock of the tests stands.
STILL_KEPT = "2032-01-13 08:00:00+00:00"
FORGOTTEN = "2032-01-14 12:00:00+00:00"


@pytest.fixture
def oona():
    """Oona was an editor, with a second factor, and has left."""
    account = account_of(OONA)
    Authenticator.objects.create(user=account, type="totp", data={})
    services.end_account(actor=actor_of(EFA), account_id=account.pk)
    return account


def test_who_left_is_named_for_six_years(oona):
    with time_machine.travel(STILL_KEPT, tick=False):
        assert tasks.forget_leavers.func() == 0
    assert Account.objects.get(pk=oona.pk).name == "Oona"


def test_who_left_six_years_ago_is_a_number_and_what_belonged_to_her_is_gone(oona):
    with time_machine.travel(FORGOTTEN, tick=False):
        assert tasks.forget_leavers.func() == 1
    kept = Account.objects.get(pk=oona.pk)
    assert kept.name == ""
    assert kept.email == f"{oona.pk}@forgotten.invalid"
    assert not kept.is_active
    assert not Authenticator.objects.filter(user=oona).exists()
    assert not oona.emailaddress_set.exists()
    assert not Membership.objects.filter(account=oona).exists()


def test_forgetting_twice_forgets_nobody_twice(oona):
    with time_machine.travel(FORGOTTEN, tick=False):
        services.forget_leavers()
        assert services.forget_leavers() == 0


def test_who_is_still_here_is_never_forgotten():
    priya, quill = account_of(PRIYA), account_of(QUILL)
    with time_machine.travel(FORGOTTEN, tick=False):
        assert services.forget_leavers() == 0
    assert {"Priya", "Quill"} == set(
        Account.objects.filter(pk__in=[priya.pk, quill.pk]).values_list(
            "name", flat=True
        )
    )


def test_who_ended_lately_is_counted_from_then_and_not_from_the_first_day():
    account = account_of(OONA)
    with time_machine.travel("2031-01-13 09:00:00+00:00", tick=False):
        services.end_account(actor=actor_of(EFA), account_id=account.pk)
    with time_machine.travel(FORGOTTEN, tick=False):
        assert services.forget_leavers() == 0


def test_six_years_from_a_leap_day_end_with_that_february():
    with time_machine.travel("2032-02-29 12:00:00+00:00", tick=False):
        assert KEEP_LEAVERS.before(now()).isoformat() == "2026-02-28T12:00:00+00:00"


def invited() -> Invitation:
    services.invite(actor=actor_of(EFA), email="new@example.org", role=Role.EDITOR)
    return Invitation.objects.get()


@pytest.mark.parametrize(("days", "gone"), [(0, 0), (1, 1)])
def test_an_invitation_that_ran_out_is_forgotten_after_ninety_days(days, gone):
    ended = invited().ends_at
    later = ended + KEEP_INVITATIONS + timedelta(days=days)
    with time_machine.travel(later, tick=False):
        assert tasks.forget_invitations.func() == gone


def test_an_invitation_that_was_taken_back_is_counted_from_then():
    held = invited()
    services.take_back(actor=actor_of(EFA), invitation_id=held.pk)
    later = now() + KEEP_INVITATIONS + timedelta(seconds=1)
    with time_machine.travel(later, tick=False):
        assert services.forget_invitations() == 1


def signed_in(account, *, until: timedelta) -> str:
    session = SessionStore()
    session.set_expiry(now() + until)
    session.create()
    UserSession.objects.create(
        user=account,
        session_key=session.session_key,
        ip="192.0.2.1",
        user_agent="A telephone",
    )
    return session.session_key


def test_a_session_that_is_over_is_forgotten_with_the_place_it_was_used_from():
    quill = account_of(QUILL)
    over = signed_in(quill, until=timedelta(hours=-1))
    goes_on = signed_in(quill, until=timedelta(hours=1))
    assert tasks.forget_sessions.func() == 1
    assert [held.session_key for held in Session.objects.all()] == [goes_on]
    assert [held.session_key for held in UserSession.objects.all()] == [goes_on]
    assert over != goes_on
