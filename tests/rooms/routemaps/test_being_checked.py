"""Editors have a list of the law that is still being checked."""

import pytest
from allauth.mfa.models import Authenticator

from tests.factories.accounts import account_of
from tests.people import OONA, QUILL
from waymark.law import RULES

pytestmark = pytest.mark.usefixtures("mereshire")


def opened_by(client, persona):
    account = account_of(persona)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client.force_login(account)
    return client.get("/editing/being-checked/")


def test_an_editor_sees_every_rule_being_checked_and_no_other(client):
    words = opened_by(client, OONA).content.decode()

    for rule in RULES.values():
        assert (f'<th scope="row">{rule.id}</th>' in words) == rule.verify


def test_somebody_without_a_role_does_not_see_it(client):
    assert opened_by(client, QUILL).status_code != 200


def test_nobody_sees_it_without_signing_in(client):
    assert client.get("/editing/being-checked/").status_code == 302
