"""Accounts of people at work that nobody uses: warned about, then closed."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.formats import date_format

from waymark.access.roles import SIGN_IN_BY_CODE, Role
from waymark.accounts.mail import UNUSED
from waymark.accounts.models import Account, Membership
from waymark.accounts.services.ending import close
from waymark.messages import services as messages
from waymark.organisations import queries as organisations
from waymark.today import LONDON, now, today

#: Whoever works here signs in at least so often, or their account is closed.
UNUSED_FOR = timedelta(days=90)
#: So long before, they are told.
WARNED_BEFORE = timedelta(days=14)


def close_unused() -> int:
    """Close what nobody used for 90 days, and warn those of whom it is two weeks off.

    Only accounts of people at work: a family's stays, however rarely it is used. The
    last administrator stays too, or nobody could let anybody in. Harmless when it is
    done twice. How many were closed. Cost: three queries, and those of each account.
    """
    moment = now()
    for account in _unused_since(moment - UNUSED_FOR + WARNED_BEFORE):
        _warn(account)
    closed = 0
    for account in _unused_since(moment - UNUSED_FOR):
        closed += _close(account)
    return closed


def _unused_since(before: datetime) -> QuerySet[Account]:
    """Open accounts of people at work that nobody signed in to since a moment."""
    beyond_a_code = [role.value for role in Role if role not in SIGN_IN_BY_CODE]
    invited = Membership.objects.filter(ended_at=None, role__in=beyond_a_code)
    at_work = organisations.holders_of(list(Role), today())
    return (
        Account.objects.filter(is_active=True, is_persona=False)
        .filter(Q(pk__in=invited.values("account_id")) | Q(pk__in=at_work))
        .annotate(used_at=Coalesce("last_login", "made_at"))
        .filter(used_at__lt=before)
    )


def _warn(account: Account) -> None:
    used_at = account.last_login or account.made_at
    closes_on = (used_at + UNUSED_FOR).astimezone(LONDON).date()
    messages.write(
        key=f"{UNUSED}:{account.pk}:{used_at:%Y%m%d}",
        kind=UNUSED,
        to=account.email,
        blanks={"day": date_format(max(closes_on, today()), "j F Y")},
    )


@transaction.atomic
def _close(account: Account) -> bool:
    if _is_last_administrator(account):
        return False
    close(account, by=None)
    return True


def _is_last_administrator(account: Account) -> bool:
    held = Membership.objects.filter(
        role=Role.ADMINISTRATOR, ended_at=None, account__is_active=True
    )
    holders = set(held.values_list("account_id", flat=True))
    return holders == {account.pk}
