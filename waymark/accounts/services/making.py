"""Accounts and the roles they hold."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from waymark.access.guard import require
from waymark.access.roles import Role
from waymark.accounts import policies
from waymark.accounts.models import Account, Membership

#: Wagtail keeps rights of its own; a role here puts its holder into a group there.
GROUPS = {
    Role.EDITOR: ("Editors",),
    Role.APPROVER: ("Editors", "Approvers"),
}


@transaction.atomic
def make_account(*, email: str, name: str, password: str | None) -> Account:
    """A new account with a verified address and no role.

    Raises: ValidationError, if the password is too weak.
    """
    account = Account(email=email.lower(), name=name)
    if password is not None:
        validate_password(password, account)
    account.set_password(password)
    account.save()
    EmailAddress.objects.create(
        user=account, email=account.email, verified=True, primary=True
    )
    return account


def grant_role(account: Account, role: Role) -> None:
    """Give the account a role; giving it twice is giving it once."""
    Membership.objects.get_or_create(account=account, role=role, ended_at=None)
    follow_in_editing(account)


def follow_in_editing(account: Account) -> None:
    """Let Wagtail's groups say what the roles say, no more and no less."""
    held = Membership.objects.filter(account=account, ended_at=None)
    names = {
        group
        for role in held.values_list("role", flat=True)
        for group in GROUPS.get(Role(role), ())
    }
    account.groups.set([Group.objects.get_or_create(name=name)[0] for name in names])


@transaction.atomic
def invent_persona(*, key: str, name: str, roles: tuple[Role, ...]) -> Account:
    """An invented person of the demonstration, without a password."""
    account = make_account(email=f"{key}@example.org", name=name, password=None)
    account.is_persona = True
    account.save(update_fields=["is_persona"])
    for role in roles:
        grant_role(account, role)
    return account


def persona_to_sign_in(account_id: UUID, *, is_demonstration: bool) -> Account:
    """The persona that somebody chose by one press.

    Raises: PermissionDenied, in a store that is not a demonstration;
    Account.DoesNotExist.
    """
    require(policies.may_become_persona(is_demonstration=is_demonstration))
    return Account.objects.get(pk=account_id, is_persona=True)
