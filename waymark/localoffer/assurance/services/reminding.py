"""Asking providers whether their entries are still right, by a link that works once."""

import hashlib
import secrets
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from waymark.accounts.models import Account
from waymark.localoffer.assurance import queries
from waymark.localoffer.assurance.days import counted_on
from waymark.localoffer.assurance.kinds import LINK_LASTS, REMINDER
from waymark.localoffer.assurance.rules import reminder_due
from waymark.localoffer.models import Reminder, ReminderLine, Service
from waymark.messages import services as messages
from waymark.today import LONDON, now

#: More names than these make a message that nobody reads to its end.
NAMED_AT_MOST = 10


class NotAReminder(ValueError):
    """The link is unknown, used already, ended, or too old."""


def remind(on: date) -> int:
    """Write to every provider whose records have reached three, six or nine months.

    One message a provider, whatever the number of records. Safe to run twice: each
    record is asked about once at each mark, counted from the day it counts from.
    How many were written to. Cost: two queries, and about ten for each provider.
    """
    asked = 0
    for account_id, services in queries.to_remind(on).items():
        asked += _remind(account_id, services, on)
    return asked


@transaction.atomic
def _remind(account_id: UUID, services: list[Service], on: date) -> int:
    account = Account.objects.select_for_update().get(pk=account_id)
    before = queries.asked_before(account_id)
    due = []
    for service in services:
        counted = counted_on(service)
        months = reminder_due(counted, on)
        if months and months > before.get((service.pk, counted), 0):
            due.append((service, counted, months))
    if not due:
        return 0
    token = secrets.token_urlsafe(32)
    reminder = Reminder.objects.create(
        account=account, digest=digest_of(token), ends_at=now() + LINK_LASTS
    )
    ReminderLine.objects.bulk_create(
        ReminderLine(
            reminder=reminder,
            account=account,
            service=service,
            counted_from=counted,
            months=months,
        )
        for service, counted, months in due
    )
    _write(account, reminder, token, [service.name for service, _, _ in due])
    return 1


def _write(account: Account, reminder: Reminder, token: str, names: list[str]) -> None:
    until = (reminder.ends_at - timedelta(days=1)).astimezone(LONDON)
    shown = names[:NAMED_AT_MOST]
    more = len(names) - len(shown)
    listed = "\n".join(f"- {name}" for name in shown)
    messages.write(
        key=f"{REMINDER}:{reminder.pk}",
        kind=REMINDER,
        to=account.email,
        blanks={
            "names": f"{listed}\n- +{more}" if more else listed,
            "link": settings.WEBSITE + reverse("localoffer:still-right", args=[token]),
            "until": f"{until.day} {until:%B %Y}",
        },
    )


def digest_of(token: str) -> str:
    """What is kept of a token: enough to know it, too little to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_link(token: str) -> Reminder:
    """The reminder behind a link. Opening it changes nothing.

    Raises: NotAReminder, if it is unknown, used, ended or too old.
    """
    found = queries.open_reminder(digest_of(token))
    if found is None:
        raise NotAReminder("This link was used already, or is too old.")
    return found


def end_undelivered(key: str) -> None:
    """End the link whose message came back: somebody else may read that mail."""
    pk = UUID(key.removeprefix(f"{REMINDER}:"))
    Reminder.objects.filter(pk=pk, ended_at=None).update(ended_at=now())
