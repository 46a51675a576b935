"""What the team does with what providers send, and with what is published."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.localoffer import services as offer
from waymark.localoffer.assurance.services import note_confirmation
from waymark.localoffer.models import Draft
from waymark.localoffer.providing import policies, queries
from waymark.localoffer.providing.kinds import PUBLISHED, RETURNED
from waymark.messages import services as messages


class SentAnew(ValueError):
    """What was to be approved is no longer what the approver read."""


@transaction.atomic
def approve(
    *,
    actor: Actor,
    service_id: UUID,
    read: str,
    on: date | None = None,
    note: str = "",
) -> None:
    """Publish what was sent, at once or when a day comes, and tell who wrote it.

    `read` is the `edition` of the draft that the approver has read: nobody puts their
    name to words that came after.

    Raises: PermissionDenied; Draft.DoesNotExist; SentAnew; Unfit; ValueError for a day
    that is not still to come.
    """
    draft = _draft(service_id, lock=True)
    require(policies.may_approve(actor, draft))
    if draft.edition != read:
        raise SentAnew
    if on is not None:
        offer.schedule_draft(service_id, on=on, by=actor.account_id, note=note)
        return
    offer.approve_draft(service_id, by=actor.account_id, note=note)
    tell_published(draft)


def publish_due(on: date) -> int:
    """Publish what was approved for this day or an earlier one; how many. For the job.

    Whoever wrote each is told, also when it could not be published any more.
    """
    due = Draft.objects.filter(state=Draft.State.APPROVED, publish_on__lte=on)
    before = list(due.select_related("service"))
    published = set(offer.publish_due_drafts(on))
    for draft in before:
        if draft.pk in published:
            tell_published(draft)
        else:
            _tell_returned(draft.pk)
    return len(published)


@transaction.atomic
def tell_published(draft: Draft) -> None:
    """Tell the writer, and note that they confirmed the rest if they said so."""
    said = str(draft.document.get("assured_date", ""))
    if said and draft.service.assured_on != date.fromisoformat(said):
        note_confirmation(draft.service_id, date.fromisoformat(said), by=draft.by)
    _write(draft, PUBLISHED, {})


@transaction.atomic
def give_back(*, actor: Actor, service_id: UUID, reason: str) -> None:
    """Give what was sent back to who wrote it, with the reason.

    Raises: PermissionDenied; Draft.DoesNotExist; ValueError without a reason.
    """
    draft = _draft(service_id)
    require(policies.may_return(actor, draft))
    offer.return_draft(service_id, reason)
    _tell_returned(service_id)


def _tell_returned(service_id: UUID) -> None:
    draft = Draft.objects.select_related("service").filter(pk=service_id).first()
    if draft is not None and draft.state == Draft.State.RETURNED:
        _write(draft, RETURNED, {"reason": draft.reason})


@transaction.atomic
def restore(*, actor: Actor, service_id: UUID, number: int) -> None:
    """Publish an older version again, as the newest.

    Raises: PermissionDenied; ServiceVersion.DoesNotExist; Unfit.
    """
    require(policies.may_restore(actor))
    offer.restore_version(service_id, number, by=actor.account_id)


@transaction.atomic
def show_between(
    *, actor: Actor, service_id: UUID, first: date | None, last: date | None
) -> None:
    """Say from which day to which a published entry is shown; None is no bound.

    Raises: PermissionDenied; Service.DoesNotExist; ValueError if the days are the
    wrong way round.
    """
    require(policies.may_keep_offer(actor))
    offer.set_visibility(service_id, visible_from=first, visible_until=last)


def _draft(service_id: UUID, *, lock: bool = False) -> Draft:
    drafts = Draft.objects.select_related("service")
    if lock:
        drafts = drafts.select_for_update(of=("self",))
    return drafts.get(pk=service_id)


def _write(draft: Draft, kind: str, more: dict[str, str]) -> None:
    """A message to the provider who wrote it; the team reads its own list."""
    writer = queries.writer_of(draft)
    if writer is None or not queries.keeps(writer, draft.service):
        return
    link = reverse("localoffer:providing-entry", args=[draft.service_id])
    name = str(draft.document.get("name", draft.service.name))
    moment = f"{draft.changed_at:%Y%m%d%H%M%S%f}"
    messages.write(
        key=f"{kind}:{draft.service_id}:{moment}",
        kind=kind,
        to=writer.email,
        blanks={"name": name, "link": settings.WEBSITE + link, **more},
    )
