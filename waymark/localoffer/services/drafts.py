"""What is being written beside what is published. Families see none of it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from waymark.localoffer.models import (
    Draft,
    Organisation,
    Service,
    ServiceVersion,
    Source,
)
from waymark.localoffer.queries import proposed
from waymark.localoffer.record.identity import is_id
from waymark.localoffer.record.reading import read_service
from waymark.localoffer.services.publishing import Unfit, Why, fit, publish_record
from waymark.localoffer.services.sources import own_source
from waymark.today import now, today


@transaction.atomic
def save_draft(
    record: dict[str, Any],
    *,
    by: UUID | None = None,
    source: Source | None = None,
    id_at_source: str = "",
) -> Draft:
    """Keep a record as the draft of its service, made if there is none.

    Words are made harmless at once; faults may stay until it is published. Saving
    again takes back what was sent or approved; why it was returned stays to be read.

    Raises: KeyError if the record has no id.
    """
    given = str(record["id"])
    source = source or own_source()
    document = read_service(record, 1, source.key).record or dict(record)
    service = _service_of(document, source, id_at_source or given)
    newest = ServiceVersion.objects.filter(service=service).first()
    draft, _made = Draft.objects.update_or_create(
        service=service,
        defaults={
            "document": document,
            "state": Draft.State.WRITING,
            "by": by,
            "changed_at": now(),
            "sent_at": None,
            "based_on": newest.number if newest else None,
            "says": "",
            "publish_on": None,
            "approved_by": None,
            "note": "",
        },
    )
    return draft


def _service_of(record: dict[str, Any], source: Source, given: str) -> Service:
    service, _made = Service.objects.get_or_create(
        id=UUID(record["id"]),
        defaults={
            "source": source,
            "id_at_source": given[:200],
            "name": str(record.get("name", ""))[:300],
            "status": str(record.get("status", "inactive"))[:20],
            "organisation": _organisation_of(record),
        },
    )
    return service


def _organisation_of(record: dict[str, Any]) -> Organisation | None:
    """Whose a new record is, so that its provider finds it before it is published."""
    said = str(record.get("organization_id", ""))
    return Organisation.objects.filter(id=said).first() if is_id(said) else None


@transaction.atomic
def send_draft(service_id: UUID, *, says: str = "") -> None:
    """Send a draft for approval. Raises: Draft.DoesNotExist."""
    draft = Draft.objects.get(service=service_id)
    draft.state, draft.sent_at, draft.reason = Draft.State.SENT, now(), ""
    draft.says = says.strip()
    draft.save(update_fields=["state", "sent_at", "reason", "says"])


@transaction.atomic
def return_draft(service_id: UUID, reason: str) -> None:
    """Give a draft back to whoever wrote it, with the reason.

    Raises: ValueError without a reason; Draft.DoesNotExist.
    """
    if not reason.strip():
        raise ValueError("Say why, so that it can be put right.")
    draft = Draft.objects.get(service=service_id)
    draft.state, draft.reason = Draft.State.RETURNED, reason.strip()
    draft.save(update_fields=["state", "reason"])


@transaction.atomic
def approve_draft(service_id: UUID, *, by: UUID | None = None, note: str = "") -> UUID:
    """Publish a draft as the newest version, and end the draft.

    What others changed since it was begun is kept where the draft did not change it.

    Raises: publishing.Unfit, and then the draft stands as it was; Draft.DoesNotExist.
    """
    draft = Draft.objects.select_related("service__source").get(service=service_id)
    record, source = proposed(draft), draft.service.source
    key = publish_record(record, why=Why.APPROVED, by=by, note=note, source=source)
    draft.delete()
    return key


@transaction.atomic
def schedule_draft(
    service_id: UUID, *, on: date, by: UUID | None = None, note: str = ""
) -> None:
    """Approve a draft now, to be published when a day comes.

    Raises: publishing.Unfit, and then the draft stands as it was; Draft.DoesNotExist;
    ValueError for a day that is not still to come.
    """
    if on <= today():
        raise ValueError("Give a day after today, or publish it at once.")
    draft = Draft.objects.select_related("service__source").get(service=service_id)
    fit(proposed(draft), draft.service.source.key)
    draft.state, draft.publish_on = Draft.State.APPROVED, on
    draft.approved_by, draft.note, draft.reason = by, note, ""
    draft.save()


def publish_due_drafts(on: date) -> list[UUID]:
    """Publish every draft that was approved for this day or an earlier one.

    Safe to run twice. One that has become unfit goes back with the reason, and the
    others are published all the same. Cost: one query, and some twenty for each.
    """
    due = Draft.objects.filter(state=Draft.State.APPROVED, publish_on__lte=on)
    keys = list(due.order_by("publish_on", "pk").values_list("pk", flat=True))
    return [key for key in keys if _publish_due(key, on)]


@transaction.atomic
def _publish_due(key: UUID, on: date) -> bool:
    draft = (
        Draft.objects.select_for_update()
        .filter(pk=key, state=Draft.State.APPROVED, publish_on__lte=on)
        .first()
    )
    if draft is None:
        return False
    try:
        approve_draft(key, by=draft.approved_by, note=draft.note)
    except Unfit as refused:
        return_draft(key, str(refused))
        return False
    return True


@transaction.atomic
def discard_draft(service_id: UUID) -> None:
    """Throw a draft away, and the service too if nothing of it was ever published."""
    Draft.objects.filter(service=service_id).delete()
    Service.objects.filter(
        id=service_id, published_at__isnull=True, versions__isnull=True
    ).delete()
