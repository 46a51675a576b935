"""What is forgotten of people who sign in: sessions, invitations, those who left."""

from datetime import timedelta
from importlib import import_module

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from waymark.access import retention
from waymark.access.retention import Years
from waymark.accounts.models import Account, Invitation, Membership
from waymark.today import now

#: An invitation that was used, taken back or ran out.
KEEP_INVITATIONS = timedelta(days=90)
#: Whoever left: as long as somebody may bring a claim about what was done here.
KEEP_LEAVERS = Years(6)
#: A session whose end has passed; the job that clears them runs once a day.
KEEP_SESSIONS = timedelta(days=1)
ACCOUNT = "accounts.Account"
#: Where nobody can be reached: the name is kept free of owners by the rules of names.
NOWHERE = "forgotten.invalid"


def forget_sessions() -> int:
    """Delete sessions that have ended, with the place they were used from.

    Harmless when it is done twice. Gives their number. Cost: two deletions.
    """
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    there = Session.objects.filter(session_key=OuterRef("session_key"))
    return int(UserSession.objects.filter(~Exists(there)).delete()[0])


def forget_invitations() -> int:
    """Delete invitations that were over more than `KEEP_INVITATIONS` ago.

    Harmless when it is done twice. Gives their number.
    """
    before = now() - KEEP_INVITATIONS
    over = Q(used_at__lt=before) | Q(ended_at__lt=before) | Q(ends_at__lt=before)
    return int(Invitation.objects.filter(over).delete()[0])


@transaction.atomic
def forget_leavers() -> int:
    """Forget who held the accounts that ended more than `KEEP_LEAVERS` ago.

    The row stays without name and address, because what its holder did points to its
    number; what belongs to it goes. Harmless when it is done twice. Gives their number.
    Cost: one query, and one for each table that follows accounts where somebody left.
    """
    leavers = list(_leavers())
    if not leavers:
        return 0
    for table in retention.followers_of(ACCOUNT):
        _delete_of(apps.get_model(table), leavers)
    for one in leavers:
        one.name = ""
        one.email = f"{one.pk}@{NOWHERE}"
        one.last_login = None
    Account.objects.bulk_update(leavers, ["name", "email", "last_login"])
    return len(leavers)


def _leavers() -> models.QuerySet[Account]:
    before = KEEP_LEAVERS.before(now())
    lately = Membership.objects.filter(account=OuterRef("pk")).filter(
        Q(ended_at=None) | Q(ended_at__gte=before)
    )
    return Account.objects.filter(
        ~Exists(lately),
        Q(last_login=None) | Q(last_login__lt=before),
        is_active=False,
        made_at__lt=before,
    ).exclude(email__endswith=f"@{NOWHERE}")


def _delete_of(model: type[models.Model], leavers: list[Account]) -> None:
    """Delete the rows of a table that belong to these; farther ones go with them."""
    for field in model._meta.concrete_fields:
        owner = field.remote_field
        if owner and owner.model is Account and owner.on_delete is models.CASCADE:
            model._default_manager.filter(**{f"{field.name}__in": leavers}).delete()
