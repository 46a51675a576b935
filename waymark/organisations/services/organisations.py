"""Beginning organisations and teams, and ending teams."""

import re
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.organisations import policies
from waymark.organisations.models import Organisation, Post, Team
from waymark.organisations.services.refusals import Refused
from waymark.today import today

#: What an administrator may add: settings come from the register, and the authority
#: from the area's folder.
ADDED_BY_HAND = (
    Organisation.Kind.ICB,
    Organisation.Kind.SERVICE,
    Organisation.Kind.TRUST,
    Organisation.Kind.CHARITY,
    Organisation.Kind.OTHER_AUTHORITY,
)


@transaction.atomic
def begin_organisation(
    *, actor: Actor, kind: Organisation.Kind, name: str, code: str = ""
) -> Organisation:
    """Record an organisation that no register names.

    Raises: PermissionDenied; Refused. Cost: three queries.
    """
    require(policies.may_manage_organisations(actor))
    said, coded = " ".join(name.split()), code.strip()
    if kind not in ADDED_BY_HAND:
        raise Refused("kind", _("Settings come from the register, not from here."))
    if not said:
        raise Refused("name", _("Enter the name of the organisation."))
    same = Organisation.objects.filter(kind=kind)
    if same.filter(name__iexact=said, ended_on=None).exists():
        raise Refused("name", _("There is an organisation of this name already."))
    if coded and same.filter(code=coded).exists():
        raise Refused("code", _("Another organisation has this code."))
    return Organisation.objects.create(kind=kind, name=said, code=coded, began_on=None)


def know_authority_by(code: str) -> None:
    """Record the three digits that registers and returns know the area's authority by.

    For an area whose folder did not say them when it was begun.

    Raises: Refused. Cost: one query.
    """
    if not re.fullmatch(r"[0-9]{3}", code):
        raise Refused("code", _("An authority's code is three digits, such as 882."))
    own = Organisation.objects.filter(kind=Organisation.Kind.AUTHORITY)
    own.exclude(code=code).update(code=code)


@transaction.atomic
def begin_team(
    *, actor: Actor, organisation_id: UUID, name: str, began_on: date | None = None
) -> Team:
    """Begin a team of an organisation, today if no day is given.

    Raises: PermissionDenied; Organisation.DoesNotExist; Refused. Cost: three queries.
    """
    require(policies.may_manage_organisations(actor))
    where = Organisation.objects.select_for_update().get(pk=organisation_id)
    said, day = " ".join(name.split()), began_on or today()
    if not said:
        raise Refused("name", _("Enter the name of the team."))
    if not where.is_there(day):
        raise Refused("began_on", _("%s is not there on that day.") % where.name)
    if where.teams.filter(name__iexact=said, ended_on=None).exists():
        raise Refused("name", _("There is a team of this name already."))
    return Team.objects.create(organisation=where, name=said, began_on=day)


@transaction.atomic
def end_team(*, actor: Actor, team_id: UUID, ended_on: date | None = None) -> Team:
    """End a team and every post in it, today if no day is given.

    A post in it that begins later ends on the day it would have begun, and one that
    ends sooner is left.

    Raises: PermissionDenied; Team.DoesNotExist; Refused. Cost: four queries.
    """
    require(policies.may_manage_organisations(actor))
    team = Team.objects.select_for_update().get(pk=team_id)
    day = ended_on or today()
    if team.ended_on and team.ended_on <= today():
        raise Refused("ended_on", _("This team is over already."))
    if day < team.began_on:
        raise Refused("ended_on", _("A team cannot end before it began."))
    team.ended_on = day
    team.save(update_fields=["ended_on"])
    _end_posts_in(team, day, actor.account_id)
    return team


def _end_posts_in(team: Team, day: date, by: UUID | None) -> None:
    open_ones = [
        post
        for post in Post.objects.filter(team=team)
        if post.ended_on is None or post.ended_on > max(day, post.began_on)
    ]
    for post in open_ones:
        post.ended_on, post.ended_by = max(day, post.began_on), by
    Post.objects.bulk_update(open_ones, ["ended_on", "ended_by"])
