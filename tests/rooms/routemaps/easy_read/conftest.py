import pytest
from allauth.mfa.models import Authenticator


@pytest.fixture
def as_(client):
    """Sign somebody in, with their second factor."""

    def sign_in(account):
        Authenticator.objects.create(
            user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
        )
        client.force_login(account)
        return client

    return sign_in
