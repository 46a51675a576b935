"""Services as they are published, as they are being written, and as they were."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from waymark.localoffer.assurance.days import counts_after
from waymark.localoffer.assurance.rules import ARCHIVED_AFTER, newest_counted_day
from waymark.localoffer.models import Draft, Review, Service, ServiceVersion, Status
from waymark.localoffer.record.merging import laid_over
from waymark.localoffer.record.parting import joined
from waymark.today import today

#: What families are shown in lists. What has ended or stopped keeps its own page.
LISTED = (Status.ACTIVE, Status.TEMPORARILY_CLOSED)


def published_services(on: date | None = None) -> QuerySet[Service]:
    """Every service that may be seen on a day, today by default, whatever its status.

    With its organisation and source. Ordered by name. Cost: one query when read.
    """
    on = on or today()
    return (
        Service.objects.filter(published_at__isnull=False)
        .filter(Q(visible_from__isnull=True) | Q(visible_from__lte=on))
        .filter(Q(visible_until__isnull=True) | Q(visible_until__gte=on))
        .select_related("organisation", "source")
    )


def listed_services(on: date | None = None) -> QuerySet[Service]:
    """The published services that a list shows: running, or closed only for a while.

    What nobody has confirmed for so long that it is archived keeps its page and is in
    no list. Cost: one query when read.
    """
    on = on or today()
    fresh = counts_after(newest_counted_day(on, ARCHIVED_AFTER))
    return published_services(on).filter(fresh, status__in=LISTED)


def service(service_id: UUID, on: date | None = None) -> Service | None:
    """One published service of any status, or None if it may not be seen.

    Cost: one query.
    """
    return published_services(on).filter(id=service_id).first()


def whole(service: Service) -> dict[str, Any]:
    """A published service as one record of the API, with its organisation.

    Cost: none if the organisation was read with the service.
    """
    organisation = service.organisation.document if service.organisation else None
    return joined(service.document or {}, organisation, service.last_modified)


def latest_whole(service_id: UUID) -> dict[str, Any] | None:
    """The newest published record with what is kept back, from which a draft begins.

    Its organisation is not in it. None if nothing was ever published. One query.
    """
    newest = ServiceVersion.objects.filter(service=service_id).first()
    return newest.document if newest else None


def draft(service_id: UUID) -> Draft | None:
    """What is being written for a service, or None. Cost: one query."""
    return Draft.objects.filter(service=service_id).select_related("service").first()


def proposed(draft: Draft) -> dict[str, Any]:
    """What approving a draft would publish: its changes, over what is published now.

    What others changed since it was begun is not taken back. Cost: one query, and two
    more if something was published meanwhile.
    """
    newest = versions(draft.service_id).first()
    if newest is None or draft.based_on in (None, newest.number):
        return dict(draft.document)
    began_from = version(draft.service_id, draft.based_on or 0)
    if began_from is None:
        return dict(draft.document)
    return laid_over(began_from.document, draft.document, newest.document)


def drafts_waiting() -> QuerySet[Draft]:
    """Drafts that were sent for approval, the longest waiting first. One query."""
    waiting = Draft.objects.filter(state=Draft.State.SENT)
    return waiting.select_related("service__organisation").order_by("sent_at")


def versions(service_id: UUID) -> QuerySet[ServiceVersion]:
    """Every version of a service that was ever published, newest first. One query."""
    return ServiceVersion.objects.filter(service=service_id)


def version(service_id: UUID, number: int) -> ServiceVersion | None:
    """One version, or None. Cost: one query."""
    return versions(service_id).filter(number=number).first()


def reviews() -> QuerySet[Review]:
    """What others publish about published services, newest first. One query."""
    return Review.objects.filter(service__in=published_services().order_by())
