"""What is being written beside what is published. Families see none of it."""

from typing import Any
from uuid import UUID

from django.db import transaction

from waymark.localoffer.models import Draft, Service, ServiceVersion, Source
from waymark.localoffer.record.reading import read_service
from waymark.localoffer.services.publishing import Why, publish_record
from waymark.localoffer.services.sources import own_source
from waymark.today import now


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
    again takes back what was sent for approval.

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
            "reason": "",
            "by": by,
            "changed_at": now(),
            "sent_at": None,
            "based_on": newest.number if newest else None,
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
        },
    )
    return service


@transaction.atomic
def send_draft(service_id: UUID) -> None:
    """Send a draft for approval. Raises: Draft.DoesNotExist."""
    draft = Draft.objects.get(service=service_id)
    draft.state, draft.sent_at, draft.reason = Draft.State.SENT, now(), ""
    draft.save(update_fields=["state", "sent_at", "reason"])


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

    Raises: publishing.Unfit, and then the draft stands as it was; Draft.DoesNotExist.
    """
    draft = Draft.objects.select_related("service__source").get(service=service_id)
    key = publish_record(
        draft.document, why=Why.APPROVED, by=by, note=note, source=draft.service.source
    )
    draft.delete()
    return key


@transaction.atomic
def discard_draft(service_id: UUID) -> None:
    """Throw a draft away, and the service too if nothing of it was ever published."""
    Draft.objects.filter(service=service_id).delete()
    Service.objects.filter(
        id=service_id, published_at__isnull=True, versions__isnull=True
    ).delete()
