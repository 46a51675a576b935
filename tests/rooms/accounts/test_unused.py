"""An account at work that nobody uses is warned about, then closed; a family's stays."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority, an_organisation
from tests.factories.people import acting, works_as
from tests.people import EFA, LEILA, OONA, PRIYA, QUILL, SEFTON
from waymark.access.roles import Role
from waymark.accounts import services
from waymark.accounts.models import Account
from waymark.accounts.tasks import close_unused
from waymark.messages.models import Message
from waymark.organisations.models import Post

pytestmark = pytest.mark.django_db
BEGAN = datetime(2026, 1, 13, 10, tzinfo=UTC)


def after(days):
    return time_machine.travel(BEGAN + timedelta(days=days), tick=False)


def is_open(persona) -> bool:
    return Account.objects.get(email=persona.email).is_active


@pytest.fixture
def everybody():
    an_authority()
    for persona in (OONA, LEILA, SEFTON, QUILL, EFA, PRIYA):
        account_of(persona)
    works_as(QUILL, Role.SENCO, an_organisation())


def test_whoever_works_here_is_warned_once_two_weeks_before(everybody):
    with after(75):
        assert close_unused.func() == 0
        assert not Message.objects.exists()
    for _again in range(2):
        with after(77):
            assert close_unused.func() == 0
    # Oona, Priya, Efa and Quill, who holds a post.
    assert Message.objects.filter(kind="account-unused").count() == 4


def test_it_is_closed_after_ninety_days_with_roles_and_posts(everybody):
    with after(91):
        assert close_unused.func() == 3
        assert not is_open(OONA)
        assert not is_open(QUILL)
        assert acting(OONA).every_role == frozenset()
        assert Post.objects.get(account_id=account_of(QUILL).pk).ended_on
        assert close_unused.func() == 0


def test_families_providers_and_the_last_administrator_stay(everybody):
    with after(400):
        close_unused.func()
        assert is_open(LEILA)
        assert is_open(SEFTON)
        assert is_open(EFA)


def test_one_of_two_administrators_is_closed(everybody):
    services.grant_role(account_of(PRIYA), Role.ADMINISTRATOR)
    Account.objects.filter(email=EFA.email).update(
        last_login=BEGAN + timedelta(days=80)
    )
    with after(91):
        close_unused.func()
        assert not is_open(PRIYA)
        assert is_open(EFA)


def test_signing_in_keeps_an_account_open(everybody):
    Account.objects.update(last_login=BEGAN + timedelta(days=60))
    with after(100):
        assert close_unused.func() == 0


def test_a_persona_of_a_demonstration_stays(everybody):
    Account.objects.update(is_persona=True)
    with after(400):
        assert close_unused.func() == 0
