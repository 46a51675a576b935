"""Every read of who children are. Each begins with what the actor may see."""

from waymark.people.queries.access_requests import (
    AccessReview,
    AccessRow,
    access_requests_of,
    access_review,
)
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
from waymark.people.queries.story import (
    Board,
    Said,
    Story,
    Told,
    Voice,
    may_read_file,
    story_of,
    versions_of,
    voice_of,
)

__all__ = [
    "AccessReview",
    "AccessRow",
    "AdultRow",
    "Board",
    "ChildRow",
    "LookedLine",
    "Place",
    "Record",
    "Said",
    "Standing",
    "Story",
    "SupporterRow",
    "TeamRow",
    "Told",
    "Voice",
    "access_requests_of",
    "access_review",
    "children",
    "may_read_file",
    "mine",
    "record_of",
    "restrictions_of",
    "standing_of",
    "story_of",
    "supporters_of",
    "ties_of",
    "versions_of",
    "visible_children",
    "voice_of",
    "who_looked_at",
]
