from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from tests.factories.accounts import account_of, actor_of
from tests.people import OONA
from waymark.guidance import services as guidance
from waymark.localoffer.measures import services
from waymark.today import today


@pytest.fixture(autouse=True)
def nobody_was_here_before(db):
    cache.clear()


@pytest.fixture
def oona(db):
    """She edits."""
    return actor_of(OONA)


@pytest.fixture
def as_(client, db):
    """Sign one of the cast in, with a second factor, ready for the editors' screens."""

    def sign_in(persona):
        guidance.prepare_editing()
        account = account_of(persona)
        Authenticator.objects.get_or_create(
            user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
        )
        client.force_login(account)
        return client

    return sign_in


@pytest.fixture
def searched(db):
    """Words are searched for, so often on each of so many days, until today."""

    def search(words, found=0, *, times=1, days=3):
        for ago in range(days):
            for _ in range(times):
                services.count_search(words, found, today() - timedelta(days=ago))
        services.write_down()

    return search
