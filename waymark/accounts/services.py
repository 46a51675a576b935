"""Every change to accounts: check, record, in one transaction."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.roles import Role
from waymark.accounts import policies
from waymark.accounts.models import Account, Invitation, Membership
from waymark.today import now

INVITATION_LASTS = timedelta(days=7)

#: Wagtail keeps rights of its own; a role here puts its holder into a group there.
GROUPS = {
    Role.EDITOR: ("Editors",),
    Role.APPROVER: ("Editors", "Approvers"),
    Role.ADMINISTRATOR: (),
}


class BadAddress(ValueError):
    """What was typed is not an e-mail address."""


class NotAnInvitation(ValueError):
    """The link is unknown, used already, or too old."""


@transaction.atomic
def invite_first_administrator(email: str) -> str:
    """The link by which an area's first administrator sets a password, once.

    Raises: BadAddress.
    """
    return _invite(email, Role.ADMINISTRATOR)


@transaction.atomic
def invite(*, actor: Actor, email: str, role: Role) -> str:
    """Invite somebody into a role; the link to give them works once, for seven days.

    Raises: PermissionDenied; BadAddress.
    """
    require(policies.may_manage_accounts(actor))
    return _invite(email, role)


def _invite(email: str, role: Role) -> str:
    try:
        validate_email(email)
    except ValidationError as problem:
        raise BadAddress(
            f"{email!r} is not an e-mail address. Write it like name@example.org."
        ) from problem
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        digest=digest_of(token),
        email=email.lower(),
        role=role,
        ends_at=now() + INVITATION_LASTS,
    )
    return settings.WEBSITE + reverse("accounts:invitation", args=[token])


def digest_of(token: str) -> str:
    """What is kept of a token: enough to know it, too little to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_invitation(token: str) -> Invitation:
    """The invitation behind a link.

    Raises: NotAnInvitation, if it is unknown, used or too old.
    """
    found = Invitation.objects.filter(
        digest=digest_of(token), used_at=None, ends_at__gt=now()
    ).first()
    if found is None:
        raise NotAnInvitation("This invitation has been used or is too old.")
    return found


@transaction.atomic
def accept_invitation(*, token: str, name: str, password: str) -> Account:
    """Make the account, or give an existing one the role, and use the link up.

    Raises: NotAnInvitation; ValidationError, if the password is too weak.
    """
    invitation = open_invitation(token)
    # Whoever marks the invitation first owns it: two presses make one account.
    used = Invitation.objects.filter(pk=invitation.pk, used_at=None).update(
        used_at=now()
    )
    if not used:
        raise NotAnInvitation("This invitation has been used or is too old.")
    account = Account.objects.filter(email=invitation.email).first()
    if account is None:
        account = make_account(email=invitation.email, name=name, password=password)
    grant_role(account, Role(invitation.role))
    return account


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
    _follow_in_editing(account)


@transaction.atomic
def end_role(*, actor: Actor, account_id: UUID, role: Role) -> None:
    """End a role that an account holds, from this moment.

    Raises: PermissionDenied; Account.DoesNotExist.
    """
    require(policies.may_end_role(actor, account_id))
    account = Account.objects.get(pk=account_id)
    Membership.objects.filter(account=account, role=role, ended_at=None).update(
        ended_at=now()
    )
    _follow_in_editing(account)


def _follow_in_editing(account: Account) -> None:
    """Let Wagtail's groups say what the roles say, no more and no less."""
    held = Membership.objects.filter(account=account, ended_at=None)
    names = {
        group
        for role in held.values_list("role", flat=True)
        for group in GROUPS[Role(role)]
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
