"""The parts of a child's record, how guarded each is, and what may be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class InformationClass(StrEnum):
    """How guarded a piece of the record is."""

    FAMILY = "V1"
    PROFESSIONALS = "V2"
    CASEWORK = "V3"
    LEGAL = "V4"
    SAFEGUARDING = "V5"
    FINANCE = "V6"
    CHILDS_OWN = "V7"
    ONE_PARENT = "V8"
    AUDIT = "V9"


class Part(StrEnum):
    """A part of the record, as the table of rights has a column for it."""

    PERSON = "person"
    STORY = "story"
    SUPPORT = "support"
    REQUEST = "request"
    ADVICE = "advice"
    DRAFT_PLAN = "draft-plan"
    PLAN = "plan"
    REVIEW = "review"
    DECISION = "decision"
    MESSAGES = "messages"
    CASEWORK = "casework"
    LEGAL = "legal"
    SAFEGUARDING = "safeguarding"
    FINANCE = "finance"
    DISPUTE = "dispute"
    AUDIT = "audit"
    AGGREGATES = "aggregates"
    ADMIN = "admin"


_V = InformationClass

#: Which classes a part holds. What one part does not hold is asked of another.
CLASSES: Mapping[Part, frozenset[InformationClass]] = {
    Part.PERSON: frozenset({_V.FAMILY, _V.PROFESSIONALS, _V.ONE_PARENT}),
    Part.STORY: frozenset({_V.FAMILY, _V.CHILDS_OWN, _V.ONE_PARENT}),
    Part.SUPPORT: frozenset({_V.FAMILY}),
    Part.REQUEST: frozenset({_V.FAMILY, _V.PROFESSIONALS, _V.ONE_PARENT}),
    Part.ADVICE: frozenset({_V.FAMILY, _V.PROFESSIONALS}),
    Part.DRAFT_PLAN: frozenset({_V.FAMILY}),
    Part.PLAN: frozenset({_V.FAMILY}),
    Part.REVIEW: frozenset({_V.FAMILY}),
    Part.DECISION: frozenset({_V.FAMILY, _V.PROFESSIONALS}),
    Part.MESSAGES: frozenset({_V.FAMILY, _V.ONE_PARENT}),
    Part.CASEWORK: frozenset({_V.CASEWORK}),
    Part.LEGAL: frozenset({_V.LEGAL}),
    Part.SAFEGUARDING: frozenset({_V.SAFEGUARDING}),
    Part.FINANCE: frozenset({_V.FINANCE}),
    Part.DISPUTE: frozenset({_V.PROFESSIONALS, _V.ONE_PARENT}),
    Part.AUDIT: frozenset({_V.AUDIT}),
    # These two tell of no child.
    Part.AGGREGATES: frozenset(),
    Part.ADMIN: frozenset(),
}

#: The parts that a role alone opens, because no child stands in them.
WITHOUT_A_CHILD = frozenset({Part.AGGREGATES, Part.ADMIN})


class Ability(StrEnum):
    """Something that may be done with a part."""

    READ = "read"
    WRITE = "write"
    SUGGEST = "suggest"
    APPROVE = "approve"
    MANAGE = "manage"


class Reach(StrEnum):
    """How much of a part somebody's ability reaches, the least first.

    OWN is what they brought in themselves, or what is theirs by name. PART is what the
    note of the cell says; the room that keeps the part draws the line.
    """

    DEIDENTIFIED = "de-identified"
    OWN = "own"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role may do with one part, each ability with its reach."""

    read: Reach | None = None
    write: Reach | None = None
    suggest: Reach | None = None
    approve: Reach | None = None
    manage: Reach | None = None
    note: str = ""

    def reach(self, ability: Ability) -> Reach | None:
        """How far the ability goes here; None if it is not given."""
        given: Reach | None = getattr(self, ability.value)
        return given
