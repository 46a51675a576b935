"""When a young person's rights become theirs, and what a parent may see afterwards.

Pure: rows in, ties out. Nothing is fetched here.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.access.roles import Role
from waymark.access.ties import How, Tie
from waymark.law.school_age import over_school_age_from
from waymark.people.models import CapacityRecord, ParentView, Relationship

#: Until this birthday a parent goes on helping every day, unless the young person
#: says no; from then on only if they say yes.
VIEW_WITHOUT_A_WORD_ENDS_AT = 18
_RESPONSIBLE = {Relationship.Responsibility.YES, Relationship.Responsibility.ORDER}


def birthday(born_on: date, age: int) -> date:
    """The day on which somebody turns an age; of 29 February, the 1 March after it."""
    year = born_on.year + age
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age_on(born_on: date, on: date) -> int:
    """How many years old somebody is on a day."""
    return on.year - born_on.year - (on < birthday(born_on, on.year - born_on.year))


def rights_pass_on(born_on: date) -> date:
    """The first day on which the rights are the young person's.

    The day after compulsory school age ends (Children and Families Act 2014 s 83(2):
    a young person is over compulsory school age).
    """
    return over_school_age_from(born_on)


def is_parent_in_law(relationship: Relationship) -> bool:
    """Whether the law of education calls the adult a parent (Education Act 1996 s 576).

    Whoever has parental responsibility is one, and whoever cares for the child.
    """
    return relationship.is_carer or relationship.responsibility in _RESPONSIBLE


@dataclass(frozen=True, slots=True)
class Family:
    """What decides of one relationship: the rows about it, the newest first."""

    relationship: Relationship
    is_narrowed: bool
    views: tuple[ParentView, ...] = ()
    capacity: CapacityRecord | None = None


def tie_of_parent(account_id: UUID, family: Family, on: date) -> Tie | None:
    """What ties an adult to a child of theirs on a day; None where nothing does.

    Until the rights pass, a parent's own right, narrowed by an order of a court.
    Afterwards what the young person leaves open. Where a record says that they cannot
    decide who sees their record, their representative or else the parent stays in
    their place (SEND Regulations 2014 reg 64).
    """
    held = family.relationship
    represents = _represents(family)
    if not is_parent_in_law(held) and not represents:
        return None
    passed = on >= rights_pass_on(held.child.born_on)
    if passed and not represents:
        return _by_leave(account_id, family)
    role = Role.RESTRICTED_PARENT if family.is_narrowed else Role.PARENT
    return Tie(
        account_id, held.child_id, role, How.PARENT, held.began_on, held.ended_on
    )


def _represents(family: Family) -> bool:
    """Whether the adult decides in the place of somebody who cannot."""
    record = family.capacity
    if record is None or record.has_capacity:
        return False
    named = record.representative_id
    if named is None:
        return is_parent_in_law(family.relationship)
    return named == family.relationship.adult_id


def _by_leave(account_id: UUID, family: Family) -> Tie | None:
    """A parent's view after the rights have passed: as a supporter, for a time."""
    held = family.relationship
    said = family.views[0] if family.views else None
    if said is not None and not said.is_open:
        return None
    began = rights_pass_on(held.child.born_on)
    ends = birthday(held.child.born_on, VIEW_WITHOUT_A_WORD_ENDS_AT)
    if said is not None:
        began = said.made_at.date()
        ends = birthday(began, 1)
    if held.ended_on is not None:
        ends = min(ends, held.ended_on)
    return Tie(account_id, held.child_id, Role.ADVOCATE, How.INVITED, began, ends)


def newest_of(
    records: Iterable[CapacityRecord], decisions: Collection[str]
) -> CapacityRecord | None:
    """The newest record about one of some decisions."""
    about = [each for each in records if each.decision in decisions]
    return max(about, key=lambda each: (each.assessed_on, each.made_at), default=None)
