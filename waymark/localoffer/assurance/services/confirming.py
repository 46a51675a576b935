"""Somebody who knows says that records are right."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.roles import Permission
from waymark.localoffer import services as offer
from waymark.localoffer.assurance import policies, queries
from waymark.localoffer.assurance.services.reminding import NotAReminder, open_link
from waymark.localoffer.models import Confirmation, Provider, Reminder, Service
from waymark.today import now, today

How = Confirmation.How


@transaction.atomic
def confirm(*, actor: Actor, service_ids: Iterable[UUID]) -> int:
    """Confirm records as right today; how many there were.

    All or none: one that the actor may not confirm refuses all of them.

    Raises: PermissionDenied. Cost: about forty-five queries, however many.
    """
    ids = list(dict.fromkeys(service_ids))
    own = _kept_by(actor)
    found = Service.objects.filter(id__in=ids).values_list("organisation_id", flat=True)
    for organisation in set(found):
        require(policies.may_confirm(actor, organisation, own))
    is_team = actor.has(Permission.KEEP_LOCAL_OFFER)
    return _confirm(ids, How.TEAM if is_team else How.PROVIDER, actor.account_id)


@transaction.atomic
def confirm_by_link(token: str, service_ids: Iterable[UUID]) -> int:
    """Confirm what a reminder asked about, of it what is chosen; use the link up.

    Nothing else can be confirmed by it. How many were.

    Raises: NotAReminder, if the link is unknown, used, ended or too old.
    """
    reminder = open_link(token)
    # Whoever marks it first has it: two presses confirm once.
    used = Reminder.objects.filter(pk=reminder.pk, used_at=None).update(used_at=now())
    if not used:
        raise NotAReminder("This link was used already.")
    asked = {service.pk for service in queries.asked_about(reminder)}
    chosen = [key for key in dict.fromkeys(service_ids) if key in asked]
    return _confirm(chosen, How.LINK, reminder.account_id)


def note_confirmation(
    service_id: UUID, on: date, *, by: UUID | None, how: How = How.PROVIDER
) -> None:
    """Note who confirmed a record whose own words say the day already."""
    Confirmation.objects.create(service_id=service_id, on=on, how=how, by=by)


def _confirm(ids: list[UUID], how: How, by: UUID | None) -> int:
    day = today()
    done = offer.assure_many(ids, on=day, by=by)
    Confirmation.objects.bulk_create(
        Confirmation(service_id=key, on=day, how=how, by=by) for key in done
    )
    return len(done)


def _kept_by(actor: Actor) -> frozenset[UUID]:
    kept = Provider.objects.filter(account=actor.account_id, ended_at=None)
    return frozenset(kept.values_list("organisation_id", flat=True))
