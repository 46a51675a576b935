"""Who keeps which organisation's entries, and which organisations are trusted."""

from uuid import UUID

from django.db import transaction

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.roles import Role
from waymark.accounts import services as accounts
from waymark.localoffer.models import Organisation, Provider, Trust
from waymark.localoffer.providing import policies
from waymark.localoffer.providing.ties import reference_of
from waymark.today import now


@transaction.atomic
def invite_provider(*, actor: Actor, organisation_id: UUID, email: str) -> str:
    """Invite somebody to keep an organisation's entries; the link, to show once.

    Raises: PermissionDenied; accounts.BadAddress; accounts.slots.NothingTied.
    """
    require(policies.may_keep_offer(actor))
    return accounts.invite(
        actor=actor,
        email=email,
        role=Role.PROVIDER,
        reference=reference_of(organisation_id),
    )


@transaction.atomic
def end_keeping(*, actor: Actor, organisation_id: UUID, provider_id: int) -> None:
    """Have somebody keep this organisation's entries no longer, from now on.

    Their account and other organisations stay. Raises: PermissionDenied;
    Provider.DoesNotExist.
    """
    require(policies.may_keep_offer(actor))
    kept = Provider.objects.select_for_update().get(
        pk=provider_id, organisation=organisation_id, ended_at=None
    )
    kept.ended_at = now()
    kept.save(update_fields=["ended_at"])


@transaction.atomic
def give_trust(*, actor: Actor, organisation_id: UUID) -> None:
    """Let an organisation publish telephone numbers and times at once.

    Raises: PermissionDenied; Organisation.DoesNotExist.
    """
    require(policies.may_trust(actor))
    organisation = Organisation.objects.get(pk=organisation_id)
    Trust.objects.get_or_create(
        organisation=organisation, defaults={"given_by": actor.account_id}
    )


@transaction.atomic
def take_trust(*, actor: Actor, organisation_id: UUID) -> None:
    """Have every change of an organisation approved again. Raises: PermissionDenied."""
    require(policies.may_trust(actor))
    Trust.objects.filter(organisation=organisation_id).delete()
