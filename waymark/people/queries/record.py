"""One child's person, as far as somebody may see it. Every look is written down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.audit import Looked
from waymark.access.record import Ability, Part, Reach
from waymark.access.roles import Role
from waymark.people import policies, sealed, slots
from waymark.people.identifiers import Kind
from waymark.people.lines import Detail, details_for
from waymark.people.models import (
    Address,
    Adult,
    Assignment,
    Attendance,
    Child,
    CourtOrder,
    LegalStatus,
    Relationship,
    SupporterInvitation,
)
from waymark.people.queries.standing import Standing, standing_of
from waymark.today import today


@dataclass(frozen=True, slots=True)
class Place:
    """An address as it is shown, and since when; who confirmed it and when."""

    id: UUID
    lines: str
    postcode: str
    is_restricted: bool
    began_on: date
    confirmed_on: date | None


@dataclass(frozen=True, slots=True)
class AdultRow:
    """An adult around the child. What the reader may not see is empty or None."""

    relationship_id: UUID
    name: str
    kind: str
    is_reader: bool
    responsibility: str
    is_carer: bool
    is_consulted: bool
    email: str
    phone: str
    place: Place | None
    orders: tuple[CourtOrder, ...]
    adult: Adult | None


@dataclass(frozen=True, slots=True)
class TeamRow:
    """Somebody who works with the child, in which role; until when, where it ends."""

    assignment_id: UUID
    account_id: UUID
    name: str
    role: Role
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class Record:
    """What somebody sees of who a child is, and what they may do with it."""

    child: Child
    standing: Standing
    sees: frozenset[Detail]
    may_write: bool
    may_write_own: bool
    place: Place | None
    numbers: tuple[tuple[Kind, str], ...]
    statuses: tuple[LegalStatus, ...]
    settings: tuple[Attendance, ...]
    adults: tuple[AdultRow, ...]
    team: tuple[TeamRow, ...]
    is_emergency: bool


def record_of(
    actor: Actor, child_id: UUID, *, why: str = "Looked at details"
) -> Record:
    """Who a child is, as far as the actor may see it; the look is written down.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most 20 queries, the same
    however much there is.
    """
    standing = standing_of(actor, child_id)
    ruling = standing.may(Part.PERSON, Ability.READ)
    child = Child.objects.filter(pk=child_id).first() if ruling else None
    if child is None:
        audit.turn_away(
            actor, child_id, Part.PERSON, ruling, knows_child=standing.knows_child
        )
    audit.record_read(actor, child_id, Part.PERSON, why=why, ruling=ruling)
    sees = details_for(ruling)
    write = standing.may(Part.PERSON, Ability.WRITE)
    return Record(
        child=child,
        standing=standing,
        sees=sees,
        may_write=write.reach is Reach.WHOLE,
        may_write_own=bool(write),
        place=_home(child, standing, ruling.reach) if Detail.HOME in sees else None,
        numbers=_numbers(child) if Detail.NUMBERS in sees else (),
        statuses=_statuses(child) if Detail.LEGAL_STATUS in sees else (),
        settings=_settings(child) if Detail.SETTINGS in sees else (),
        adults=_adults(child, standing, sees, ruling.reach),
        team=_team(child, standing.at) if Detail.TEAM in sees else (),
        is_emergency=ruling.in_emergency,
    )


def _home(child: Child, standing: Standing, reach: Reach | None) -> Place | None:
    found = child.addresses.filter(ended_on=None).prefetch_related("kept_from").first()
    return _shown(found, standing, reach) if found else None


def _shown(address: Address, standing: Standing, reach: Reach | None) -> Place | None:
    """An address, unless it is kept from the reader or from all but its keepers."""
    reader = standing.actor.account_id
    day = today()
    kept = any(
        each.account_id == reader
        and each.began_on <= day
        and (each.ended_on is None or day < each.ended_on)
        for each in address.kept_from.all()
    )
    if kept or (address.is_restricted and reach is not Reach.WHOLE):
        return None
    return _place(address)


def _place(address: Address) -> Place:
    return Place(
        id=address.pk,
        lines=sealed.read(address, "sealed_lines"),
        postcode=sealed.read(address, "sealed_postcode"),
        is_restricted=address.is_restricted,
        began_on=address.began_on,
        confirmed_on=address.confirmed_on,
    )


def _numbers(child: Child) -> tuple[tuple[Kind, str], ...]:
    held = child.identifiers.filter(ended_at=None).order_by("kind")
    return tuple((Kind(row.kind), sealed.read(row, "sealed_value")) for row in held)


def _statuses(child: Child) -> tuple[LegalStatus, ...]:
    return tuple(child.legal_statuses.select_related("authority"))


def _settings(child: Child) -> tuple[Attendance, ...]:
    return tuple(child.attendances.select_related("setting"))


def _adults(
    child: Child, standing: Standing, sees: frozenset[Detail], reach: Reach | None
) -> tuple[AdultRow, ...]:
    """Every adult to those who see adults, and oneself to everybody."""
    held = child.relationships.filter(ended_on=None).select_related("adult")
    held = held.prefetch_related("orders", "adult__addresses__kept_from")
    rows = [_adult_row(each, standing, sees, reach) for each in held]
    return tuple(row for row in rows if row.is_reader or Detail.ADULTS in sees)


def _adult_row(
    held: Relationship,
    standing: Standing,
    sees: frozenset[Detail],
    reach: Reach | None,
) -> AdultRow:
    adult = held.adult
    own = adult.account_id is not None and adult.account_id == standing.actor.account_id
    reachable = own or Detail.CONTACTS in sees or held.shares_contact
    whole = reach is Reach.WHOLE
    return AdultRow(
        relationship_id=held.pk,
        name=adult.name,
        kind=held.kind,
        is_reader=own,
        responsibility=held.responsibility if own or whole else "",
        is_carer=held.is_carer,
        is_consulted=held.is_consulted,
        email=sealed.read(adult, "sealed_email") if reachable else "",
        phone=sealed.read(adult, "sealed_phone") if reachable else "",
        place=_lives(adult, standing, Reach.WHOLE if own else reach)
        if own or Detail.CONTACTS in sees
        else None,
        orders=tuple(held.orders.all()) if Detail.ORDERS in sees else (),
        adult=adult if own or whole else None,
    )


def _lives(adult: Adult, standing: Standing, reach: Reach | None) -> Place | None:
    current = [each for each in adult.addresses.all() if each.ended_on is None]
    return _shown(current[0], standing, reach) if current else None


def _team(child: Child, at: datetime) -> tuple[TeamRow, ...]:
    """Who works with the child now, by name."""
    held = [row for row in child.assignments.filter(ended_on=None) if _goes_on(row, at)]
    names = slots.names_of({row.account_id for row in held})
    rows = [
        TeamRow(
            row.pk,
            row.account_id,
            names.get(row.account_id, ""),
            Role(row.role),
            row.ends_at,
        )
        for row in held
    ]
    return tuple(sorted(rows, key=lambda row: (row.role, row.name)))


def _goes_on(row: Assignment, at: datetime) -> bool:
    return row.ends_at is None or row.ends_at > at


# ---- supporters ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SupporterRow:
    """A supporter whom the family let in, as the family sees it."""

    invitation_id: UUID
    email: str
    has_accepted: bool
    ends_at: datetime


def supporters_of(standing: Standing) -> tuple[SupporterRow, ...]:
    """The supporters that a family has let in now; nothing for anybody else.

    Cost: one query.
    """
    if not policies.may_invite_supporter(standing.ties, standing.at):
        return ()
    rows = SupporterInvitation.objects.filter(
        child_id=standing.child_id, ended_at=None, ends_at__gt=standing.at
    )
    return tuple(
        SupporterRow(
            row.pk,
            sealed.read(row, "sealed_email"),
            row.accepted_by is not None,
            row.ends_at,
        )
        for row in rows
    )


# ---- who looked ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LookedLine:
    """That somebody did something with the record on a day, with their name."""

    looked: Looked
    name: str
    is_reader: bool


def who_looked_at(actor: Actor, child_id: UUID) -> Sequence[LookedLine]:
    """Who looked at a child's record, for its family; reading it is written down.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most eleven queries.
    """
    standing = standing_of(actor, child_id)
    ruling = standing.may(Part.PERSON, Ability.READ)
    if not (ruling and policies.may_look_who_looked(standing.ties, standing.at)):
        ruling = standing.may(Part.AUDIT, Ability.MANAGE)
        audit.turn_away(
            actor, child_id, Part.AUDIT, ruling, knows_child=standing.knows_child
        )
    audit.record_read(actor, child_id, Part.AUDIT, why="Looked who looked")
    return _with_names(audit.who_looked(child_id), actor)


def _with_names(lines: Iterable[Looked], actor: Actor) -> Sequence[LookedLine]:
    lines = list(lines)
    names = slots.names_of({each.account_id for each in lines if each.account_id})
    return [
        LookedLine(
            each,
            names.get(each.account_id, "") if each.account_id else "",
            each.account_id == actor.account_id,
        )
        for each in lines
    ]
