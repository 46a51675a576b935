"""Publishing one record, confirming it, and going back to an older version."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from waymark.localoffer.changes import tell_after_commit
from waymark.localoffer.models import (
    Organisation,
    Service,
    ServiceVersion,
    Source,
)
from waymark.localoffer.record.faults import Fault
from waymark.localoffer.record.reading import read_service
from waymark.localoffer.services.organisations import OrganisationWriter
from waymark.localoffer.services.sources import own_source
from waymark.localoffer.services.writing import Entry, Writer
from waymark.today import now

Why = ServiceVersion.Why


class Unfit(ValueError):
    """A record that the standard or good sense refuses, with every fault of it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(f"{fault.field} {fault.says}" for fault in faults))
        self.faults = faults


def fit(record: dict[str, Any], source_key: str) -> dict[str, Any]:
    """The record made harmless and in shape.

    Raises: Unfit, with every fault.
    """
    read = read_service(record, 1, source_key)
    if read.faults:
        raise Unfit(read.faults)
    return read.record


@transaction.atomic
def publish_record(
    record: dict[str, Any],
    *,
    why: Why = Why.WRITTEN,
    by: UUID | None = None,
    note: str = "",
    source: Source | None = None,
) -> UUID:
    """Publish a whole record at once, as a new version; the id of its service.

    Contacts that say `"public": false` are kept in the version and not published. An
    organisation in the record is recorded too. A draft beside it is left alone.

    Raises: Unfit, and then nothing has changed. Cost: about fifteen queries.
    """
    source = source or own_source()
    whole = fit(record, source.key)
    entry = Entry(whole, str(record["id"])[:200], source)
    [key] = Writer(why, by=by, note=note).write([entry])
    tell_after_commit([key])
    return key


@transaction.atomic
def restore_version(service_id: UUID, number: int, *, by: UUID | None = None) -> UUID:
    """Publish an older version again, as the newest.

    Raises: ServiceVersion.DoesNotExist.
    """
    version = ServiceVersion.objects.select_related("service__source").get(
        service=service_id, number=number
    )
    return publish_record(
        version.document,
        why=Why.RESTORED,
        by=by,
        note=f"Version {number} again",
        source=version.service.source,
    )


@transaction.atomic
def assure(
    service_id: UUID, *, on: date, by_email: str = "", by: UUID | None = None
) -> None:
    """Record that somebody who knows says the record is right, on that day.

    Raises: ServiceVersion.DoesNotExist if it was never published.
    """
    newest = ServiceVersion.objects.select_related("service__source").filter(
        service=service_id
    )[:1]
    version = newest.get()
    record = {**version.document, "assured_date": on.isoformat()}
    if by_email:
        record["assurer_email"] = by_email
    publish_record(record, why=Why.ASSURED, by=by, source=version.service.source)


@transaction.atomic
def assure_many(
    service_ids: Iterable[UUID], *, on: date, by: UUID | None = None
) -> list[UUID]:
    """Record that these records are right on that day; the ids of those there are.

    Whoever confirmed them before is named no longer. One that was never published is
    passed over. Cost: about forty queries, however many they are.
    """
    newest = {
        version.service_id: version
        for version in ServiceVersion.objects.filter(service__in=list(service_ids))
        .select_related("service__source")
        .order_by("service", "number")
    }
    entries = [
        Entry(_assured(each.document, on), str(key), each.service.source)
        for key, each in newest.items()
    ]
    keys = Writer(Why.ASSURED, by=by).write(entries) if entries else []
    tell_after_commit(keys)
    return keys


def _assured(document: dict[str, Any], on: date) -> dict[str, Any]:
    kept = {k: v for k, v in document.items() if k != "assurer_email"}
    return {**kept, "assured_date": on.isoformat()}


@transaction.atomic
def set_visibility(
    service_id: UUID, *, visible_from: date | None, visible_until: date | None
) -> None:
    """Say from which day to which a service may be seen; None is no bound.

    Raises: ValueError if the days are the wrong way round; Service.DoesNotExist.
    """
    if visible_from and visible_until and visible_from > visible_until:
        raise ValueError("The first day is after the last. Change one of them.")
    service = Service.objects.get(id=service_id)
    service.visible_from, service.visible_until = visible_from, visible_until
    service.save(update_fields=["visible_from", "visible_until"])
    tell_after_commit([service_id])


@transaction.atomic
def change_organisation(document: dict[str, Any], *, by: UUID | None = None) -> UUID:
    """Record what an organisation says of itself, for all of its services at once.

    Raises: Unfit. Cost: about eight queries.
    """
    stand_in = {
        "id": document.get("id"),
        "name": "stands in",
        "status": "active",
        "organization": document,
    }
    organisation = fit(stand_in, own_source().key)["organization"]
    key = UUID(organisation["id"])
    OrganisationWriter(now(), by).write({key: (organisation, own_source())})
    services = Organisation.objects.get(id=key).services.values_list("id", flat=True)
    tell_after_commit(services)
    return key
