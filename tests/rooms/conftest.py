"""Rowan's family, and somebody who signs in."""

import pytest
from allauth.mfa.models import Authenticator

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.factories.people import rowans_family


@pytest.fixture
def family():
    """Rowan, with everybody around, in an area that has begun."""
    an_authority()
    return rowans_family()


@pytest.fixture
def sign_in(client):
    """Has a persona come in with a second factor, and gives the browser."""

    def come_in(persona):
        account = account_of(persona)
        Authenticator.objects.get_or_create(
            user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
        )
        client.force_login(account)
        return client

    return come_in
