"""Every read of who children are. Each begins with what the actor may see."""

from waymark.people.queries.listing import ChildRow, children, mine
from waymark.people.queries.record import (
    AdultRow,
    LookedLine,
    Place,
    Record,
    SupporterRow,
    TeamRow,
    record_of,
    supporters_of,
    who_looked_at,
)
from waymark.people.queries.standing import (
    Standing,
    restrictions_of,
    standing_of,
    ties_of,
    visible_children,
)

__all__ = [
    "AdultRow",
    "ChildRow",
    "LookedLine",
    "Place",
    "Record",
    "Standing",
    "SupporterRow",
    "TeamRow",
    "children",
    "mine",
    "record_of",
    "restrictions_of",
    "standing_of",
    "supporters_of",
    "ties_of",
    "visible_children",
    "who_looked_at",
]
