"""What ties a person to a child, from when until when, and what is kept from whom.

Nothing here is stored: the rooms that know children and posts read these out of what
they hold, anew for each question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from waymark.access.record import InformationClass, Part
from waymark.access.roles import FAMILY, Role
from waymark.today import LONDON


class How(StrEnum):
    """The relationships that can open a record."""

    PARENT = "parent"
    SELF = "self"
    ON_ROLL = "on-roll"
    ASSIGNED = "assigned"
    TEAM = "team"
    PANEL = "panel"
    SAMPLE = "sample"
    INVITED = "invited"
    DELIVERS = "delivers"
    CORPORATE = "corporate-parent"
    ACCESS_REQUEST = "access-request"


#: By which relationships a role comes to a child. Without one here, by none.
WAYS: Mapping[Role, frozenset[How]] = {
    **{role: frozenset() for role in Role},
    Role.PARENT: frozenset({How.PARENT}),
    Role.RESTRICTED_PARENT: frozenset({How.PARENT}),
    Role.YOUNG_PERSON: frozenset({How.SELF}),
    Role.CHILD: frozenset({How.SELF}),
    Role.SENCO: frozenset({How.ON_ROLL}),
    Role.TEACHER: frozenset({How.ON_ROLL}),
    Role.COORDINATOR: frozenset({How.ASSIGNED}),
    Role.MANAGER: frozenset({How.ASSIGNED, How.TEAM}),
    Role.PANEL_MEMBER: frozenset({How.PANEL}),
    Role.PSYCHOLOGIST: frozenset({How.ASSIGNED}),
    Role.DESIGNATED_OFFICER: frozenset({How.ASSIGNED}),
    Role.CLINICIAN: frozenset({How.ASSIGNED}),
    Role.SOCIAL_WORKER: frozenset({How.ASSIGNED, How.CORPORATE}),
    Role.VIRTUAL_HEAD: frozenset({How.CORPORATE}),
    Role.ADVOCATE: frozenset({How.INVITED}),
    Role.AUDITOR: frozenset({How.SAMPLE}),
    Role.PROVIDER: frozenset({How.DELIVERS}),
    Role.COMPLAINTS: frozenset({How.ASSIGNED}),
    Role.LAWYER: frozenset({How.ASSIGNED}),
    Role.DATA_PROTECTION: frozenset({How.ACCESS_REQUEST}),
    Role.INSPECTOR: frozenset({How.SAMPLE}),
}

#: These are for a time only: one without an end opens nothing.
FOR_A_TIME = frozenset({How.PANEL, How.SAMPLE, How.INVITED, How.ACCESS_REQUEST})

#: Roles that come with the tie itself. Every other is held by employment as well.
WITH_THE_TIE = FAMILY | {Role.ADVOCATE}


@dataclass(frozen=True, slots=True)
class Tie:
    """That a person stands to a child in one way, in one role, for a time.

    It counts from the day it began, and no longer on the day it ended nor from the
    moment `ends_at` on.
    """

    account_id: UUID
    child_id: UUID
    role: Role
    how: How
    began_on: date
    ended_on: date | None = None
    ends_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it counts at this moment, of which the day in England decides."""
        day = at.astimezone(LONDON).date()
        begun = self.began_on <= day
        over = self.ended_on is not None and self.ended_on <= day
        too_late = self.ends_at is not None and self.ends_at <= at
        return begun and not over and not too_late

    @property
    def is_lawful(self) -> bool:
        """Whether the role can come this way, and has an end where it must."""
        ends = self.ended_on is not None or self.ends_at is not None
        return self.how in WAYS[self.role] and (ends or self.how not in FOR_A_TIME)


@dataclass(frozen=True, slots=True)
class Restriction:
    """That something of a child's record is kept from one person, whatever else holds.

    Empty `parts` stand for every part, empty `classes` for every class. `because` is
    for those who keep the record; the person it is kept from never reads it.
    """

    account_id: UUID
    child_id: UUID
    began_on: date
    ended_on: date | None = None
    parts: frozenset[Part] = frozenset()
    classes: frozenset[InformationClass] = frozenset()
    because: str = ""

    def bars(self, part: Part, kind: InformationClass | None, at: datetime) -> bool:
        """Whether it stands in the way of this part, of this class, at this moment.

        Where the question names no class, a restriction of some classes alone bars
        nothing: the room asks again for each guarded piece.
        """
        day = at.astimezone(LONDON).date()
        holds = self.began_on <= day and (self.ended_on is None or day < self.ended_on)
        meant = not self.parts or part in self.parts
        return holds and meant and (not self.classes or kind in self.classes)
