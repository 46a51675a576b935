"""Accounts for the cast."""

from tests.people import Persona
from waymark.access.actor import Actor
from waymark.accounts import queries, services
from waymark.accounts.models import Account


def account_of(persona: Persona) -> Account:
    """The persona's account, made the first time it is asked for."""
    found = Account.objects.filter(email=persona.email).first()
    if found:
        return found
    account = services.make_account(
        email=persona.email, name=persona.name, password=None
    )
    for role in persona.roles:
        services.grant_role(account, role)
    return account


def actor_of(persona: Persona) -> Actor:
    """The persona as policies see them."""
    return queries.actor_of(account_of(persona))
