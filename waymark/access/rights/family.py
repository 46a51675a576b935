"""What a family may do with the record of its child."""

from collections.abc import Mapping

from waymark.access.record import Cell, Part, Reach
from waymark.access.roles import Role

OWN, PART, WHOLE = Reach.OWN, Reach.PART, Reach.WHOLE
ORDER = "what the order leaves open"
SIMPLE = "in simple words"
PUBLISHED = "published figures"

_PARENT = {
    Part.PERSON: Cell(
        read=PART,
        write=OWN,
        note="own details; of another parent the name and that they are asked",
    ),
    Part.STORY: Cell(read=PART, write=OWN, note="not what the child keeps back"),
    Part.SUPPORT: Cell(read=WHOLE, suggest=WHOLE),
    Part.REQUEST: Cell(read=WHOLE, write=WHOLE),
    Part.ADVICE: Cell(read=PART, write=OWN, note="once it is served; own views"),
    Part.DRAFT_PLAN: Cell(read=WHOLE, suggest=WHOLE),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE, write=WHOLE),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.FINANCE: Cell(read=PART, note="amounts, where the area shares them"),
    Part.DISPUTE: Cell(read=OWN, write=OWN, note="their own side"),
    Part.AGGREGATES: Cell(read=WHOLE, note=PUBLISHED),
}

_ORDERED = (
    Part.PERSON,
    Part.STORY,
    Part.SUPPORT,
    Part.REQUEST,
    Part.ADVICE,
    Part.DRAFT_PLAN,
    Part.PLAN,
    Part.REVIEW,
    Part.DECISION,
    Part.MESSAGES,
    Part.DISPUTE,
)

_YOUNG_PERSON = {
    Part.PERSON: Cell(read=OWN, write=OWN, note="own details"),
    Part.STORY: Cell(read=WHOLE, write=WHOLE, manage=WHOLE),
    Part.SUPPORT: Cell(read=WHOLE, write=WHOLE),
    Part.REQUEST: Cell(read=WHOLE, write=WHOLE),
    Part.ADVICE: Cell(read=WHOLE, write=OWN, note="own views"),
    Part.DRAFT_PLAN: Cell(read=WHOLE, suggest=WHOLE),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE, write=WHOLE),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.FINANCE: Cell(read=WHOLE),
    Part.DISPUTE: Cell(read=OWN, write=OWN, note="their own side"),
    Part.AGGREGATES: Cell(read=WHOLE, note=PUBLISHED),
}

_CHILD = {
    Part.PERSON: Cell(read=PART, note=SIMPLE),
    Part.STORY: Cell(read=WHOLE, write=WHOLE, manage=WHOLE, note="with a helper"),
    Part.SUPPORT: Cell(read=PART, write=OWN, note=f"{SIMPLE}; own views"),
    Part.ADVICE: Cell(read=OWN, write=OWN, note="own views"),
    Part.DRAFT_PLAN: Cell(read=PART, note=SIMPLE),
    Part.PLAN: Cell(read=PART, note=SIMPLE),
    Part.REVIEW: Cell(read=OWN, write=OWN, note="own views"),
    Part.DECISION: Cell(read=PART, note=SIMPLE),
    Part.MESSAGES: Cell(read=PART, write=OWN, note="those for the child"),
    Part.DISPUTE: Cell(read=PART, note=SIMPLE),
}


def _as_the_order_leaves_it(cell: Cell) -> Cell:
    """The same abilities, each only in part."""
    return Cell(
        read=cell.read and PART,
        write=cell.write and (OWN if cell.write is OWN else PART),
        suggest=cell.suggest and PART,
        note=ORDER,
    )


FAMILY: Mapping[Role, Mapping[Part, Cell]] = {
    Role.PARENT: _PARENT,
    Role.RESTRICTED_PARENT: {
        **{part: _as_the_order_leaves_it(_PARENT[part]) for part in _ORDERED},
        Part.AGGREGATES: _PARENT[Part.AGGREGATES],
    },
    Role.YOUNG_PERSON: _YOUNG_PERSON,
    Role.CHILD: _CHILD,
}
