"""Who is told, at once, that a record was opened in an emergency."""

from django.utils.formats import date_format

from waymark.access.models import EmergencyAccess
from waymark.access.roles import Role
from waymark.accounts.models import Account
from waymark.messages import services as messages
from waymark.organisations import queries as organisations
from waymark.today import LONDON, today

EMERGENCY = "emergency-access"
#: They answer for who looks at records.
TOLD = frozenset({Role.MANAGER, Role.DATA_PROTECTION})


def tell_of(opened: EmergencyAccess) -> None:
    """Write to every manager and data protection officer but the one who opened it.

    The message names nobody: the log says who it was and which record.
    Cost: two queries, and those of a message for each recipient.
    """
    holders = organisations.holders_of(TOLD, today()) - {opened.account_id}
    at = opened.began_at.astimezone(LONDON)
    for account in Account.objects.filter(pk__in=holders, is_active=True):
        messages.write(
            key=f"{EMERGENCY}:{opened.pk}:{account.pk}",
            kind=EMERGENCY,
            to=account.email,
            blanks={"when": date_format(at, "j F Y, H:i")},
        )
