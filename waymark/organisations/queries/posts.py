"""Every read of posts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from waymark.access import actor as access
from waymark.access.roles import Role
from waymark.organisations.models import Post

#: What a post may say; one of an older version may say more.
_ROLES = frozenset(role.value for role in Role)


def _held(on: date) -> Q:
    """That a post counts on a day: it has begun, and has not ended by that day."""
    return Q(began_on__lte=on) & (Q(ended_on=None) | Q(ended_on__gt=on))


def _place_is_there(on: date) -> Q:
    """That nothing a post hangs on has ended: not its organisation, not its team."""
    place = Q(organisation__ended_on=None) | Q(organisation__ended_on__gt=on)
    team = Q(team=None) | Q(team__ended_on=None) | Q(team__ended_on__gt=on)
    return place & team


def posts_of(account_id: UUID, on: date) -> tuple[access.Post, ...]:
    """The posts that an account holds on a day, as policies see them, the oldest first.

    A post at an organisation or in a team that has ended gives nothing. A role that
    the product no longer knows gives nothing either.

    Cost: one query.
    """
    rows = (
        Post.objects.filter(_held(on), _place_is_there(on), account_id=account_id)
        .order_by("began_on", "id")
        .values_list("role", "organisation_id", "team_id")
    )
    return tuple(
        access.Post(Role(role), organisation_id, team_id)
        for role, organisation_id, team_id in rows
        if role in _ROLES
    )


def holders_of(roles: Collection[Role], on: date) -> set[UUID]:
    """The accounts that hold a post in one of the roles on a day. Cost: one query."""
    named = [role.value for role in roles]
    held = Post.objects.filter(_held(on), _place_is_there(on), role__in=named)
    return set(held.values_list("account_id", flat=True))


def holders_at(places: Collection[UUID], role: Role, on: date) -> set[UUID]:
    """The accounts that hold a role at some organisations. Cost: one query."""
    held = Post.objects.filter(
        _held(on), _place_is_there(on), role=role.value, organisation_id__in=places
    )
    return set(held.values_list("account_id", flat=True))


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post as an administrator sees it."""

    id: UUID
    account_id: UUID
    role: str
    team: str
    began_on: date
    ended_on: date | None
    is_over: bool


def posts_at(organisation_id: UUID, on: date) -> list[PostRow]:
    """Every post at an organisation, those that are not over first. Cost: one query."""
    rows = (
        Post.objects.filter(organisation_id=organisation_id)
        .select_related("team")
        .order_by("-began_on", "id")
    )
    found = [
        PostRow(
            id=each.id,
            account_id=each.account_id,
            role=each.role,
            team=each.team.name if each.team else "",
            began_on=each.began_on,
            ended_on=each.ended_on,
            is_over=each.ended_on is not None and each.ended_on <= on,
        )
        for each in rows
    ]
    return sorted(found, key=lambda row: row.is_over)
