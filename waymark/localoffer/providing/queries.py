"""Every read of entries for those who keep them. Each starts from whose they are."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.roles import Permission
from waymark.accounts.models import Account
from waymark.localoffer.models import (
    Draft,
    Organisation,
    Provider,
    Service,
    ServiceVersion,
    Trust,
)
from waymark.localoffer.providing import policies
from waymark.localoffer.queries import latest_whole

#: A list that is longer is looked through by a name.
SHOWN_AT_MOST = 100


def kept_by(actor: Actor) -> frozenset[UUID]:
    """The organisations whose entries an actor keeps now. Cost: one query at most."""
    if actor.account_id is None or not actor.has(Permission.EDIT_OWN_SERVICES):
        return frozenset()
    kept = Provider.objects.filter(account=actor.account_id, ended_at=None)
    return frozenset(kept.values_list("organisation_id", flat=True))


def kept_organisations(actor: Actor) -> list[Organisation]:
    """The organisations that an actor keeps, by name. Cost: two queries."""
    return list(Organisation.objects.filter(id__in=kept_by(actor)))


def own_services(actor: Actor) -> QuerySet[Service]:
    """The entries that a provider keeps, with what is being written of each, by name.

    Cost: one query, and one more when read.
    """
    return (
        Service.objects.filter(organisation__in=kept_by(actor))
        .select_related("organisation", "draft")
        .defer("document", "words")
    )


def entry(actor: Actor, service_id: UUID) -> Service | None:
    """One entry that the actor may see; None also where there is no such entry.

    Whoever may not see it learns nothing, not even that it is there.
    Cost: two queries.
    """
    found = (
        Service.objects.filter(id=service_id)
        .select_related("organisation", "source", "draft")
        .first()
    )
    if found is None:
        return None
    own = kept_by(actor)
    return found if policies.may_see(actor, found.organisation_id, own) else None


def draft_of(service: Service) -> Draft | None:
    """What is being written of an entry, or None. Cost: none after `entry`."""
    return getattr(service, "draft", None)


def published(service: Service) -> dict[str, Any]:
    """What is published of an entry, whole; nothing if nothing ever was. One query."""
    return latest_whole(service.pk) or {}


def newest(service: Service) -> dict[str, Any]:
    """The whole published record, or what is written of one that never was.

    Cost: one query, and one more for an entry that was never published.
    """
    written = draft_of(service)
    return latest_whole(service.pk) or (written.document if written else {})


def writer_of(draft: Draft) -> Account | None:
    """Who wrote a draft; None if a program did. Cost: one query."""
    return Account.objects.filter(pk=draft.by).first() if draft.by else None


def keeps(account: Account, service: Service) -> bool:
    """Whether somebody who can sign in keeps an entry now. Cost: one query."""
    kept = Provider.objects.filter(account=account, ended_at=None)
    return (
        account.is_active and kept.filter(organisation=service.organisation_id).exists()
    )


def is_trusted(organisation_id: UUID | None) -> bool:
    """Whether an organisation's small changes go out at once. Cost: one query."""
    return Trust.objects.filter(organisation=organisation_id).exists()


def waiting(actor: Actor) -> QuerySet[Draft]:
    """What was sent for approval, the longest waiting first.

    Raises: PermissionDenied. Cost: one query when read.
    """
    require(policies.may_keep_offer(actor))
    sent = Draft.objects.filter(state=Draft.State.SENT).order_by("sent_at")
    return sent.select_related("service__organisation").defer("service__document")


def approved(actor: Actor) -> QuerySet[Draft]:
    """What is approved for a day to come, the nearest first.

    Raises: PermissionDenied. Cost: one query when read.
    """
    require(policies.may_keep_offer(actor))
    held = Draft.objects.filter(state=Draft.State.APPROVED).order_by("publish_on")
    return held.select_related("service__organisation").defer("service__document")


def published_at_once(actor: Actor) -> list[ServiceVersion]:
    """The newest small changes that trusted providers published by themselves.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_keep_offer(actor))
    found = ServiceVersion.objects.filter(why=ServiceVersion.Why.TRUSTED)
    found = found.select_related("service").defer("document", "service__document")
    return list(found.order_by("-made_at")[:20])


def services_named(actor: Actor, name: str) -> list[Service]:
    """Entries whose name, or organisation's name, holds what was typed.

    Raises: PermissionDenied. Cost: one query; at most `SHOWN_AT_MOST`.
    """
    require(policies.may_keep_offer(actor))
    called = Q(name__icontains=name) | Q(organisation__name__icontains=name)
    found = Service.objects.filter(called).select_related("organisation", "draft")
    return list(found.defer("document", "words")[:SHOWN_AT_MOST])


def organisations_named(actor: Actor, name: str) -> list[Organisation]:
    """Organisations by a part of their name, each with how many keep it as `people`.

    Raises: PermissionDenied. Cost: one query; at most `SHOWN_AT_MOST`.
    """
    require(policies.may_keep_offer(actor))
    keeping = Count("providers", filter=Q(providers__ended_at=None))
    found = Organisation.objects.filter(name__icontains=name).annotate(people=keeping)
    return list(found.select_related("trust").defer("document")[:SHOWN_AT_MOST])


def organisation(actor: Actor, organisation_id: UUID) -> Organisation | None:
    """One organisation for the team, with its trust; None if there is none.

    Raises: PermissionDenied. Cost: one query.
    """
    require(policies.may_keep_offer(actor))
    found = Organisation.objects.select_related("trust").filter(id=organisation_id)
    return found.first()


def people_of(organisation_id: UUID) -> list[Provider]:
    """Who keeps an organisation's entries now, with their accounts. One query."""
    kept = Provider.objects.filter(organisation=organisation_id, ended_at=None)
    return list(kept.select_related("account").order_by("began_at"))
