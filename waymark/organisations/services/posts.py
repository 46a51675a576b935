"""Beginning and ending posts and teams. Nothing that was is taken out."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.access.roles import Role
from waymark.organisations import policies, slots
from waymark.organisations.models import Organisation, Post, Team
from waymark.organisations.services.refusals import Refused
from waymark.today import today


@transaction.atomic
def begin_post(
    *,
    actor: Actor,
    account_id: UUID,
    role: Role,
    organisation_id: UUID,
    began_on: date,
    team_id: UUID | None = None,
) -> Post:
    """Have somebody do a kind of work at an organisation from a day on.

    Raises: PermissionDenied; Organisation.DoesNotExist; Refused, with the field that
    is wrong and a sentence. Cost: six queries at most.
    """
    require(policies.may_manage_organisations(actor))
    where = Organisation.objects.select_for_update().get(pk=organisation_id)
    team = _team_of(where, team_id)
    _require_there(where, team, began_on)
    _require_known(account_id)
    held = Post.objects.filter(
        account_id=account_id, role=role, organisation=where, team=team
    )
    if held.filter(Q(ended_on=None) | Q(ended_on__gt=began_on)).exists():
        raise Refused("account_id", _("They hold this post on that day already."))
    return Post.objects.create(
        account_id=account_id,
        role=role.value,
        organisation=where,
        team=team,
        began_on=began_on,
        begun_by=actor.account_id,
    )


@transaction.atomic
def offer_post(
    *,
    actor: Actor,
    email: str,
    role: Role,
    organisation_id: UUID,
    began_on: date,
    team_id: UUID | None = None,
) -> None:
    """Invite somebody who cannot sign in yet into a post.

    The post begins when they accept, and not before the day it is to begin.

    Raises: PermissionDenied; Organisation.DoesNotExist; Refused, with the field that
    is wrong and a sentence. Cost: ten queries at most.
    """
    require(policies.may_manage_organisations(actor))
    where = Organisation.objects.get(pk=organisation_id)
    _require_there(where, _team_of(where, team_id), began_on)
    if any(person.email == email.lower() for person in slots.people()):
        raise Refused("email", _("They can sign in already. Choose them in the list."))
    slots.invite(actor, email, slots.Offer(role, organisation_id, team_id, began_on))


def begin_offered_post(
    *, account_id: UUID, offer: slots.Offer, by: UUID | None, not_before: date
) -> None:
    """Begin the post that somebody was invited into; twice is once.

    Whoever invited them was asked for their right then. Runs in the transaction of the
    caller.

    Raises: Refused, if the organisation or team has ended since. Cost: four queries.
    """
    where = Organisation.objects.filter(pk=offer.organisation_id).first()
    if where is None:
        raise Refused("organisation_id", _("It is not there any more."))
    team = _team_of(where, offer.team_id)
    began_on = max(offer.began_on, not_before)
    _require_there(where, team, began_on)
    Post.objects.get_or_create(
        account_id=account_id,
        role=offer.role.value,
        organisation=where,
        team=team,
        ended_on=None,
        defaults={"began_on": began_on, "begun_by": by},
    )


def _team_of(where: Organisation, team_id: UUID | None) -> Team | None:
    if team_id is None:
        return None
    team = where.teams.filter(pk=team_id).first()
    if team is None:
        raise Refused("team_id", _("That team is not one of this organisation."))
    return team


def _require_there(where: Organisation, team: Team | None, began_on: date) -> None:
    if where.began_on and began_on < where.began_on:
        raise Refused("began_on", _("%s was not there yet on that day.") % where.name)
    if where.ended_on and began_on >= where.ended_on:
        raise Refused("began_on", _("%s has ended by that day.") % where.name)
    if team and began_on < team.began_on:
        raise Refused("began_on", _("%s was not there yet on that day.") % team.name)
    if team and team.ended_on and began_on >= team.ended_on:
        raise Refused("began_on", _("%s has ended by that day.") % team.name)


def _require_known(account_id: UUID) -> None:
    if account_id not in {person.account_id for person in slots.people()}:
        raise Refused("account_id", _("Choose somebody who can sign in."))


@transaction.atomic
def end_post(*, actor: Actor, post_id: UUID, ended_on: date | None = None) -> Post:
    """End a post; on that day it gives no rights any more. Today if no day is given.

    The end of a post that ends on a day to come may be moved; one that is over stays.

    Raises: PermissionDenied; Post.DoesNotExist; Refused. Cost: two queries.
    """
    require(policies.may_manage_organisations(actor))
    post = Post.objects.select_for_update().get(pk=post_id)
    day = ended_on or today()
    if post.ended_on and post.ended_on <= today():
        raise Refused("ended_on", _("This post is over already."))
    if day < post.began_on:
        raise Refused("ended_on", _("A post cannot end before it began."))
    post.ended_on, post.ended_by = day, actor.account_id
    post.save(update_fields=["ended_on", "ended_by"])
    return post


def end_posts_of(*, account_id: UUID, by: UUID | None) -> int:
    """End every post of an account today, because the account ends. How many.

    Those that have not begun end on the day they would have. Runs in the transaction
    of the caller. Cost: two queries.
    """
    day = today()
    held = Post.objects.filter(account_id=account_id).filter(
        Q(ended_on=None) | Q(ended_on__gt=day)
    )
    to_come = list(held.filter(began_on__gt=day))
    for post in to_come:
        post.ended_on, post.ended_by = post.began_on, by
    Post.objects.bulk_update(to_come, ["ended_on", "ended_by"])
    return len(to_come) + held.filter(began_on__lte=day).update(
        ended_on=day, ended_by=by
    )
