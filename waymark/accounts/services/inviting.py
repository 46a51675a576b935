"""Invitations: one link, for one address, into one role, once, for seven days."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from waymark.access import presses
from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.roles import SIGN_IN_BY_CODE, Role
from waymark.accounts import mail, policies, queries, slots
from waymark.accounts.models import Account, Invitation
from waymark.accounts.services.ending import end_sessions
from waymark.accounts.services.making import grant_role, make_account
from waymark.messages import services as messages
from waymark.today import now

INVITATION_LASTS = timedelta(days=7)


class BadAddress(ValueError):
    """What was typed is not an e-mail address."""


class NotAnInvitation(ValueError):
    """The link is unknown, used already, taken back, or too old."""


@transaction.atomic
def invite_first_administrator(email: str) -> str:
    """The link by which an area's first administrator sets a password, once.

    Raises: BadAddress.
    """
    return _invite(email, Role.ADMINISTRATOR, "", None)


@transaction.atomic
def invite(*, actor: Actor, email: str, role: Role, reference: str = "") -> str:
    """Invite somebody into a role; the link to give them works once, for seven days.

    The link is also written to them. `reference` is what the role is for, in the words
    of the room above that knows it; it is handed back to that room at acceptance.

    Raises: PermissionDenied; BadAddress; slots.NothingTied.
    """
    require(policies.may_invite(actor, role))
    slots.require_known(role, reference)
    return _invite(email, role, reference, actor.account_id)


def invite_below(actor: Actor, email: str, role: Role, reference: str) -> None:
    """Invite somebody for a room below, which has decided that the actor may.

    Runs in the transaction of the caller.

    Raises: BadAddress; slots.NothingTied.
    """
    slots.require_known(role, reference)
    _invite(email, role, reference, actor.account_id)


@transaction.atomic
def invite_again(*, actor: Actor, invitation_id: UUID) -> str:
    """A new link in place of one that was not used; the old one stops working.

    Raises: PermissionDenied; Invitation.DoesNotExist.
    """
    old = Invitation.objects.get(pk=invitation_id, used_at=None, ended_at=None)
    role = Role(old.role)
    require(policies.may_invite(actor, role))
    _end(old)
    return _invite(old.email, role, old.reference, actor.account_id)


@transaction.atomic
def take_back(*, actor: Actor, invitation_id: UUID) -> None:
    """End an invitation before it is used.

    Raises: PermissionDenied; Invitation.DoesNotExist.
    """
    invitation = Invitation.objects.get(pk=invitation_id, used_at=None, ended_at=None)
    require(policies.may_invite(actor, Role(invitation.role)))
    _end(invitation)


def end_undelivered(key: str) -> None:
    """End the invitation whose message came back: somebody else may read that mail."""
    Invitation.objects.filter(pk=mail.invitation_of(key), ended_at=None).update(
        ended_at=now()
    )


def _end(invitation: Invitation) -> None:
    invitation.ended_at = now()
    invitation.save(update_fields=["ended_at"])


def _invite(email: str, role: Role, reference: str, invited_by: UUID | None) -> str:
    try:
        validate_email(email)
    except ValidationError as problem:
        raise BadAddress(
            f"{email!r} is not an e-mail address. Write it like name@example.org."
        ) from problem
    presses.keep_mark()
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        digest=digest_of(token),
        email=email.lower(),
        role=role,
        reference=reference,
        invited_by=invited_by,
        ends_at=now() + INVITATION_LASTS,
    )
    link = settings.WEBSITE + reverse("accounts:invitation", args=[token])
    messages.write(
        key=mail.key_of(invitation),
        kind=mail.INVITATION,
        to=invitation.email,
        blanks=mail.invitation_blanks(invitation, link),
    )
    return link


def digest_of(token: str) -> str:
    """What is kept of a token: enough to know it, too little to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_invitation(token: str) -> Invitation:
    """The invitation behind a link. Opening it changes nothing.

    Raises: NotAnInvitation, if it is unknown, used, taken back or too old.
    """
    found = Invitation.objects.filter(
        digest=digest_of(token), used_at=None, ended_at=None, ends_at__gt=now()
    ).first()
    if found is None:
        raise NotAnInvitation("This invitation has been used or is too old.")
    return found


@transaction.atomic
def accept_invitation(
    *, token: str, name: str, password: str | None = None, by_directory: bool = False
) -> Account:
    """Make the account, or give an existing one the role, and use the link up.

    Whoever comes by the directory of their house has no password of ours.

    Somebody who holds no role that wants a password begins anew when invited into
    one: what a code alone opened until now must not be a way into it.

    Raises: NotAnInvitation; ValidationError, if a password is wanted and too weak.
    """
    invitation = open_invitation(token)
    # Whoever marks the invitation first owns it: two presses make one account.
    used = Invitation.objects.filter(pk=invitation.pk, used_at=None).update(
        used_at=now()
    )
    if not used:
        raise NotAnInvitation("This invitation has been used or is too old.")
    role = Role(invitation.role)
    chosen = None if role in SIGN_IN_BY_CODE or by_directory else password or ""
    account = Account.objects.filter(email=invitation.email).first()
    if account is None:
        account = make_account(email=invitation.email, name=name, password=chosen)
    elif queries.begins_anew(account):
        _begin_anew(account, name, chosen, guarded=role not in SIGN_IN_BY_CODE)
    if slots.gives_role(invitation.reference):
        grant_role(account, role)
    if invitation.reference:
        _begin(account, role, invitation.reference)
    return account


def _begin(account: Account, role: Role, reference: str) -> None:
    """Raises: NotAnInvitation, if what they were invited for is no more."""
    try:
        slots.tie_of(role, reference).begin(account.pk, reference)
    except slots.NothingTied as problem:
        raise NotAnInvitation(f"{problem}") from problem


def _begin_anew(
    account: Account, name: str, password: str | None, *, guarded: bool
) -> None:
    """Raises: ValidationError, if the password is too weak."""
    if not guarded and account.is_active:
        return
    if password is not None:
        validate_password(password, account)
    account.set_password(password)
    account.name, account.is_active = name or account.name, True
    account.save()
    Authenticator.objects.filter(user=account).delete()
    account.directory_ties.all().delete()
    end_sessions(account)
