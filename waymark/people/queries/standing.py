"""How somebody stands to children: ties, and what is kept from them. Read anew.

Nothing here is remembered from one request to the next.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from waymark.access import emergencies
from waymark.access.actor import Actor
from waymark.access.deciding import Emergency, Ruling, decide
from waymark.access.record import Ability, InformationClass, Part
from waymark.access.roles import Role
from waymark.access.ties import How, Restriction, Tie
from waymark.people.models import (
    Assignment,
    Attendance,
    CapacityRecord,
    Child,
    CourtOrder,
    KeptFrom,
    LegalStatus,
    ParentView,
    Relationship,
)
from waymark.people.rights import Family, newest_of, rights_pass_on, tie_of_parent
from waymark.today import LONDON, now


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything by which it is decided what somebody may do with one record."""

    actor: Actor
    child_id: UUID
    ties: tuple[Tie, ...]
    restrictions: tuple[Restriction, ...]
    emergency: Emergency | None
    at: datetime

    def may(
        self, part: Part, ability: Ability, kind: InformationClass | None = None
    ) -> Ruling:
        """Whether the actor may, with the reason that they may read when not."""
        return decide(
            self.actor,
            self.child_id,
            part,
            ability,
            ties=self.ties,
            restrictions=self.restrictions,
            at=self.at,
            kind=kind,
            emergency=self.emergency,
        )

    @property
    def knows_child(self) -> bool:
        """Whether the actor may know that there is a record of this child at all."""
        return any(self.may(part, Ability.READ) for part in Part)


def standing_of(actor: Actor, child_id: UUID) -> Standing:
    """How the actor stands to one child, at this moment.

    Nobody who is not signed in stands to anybody. Cost: at most eight queries.
    """
    at = now()
    if actor.account_id is None:
        return Standing(actor, child_id, (), (), None, at)
    return Standing(
        actor,
        child_id,
        ties=tuple(ties_of(actor, at.astimezone(LONDON).date(), child_id)),
        restrictions=restrictions_of(actor.account_id, child_id),
        emergency=emergencies.open_emergency(actor, child_id, at),
        at=at,
    )


def restrictions_of(account_id: UUID, child_id: UUID) -> tuple[Restriction, ...]:
    """What of one child's record is kept from an account. Cost: one query."""
    kept = KeptFrom.objects.filter(account_id=account_id, child_id=child_id)
    return tuple(_restriction(row) for row in kept)


def _restriction(row: KeptFrom) -> Restriction:
    return Restriction(
        account_id=row.account_id,
        child_id=row.child_id,
        began_on=row.began_on,
        ended_on=row.ended_on,
        parts=frozenset(Part(part) for part in row.parts.split()),
        classes=frozenset(InformationClass(one) for one in row.classes.split()),
    )


def ties_of(actor: Actor, on: date, child_id: UUID | None = None) -> Iterator[Tie]:
    """What ties the actor to children on a day: to one, or to each.

    Cost: six queries at most, whatever the number of children; fewer for those who
    hold no post.
    """
    if actor.account_id is None:
        return
    yield from _as_themselves(actor.account_id, on, child_id)
    yield from _as_parent(actor.account_id, on, child_id)
    yield from _as_assigned(actor.account_id, child_id)
    yield from _on_roll(actor, on, child_id)
    yield from _in_team(actor, on, child_id)
    yield from _as_corporate_parent(actor, on, child_id)


# ---- the family ----------------------------------------------------------------------


def _as_themselves(account_id: UUID, on: date, child_id: UUID | None) -> Iterator[Tie]:
    """A young person once the rights are theirs, and a child until then."""
    own = Child.objects.filter(account_id=account_id, **_named("pk", child_id))
    for child in own.prefetch_related("capacity_records"):
        said = newest_of(child.capacity_records.all(), _ABOUT_THE_RECORD)
        decides = said is None or said.has_capacity
        passed = on >= rights_pass_on(child.born_on)
        role = Role.YOUNG_PERSON if passed and decides else Role.CHILD
        yield Tie(account_id, child.pk, role, How.SELF, child.born_on)


_ABOUT_THE_RECORD = frozenset({CapacityRecord.Decision.RECORD.value})


def _named(field: str, value: UUID | None) -> dict[str, UUID]:
    return {} if value is None else {field: value}


def _as_parent(account_id: UUID, on: date, child_id: UUID | None) -> Iterator[Tie]:
    held = Relationship.objects.filter(
        _in_force(on),
        adult__account_id=account_id,
        adult__died_on=None,
        **_named("child_id", child_id),
    ).select_related("child")
    for _relationship, tie in _with_ties(list(held), on, account_id):
        yield tie


def parents_of(child_id: UUID, on: date) -> list[Relationship]:
    """The adults who stand to a child as parents in law on a day, with an account or
    without, those whom an order narrows too. Cost: four queries at most.
    """
    held = Relationship.objects.filter(
        _in_force(on), child_id=child_id, adult__died_on=None
    ).select_related("child", "adult")
    return [relationship for relationship, _tie in _with_ties(list(held), on, child_id)]


def _with_ties(
    held: list[Relationship], on: date, account_id: UUID
) -> Iterator[tuple[Relationship, Tie]]:
    """Those relationships that tie somebody to a child, each with its tie."""
    passed = [r.child_id for r in held if on >= rights_pass_on(r.child.born_on)]
    narrowed = _narrowed_among(held, on)
    views = _by_child(ParentView.objects.filter(child_id__in=passed)) if passed else {}
    said = (
        _by_child(CapacityRecord.objects.filter(child_id__in=passed)) if passed else {}
    )
    for each in held:
        family = Family(
            each,
            is_narrowed=each.pk in narrowed,
            views=tuple(
                view
                for view in views.get(each.child_id, ())
                if view.adult_id == each.adult_id
            ),
            capacity=newest_of(said.get(each.child_id, ()), _ABOUT_THE_RECORD),
        )
        tie = tie_of_parent(account_id, family, on)
        if tie is not None:
            yield each, tie


def _narrowed_among(held: list[Relationship], on: date) -> set[UUID]:
    """Those that an order of a court narrows on a day. Cost: one query, or none."""
    if not held:
        return set()
    orders = CourtOrder.objects.filter(
        _in_force(on), narrows=True, relationship__in=held
    )
    return set(orders.values_list("relationship_id", flat=True))


Row = TypeVar("Row", ParentView, CapacityRecord)


def _by_child(rows: Iterable[Row]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.child_id].append(row)
    return found


def _in_force(on: date) -> Q:
    """That it counts on a day: it has begun, and has not ended by that day."""
    return Q(began_on__lte=on) & (Q(ended_on=None) | Q(ended_on__gt=on))


# ---- work ----------------------------------------------------------------------------

#: Who comes to a child because it is on the roll of where they work.
ON_ROLL = (Role.SENCO, Role.TEACHER)


def _as_assigned(account_id: UUID, child_id: UUID | None) -> Iterator[Tie]:
    """What was given to the person by name, over or not: the tie knows its days."""
    rows = Assignment.objects.filter(
        account_id=account_id, **_named("child_id", child_id)
    )
    for row in rows:
        yield _tie_of(row, account_id, Role(row.role), How(row.how))


def _tie_of(row: Assignment, account_id: UUID, role: Role, how: How) -> Tie:
    return Tie(
        account_id, row.child_id, role, how, row.began_on, row.ended_on, row.ends_at
    )


def _on_roll(actor: Actor, on: date, child_id: UUID | None) -> Iterator[Tie]:
    roles = _roles_by_place(actor, ON_ROLL)
    if not roles:
        return
    rows = Attendance.objects.filter(
        _in_force(on), setting_id__in=roles, **_named("child_id", child_id)
    )
    for row in rows:
        for role in roles[row.setting_id]:
            yield _worked(actor, row.child_id, role, How.ON_ROLL, row)


def _worked(
    actor: Actor,
    child_id: UUID,
    role: Role,
    how: How,
    row: Attendance | LegalStatus,
) -> Tie:
    account = actor.signed_in_as
    return Tie(account, child_id, role, how, row.began_on, row.ended_on)


def _roles_by_place(actor: Actor, among: Iterable[Role]) -> dict[UUID, list[Role]]:
    """Where the actor holds a post in one of some roles, and in which."""
    found: dict[UUID, list[Role]] = defaultdict(list)
    for post in actor.posts:
        if post.role in among:
            found[post.organisation_id].append(post.role)
    return found


def _in_team(actor: Actor, on: date, child_id: UUID | None) -> Iterator[Tie]:
    """A manager comes to every child that their team has."""
    teams = {p.team_id for p in actor.posts if p.role is Role.MANAGER and p.team_id}
    if not teams:
        return
    rows = Assignment.objects.filter(
        _in_force(on), team_id__in=teams, **_named("child_id", child_id)
    )
    for row in rows:
        yield _tie_of(row, actor.signed_in_as, Role.MANAGER, How.TEAM)


def _as_corporate_parent(
    actor: Actor, on: date, child_id: UUID | None
) -> Iterator[Tie]:
    """A virtual school head comes to every child that their authority looks after."""
    roles = _roles_by_place(actor, (Role.VIRTUAL_HEAD,))
    if not roles:
        return
    rows = LegalStatus.objects.filter(
        _in_force(on),
        kind=LegalStatus.Kind.LOOKED_AFTER,
        authority_id__in=roles,
        **_named("child_id", child_id),
    )
    for row in rows:
        yield _worked(actor, row.child_id, Role.VIRTUAL_HEAD, How.CORPORATE, row)


# ---- which children ------------------------------------------------------------------


def visible_children(actor: Actor, *parts: Part) -> QuerySet[Child]:
    """The children of whom the actor may read each of these parts, by name.

    With no part named, those of whom they may read any. Every list of children starts
    here. An emergency opens one record and no list. Cost: seven queries at most, and
    the one that the caller makes of it.
    """
    at = now()
    if actor.account_id is None:
        return Child.objects.none()
    by_child: dict[UUID, list[Tie]] = defaultdict(list)
    for tie in ties_of(actor, at.astimezone(LONDON).date()):
        by_child[tie.child_id].append(tie)
    kept = _kept_from(actor.account_id)
    seen = [
        child_id
        for child_id, ties in by_child.items()
        if _reads(
            Standing(
                actor, child_id, tuple(ties), tuple(kept.get(child_id, ())), None, at
            ),
            parts,
        )
    ]
    return Child.objects.filter(pk__in=seen)


def _kept_from(account_id: UUID) -> dict[UUID, list[Restriction]]:
    found: dict[UUID, list[Restriction]] = defaultdict(list)
    for row in KeptFrom.objects.filter(account_id=account_id):
        found[row.child_id].append(_restriction(row))
    return found


def _reads(standing: Standing, parts: Collection[Part]) -> bool:
    if not parts:
        return standing.knows_child
    return all(standing.may(part, Ability.READ) for part in parts)
