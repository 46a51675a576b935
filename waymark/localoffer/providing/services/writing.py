"""What whoever keeps an entry does to it. None of it is seen before it is approved,
but for a small change of a trusted organisation."""

from typing import Any
from uuid import UUID

from django.db import transaction

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.ids import new_id
from waymark.localoffer import services as offer
from waymark.localoffer.models import Draft, Service, ServiceVersion
from waymark.localoffer.providing import policies, queries
from waymark.localoffer.providing.answers import with_answers
from waymark.localoffer.providing.difference import is_small
from waymark.localoffer.queries import proposed
from waymark.localoffer.services.publishing import fit
from waymark.today import today


@transaction.atomic
def save(*, actor: Actor, service_id: UUID, given: dict[str, Any]) -> Draft | None:
    """Keep answers as the draft of an entry; None if they change nothing at all.

    What others changed since the draft was begun is taken over where it did not. The
    team may put right what somebody sent without its being sent again, and that person
    stays its author; otherwise whoever wrote last is, and somebody else approves it.

    Raises: PermissionDenied; Service.DoesNotExist; Unfit, and nothing is kept.
    Cost: about ten queries.
    """
    service = _entry(actor, service_id)
    require(policies.may_write(actor, service.organisation_id, queries.kept_by(actor)))
    written = queries.draft_of(service)
    before = proposed(written) if written else queries.newest(service)
    after = fit_whole(service, with_answers(before, given))
    if after == before:
        return written
    if written is None or not policies.may_put_right(actor, written):
        return offer.save_draft(after, by=actor.account_id, source=service.source)
    draft = offer.save_draft(after, by=written.by, source=service.source)
    draft.state, draft.sent_at = Draft.State.SENT, written.sent_at
    draft.says = written.says
    draft.save(update_fields=["state", "sent_at", "says"])
    return draft


def fit_whole(service: Service, record: dict[str, Any]) -> dict[str, Any]:
    """The record made harmless. Raises: Unfit."""
    return fit(record, service.source.key)


@transaction.atomic
def begin_entry(*, actor: Actor, organisation_id: UUID, name: str) -> UUID:
    """Begin a new entry of an organisation, as a draft that nobody else sees.

    Raises: PermissionDenied; Unfit.
    """
    require(policies.may_write(actor, organisation_id, queries.kept_by(actor)))
    key = new_id()
    record = {
        "id": str(key),
        "organization_id": str(organisation_id),
        "name": name,
        "status": "active",
    }
    offer.save_draft(fit(record, "own"), by=actor.account_id)
    return key


@transaction.atomic
def send(
    *, actor: Actor, service_id: UUID, says: str = "", confirms: bool = False
) -> None:
    """Send a draft for approval, perhaps saying that all the rest is right today too.

    Raises: PermissionDenied; Service.DoesNotExist; Draft.DoesNotExist; Unfit.
    """
    draft = _draft(_entry(actor, service_id))
    require(policies.may_send(actor, draft, queries.kept_by(actor)))
    fit_whole(draft.service, draft.document)
    if confirms:
        draft.document["assured_date"] = today().isoformat()
        draft.save(update_fields=["document"])
    offer.send_draft(service_id, says=says)


@transaction.atomic
def publish_at_once(*, actor: Actor, service_id: UUID) -> None:
    """Publish a small change of a trusted organisation without approval.

    Raises: PermissionDenied; Service.DoesNotExist; Draft.DoesNotExist; Unfit.
    """
    service = _entry(actor, service_id)
    draft = _draft(service)
    after = proposed(draft)
    require(
        policies.may_publish_at_once(
            actor,
            draft,
            queries.kept_by(actor),
            trusted=queries.is_trusted(service.organisation_id),
            small=is_small(queries.published(service), after),
        )
    )
    offer.publish_record(
        after,
        why=ServiceVersion.Why.TRUSTED,
        by=actor.account_id,
        source=service.source,
    )
    draft.delete()


@transaction.atomic
def discard(*, actor: Actor, service_id: UUID) -> None:
    """Throw away what is being written; an entry never published goes with it.

    Raises: PermissionDenied; Service.DoesNotExist.
    """
    service = _entry(actor, service_id)
    require(policies.may_write(actor, service.organisation_id, queries.kept_by(actor)))
    offer.discard_draft(service_id)


def _entry(actor: Actor, service_id: UUID) -> Service:
    found = queries.entry(actor, service_id)
    if found is None:
        raise Service.DoesNotExist
    return found


def _draft(service: Service) -> Draft:
    found = queries.draft_of(service)
    if found is None:
        raise Draft.DoesNotExist
    return found
