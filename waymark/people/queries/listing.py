"""Children in lists: those of a family, and those somebody works with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Part
from waymark.access.roles import FAMILY, Role
from waymark.access.ties import How
from waymark.organisations import queries as organisations
from waymark.people.identifiers import Kind, NotAnIdentifier, checked
from waymark.people.models import Assignment, Attendance, Child
from waymark.people.queries.standing import ties_of, visible_children
from waymark.people.sealed import mark_of_number
from waymark.today import now, today

PAGE = 50
#: Children, by a query or by their ids.
Children = QuerySet[Child] | Collection[UUID]


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A child as a line of a list."""

    id: UUID
    name: str
    born_on: date
    setting: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list: its rows, its number, and of how many."""

    rows: tuple[ChildRow, ...]
    number: int
    of: int
    found: int

    @property
    def before(self) -> int:
        """The number of the page before; nought where this is the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The number of the next page; nought where this is the last."""
        return self.number + 1 if self.number < self.of else 0


def children(
    actor: Actor, *, words: str = "", born_on: date | None = None, number: int = 1
) -> Page:
    """The children whom the actor may see, by name, a page of 50 at a time.

    `words` are parts of a name, or a whole number such as a UPN. That the names were
    seen is written down. Cost: at most twelve queries, the same however many children
    there are.
    """
    found = named(visible_children(actor), words=words, born_on=born_on)
    total = found.count()
    of = max(1, -(-total // PAGE))
    number = min(max(1, number), of)
    first = (number - 1) * PAGE
    rows = _rows(found[first : first + PAGE])
    seen = [row.id for row in rows]
    audit.record_listed(actor, seen, Part.PERSON, why="Saw the name in a list")
    return Page(rows, number, of, total)


def named(
    found: QuerySet[Child], *, words: str = "", born_on: date | None = None
) -> QuerySet[Child]:
    """Those of the children whose names, number or birthday these are. Cost: none."""
    if born_on is not None:
        found = found.filter(born_on=born_on)
    return found.filter(_named(words)) if words.strip() else found


def _named(words: str) -> Q:
    """Whoever bears every word in a name, or the number that the words are."""
    in_name = Q()
    for word in words.split():
        in_name &= (
            Q(forename__icontains=word)
            | Q(surname__icontains=word)
            | Q(known_as__icontains=word)
        )
    numbered = [Q(identifiers__mark=mark) for mark in _marks(words)]
    for each in numbered:
        in_name |= each & Q(identifiers__ended_at=None)
    return in_name


def _marks(words: str) -> list[str]:
    """The marks that the words would have as a number of each kind."""
    marks = []
    for kind in (Kind.UPN, Kind.ULN, Kind.NHS):
        try:
            marks.append(mark_of_number(kind, checked(kind, words)))
        except NotAnIdentifier:
            continue
    return marks


def _rows(found) -> tuple[ChildRow, ...]:  # type: ignore[no-untyped-def]
    now_there = _main_settings(today())
    held = found.prefetch_related(
        Prefetch("attendances", queryset=now_there, to_attr="main_settings")
    )
    return tuple(
        ChildRow(
            child.pk,
            child.name,
            child.born_on,
            child.main_settings[0].setting.name if child.main_settings else "",
        )
        for child in held
    )


def _main_settings(day: date) -> QuerySet[Attendance]:
    return Attendance.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=day), is_main=True, began_on__lte=day
    ).select_related("setting")


def settings_of(children: Children) -> dict[UUID, str]:
    """Where each of these children learns today, by the child. Cost: one query."""
    held = _main_settings(today()).filter(child__in=children)
    return {each.child_id: each.setting.name for each in held}


def working_with(children: Children, *, role: Role) -> dict[UUID, UUID]:
    """Which account works with each of these children in a role, by the child.

    Where there are several, the one who came first. Cost: one query.
    """
    day = today()
    held = Assignment.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=day),
        Q(ends_at=None) | Q(ends_at__gt=now()),
        child__in=children,
        role=role.value,
        how=How.ASSIGNED.value,
        began_on__lte=day,
    ).order_by("-began_on", "-id")
    return dict(held.values_list("child_id", "account_id"))


def senco_of(child_id: UUID) -> set[UUID]:
    """The accounts that hold the post of SENCO where a child learns. Cost: two."""
    day = today()
    places = Attendance.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=day), child_id=child_id, began_on__lte=day
    ).values_list("setting_id", flat=True)
    return organisations.holders_at(list(places), Role.SENCO, day)


@dataclass(frozen=True, slots=True)
class Mine:
    """A child of a family's own page, and in which role they read it."""

    row: ChildRow
    role: Role


def mine(actor: Actor) -> tuple[Mine, ...]:
    """The children of whom the actor is family, or whom a family let them support.

    Cost: at most ten queries.
    """
    day = today()
    roles = {
        tie.child_id: tie.role
        for tie in ties_of(actor, day)
        if tie.role in FAMILY or tie.how is How.INVITED
    }
    rows = _rows(visible_children(actor).filter(pk__in=roles))
    return tuple(Mine(row, roles[row.id]) for row in rows)
