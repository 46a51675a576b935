"""Every read of how true the directory is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.localoffer.assurance import policies
from waymark.localoffer.assurance.days import counted_on, counts_after
from waymark.localoffer.assurance.rules import (
    ARCHIVED_AFTER,
    ASKED_AFTER,
    LEAVES_SEARCH_AFTER,
    SINKS_AFTER,
    Standing,
    newest_counted_day,
    standing,
)
from waymark.localoffer.models import (
    Confirmation,
    Provider,
    RecordFault,
    Reminder,
    ReminderLine,
    Service,
)
from waymark.localoffer.queries.records import LISTED, published_services
from waymark.today import now, today

#: A team that confirms in bulk looks at so many at a time.
AT_A_TIME = 50
FAULTS_SHOWN = 200

#: For each standing that wants something done: the months it begins and ends at.
AGES = {
    Standing.SINKING: (SINKS_AFTER, LEAVES_SEARCH_AFTER),
    Standing.OUT_OF_SEARCH: (LEAVES_SEARCH_AFTER, ARCHIVED_AFTER),
    Standing.ARCHIVED: (ARCHIVED_AFTER, None),
}


@dataclass(frozen=True, slots=True)
class Assured:
    """How far a record may be trusted, for whoever shows it.

    `on` is the day it was last confirmed, or None; `how` is by whom, as a value of
    `Confirmation.How`, or empty where a feed says so; `by` is then the address the
    feed names. `counted_on` is the day that `standing` is read from.
    """

    on: date | None
    how: str
    by: str
    counted_on: date
    standing: Standing


def assured(service: Service, on: date | None = None) -> Assured:
    """When a service was last confirmed, by whom, and how it stands. One query."""
    return assured_each([service], on)[service.pk]


def assured_each(
    services: Iterable[Service], on: date | None = None
) -> dict[UUID, Assured]:
    """What `assured` says of each of some services.

    Cost: one query, and none where nobody ever confirmed any of them.
    """
    wanted, on = list(services), on or today()
    known = [each.pk for each in wanted if each.assured_on]
    rows = Confirmation.objects.filter(service__in=known)
    newest = {row.service_id: row for row in rows.order_by("made_at", "id")}
    return {each.pk: _assured(each, newest.get(each.pk), on) for each in wanted}


def _assured(service: Service, newest: Confirmation | None, on: date) -> Assured:
    counted = counted_on(service)
    known = newest is not None and newest.on == service.assured_on
    return Assured(
        on=service.assured_on,
        how=newest.how if newest is not None and known else "",
        by="" if known else service.assured_by,
        counted_on=counted,
        standing=standing(counted, on),
    )


def confirmations(service_id: UUID) -> list[Confirmation]:
    """Who confirmed a service, newest first. Cost: one query."""
    return list(Confirmation.objects.filter(service=service_id))


def standing_so(which: Standing, on: date | None = None) -> QuerySet[Service]:
    """The running services that stand so on a day, today by default, by name.

    Cost: one query when read.
    """
    on = on or today()
    running = published_services(on).filter(status__in=LISTED)
    if which == Standing.CURRENT:
        return running.filter(counts_after(newest_counted_day(on, SINKS_AFTER)))
    begins, ends = AGES[which]
    old = running.exclude(counts_after(newest_counted_day(on, begins)))
    return old.filter(counts_after(newest_counted_day(on, ends))) if ends else old


def numbers(actor: Actor) -> dict[Standing, int]:
    """How many running services stand how. Raises: PermissionDenied. Four queries."""
    require(policies.may_look_over(actor))
    return {which: standing_so(which).count() for which in Standing}


def to_confirm(actor: Actor, which: Standing) -> list[Service]:
    """The services that stand so, the longest unconfirmed first, some at a time.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_look_over(actor))
    found = standing_so(which).defer("document", "words")
    return list(found.order_by("assured_on", "checked_on", "name")[:AT_A_TIME])


def nobody_to_ask(actor: Actor) -> int:
    """How many running services have reached a reminder and no provider to remind.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_look_over(actor))
    kept = Provider.objects.filter(ended_at=None).values("organisation")
    return _asking_age(today()).exclude(organisation__in=kept).count()


def _asking_age(on: date) -> QuerySet[Service]:
    """The running services that are old enough for a reminder."""
    running = published_services(on).filter(status__in=LISTED)
    return running.exclude(counts_after(newest_counted_day(on, ASKED_AFTER[0])))


def to_remind(on: date) -> dict[UUID, list[Service]]:
    """For each account, what it keeps that is old enough to be asked about.

    Cost: two queries, of as many rows as providers keep.
    """
    keeping: dict[UUID | None, list[UUID]] = {}
    kept = Provider.objects.filter(ended_at=None, account__is_active=True)
    for account, organisation in kept.values_list("account_id", "organisation_id"):
        keeping.setdefault(organisation, []).append(account)
    old = _asking_age(on).filter(organisation__in=[k for k in keeping if k])
    found: dict[UUID, list[Service]] = {}
    for service in old.defer("document", "words"):
        for account in keeping[service.organisation_id]:
            found.setdefault(account, []).append(service)
    return found


def asked_before(account: UUID) -> dict[tuple[UUID, date], int]:
    """For each record and day it counted from, the last mark it was asked at.

    Cost: one query.
    """
    lines = ReminderLine.objects.filter(account=account).order_by("months")
    return {
        (service, counted): months
        for service, counted, months in lines.values_list(
            "service_id", "counted_from", "months"
        )
    }


def open_reminder(digest: str) -> Reminder | None:
    """The reminder behind a link, if it may still be used. Cost: one query."""
    return (
        Reminder.objects.filter(
            digest=digest, used_at=None, ended_at=None, ends_at__gt=now()
        )
        .select_related("account")
        .first()
    )


def asked_about(reminder: Reminder) -> list[Service]:
    """What a reminder asks about that its recipient still keeps, by name.

    Cost: one query.
    """
    kept = Provider.objects.filter(account=reminder.account_id, ended_at=None)
    found = published_services().filter(
        reminder_lines__reminder=reminder,
        organisation__in=kept.values("organisation"),
    )
    return list(found.order_by("name", "id").distinct())


def faults(actor: Actor) -> list[RecordFault]:
    """Numbers that cannot ring and links that lead nowhere, the oldest first.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_look_over(actor))
    found = RecordFault.objects.select_related("service__organisation")
    return list(found.defer("service__document", "service__words")[:FAULTS_SHOWN])


def faults_of(services: Iterable[UUID]) -> list[RecordFault]:
    """What was found wrong in some services. Cost: one query."""
    return list(RecordFault.objects.filter(service__in=list(services)))
