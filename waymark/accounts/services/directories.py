"""Whose account it is that a directory of council, NHS or schools proves.

Somebody is known by the directory's number for them alone. The tie is made by an
invitation or by its holder, signed in; never because two e-mail addresses are alike.
"""

from uuid import UUID

from django.conf import settings
from django.db import transaction

from waymark.accounts import queries
from waymark.accounts.models import Account, DirectoryTie
from waymark.accounts.services.inviting import (
    NotAnInvitation,
    accept_invitation,
    open_invitation,
)
from waymark.gateways.directories import Directory, Identity


class NobodyHere(LookupError):
    """No account that is open belongs to them."""


class TiedElsewhere(ValueError):
    """They are known here already, by another account."""


class NoOtherWay(ValueError):
    """Without this directory the account could not be opened any more."""


def directory_of(key: str) -> Directory | None:
    """A directory of this installation, if there is one of that name."""
    found: Directory | None = settings.DIRECTORIES.get(key)
    return found


def account_behind(identity: Identity) -> Account:
    """The open account of somebody whom a directory proved.

    Raises: NobodyHere. Cost: one query.
    """
    tie = (
        DirectoryTie.objects.select_related("account")
        .filter(issuer=identity.issuer, subject=identity.subject)
        .first()
    )
    if tie is None or not tie.account.is_active:
        raise NobodyHere
    return tie.account


@transaction.atomic
def tie(account: Account, identity: Identity) -> DirectoryTie:
    """Tie an account to somebody in a directory. Doing it twice is doing it once.

    An earlier place of the same account in that directory gives way.

    Raises: TiedElsewhere. Cost: three queries at most.
    """
    known = DirectoryTie.objects.filter(
        issuer=identity.issuer, subject=identity.subject
    ).first()
    if known is not None and known.account_id != account.pk:
        raise TiedElsewhere
    made, _ = DirectoryTie.objects.update_or_create(
        account=account,
        issuer=identity.issuer,
        defaults={"subject": identity.subject, "directory": identity.directory},
    )
    return made


@transaction.atomic
def untie(account: Account, tie_id: UUID) -> None:
    """Take a place in a directory off an account that can be opened without it.

    Raises: DirectoryTie.DoesNotExist; NoOtherWay. Cost: three queries at most.
    """
    held = DirectoryTie.objects.get(pk=tie_id, account=account)
    others = account.directory_ties.exclude(pk=held.pk)
    if not account.has_usable_password() and not others.exists():
        raise NoOtherWay
    held.delete()


@transaction.atomic
def accept_by_directory(*, token: str, identity: Identity) -> Account:
    """Accept an invitation into a role at work without a password of our own.

    Raises: NotAnInvitation, also where the account needs no password or is guarded
    already; TiedElsewhere.
    """
    invited = open_invitation(token)
    if queries.asked_of(invited) != queries.Asked.PASSWORD:
        raise NotAnInvitation("This invitation is accepted without a directory.")
    name = identity.name or invited.email
    account = accept_invitation(token=token, name=name, by_directory=True)
    tie(account, identity)
    return account
