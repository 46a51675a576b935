"""Which part of a record a step belongs to, and so who may take it. Pure."""

from waymark.access.record import Ability, Part
from waymark.law.events import Kind

#: What changes what a family is entitled to: whoever may agree to a decision writes
#: it down.
DECISIONS = frozenset(
    {
        Kind.DECIDED_TO_ASSESS,
        Kind.DECIDED_NOT_TO_ASSESS,
        Kind.DECIDED_TO_ISSUE,
        Kind.DECIDED_NOT_TO_ISSUE,
        Kind.REFUSAL_CONCEDED,
        Kind.EXEMPTION_CLAIMED,
    }
)


def needed_for(kind: Kind) -> tuple[Part, Ability]:
    """What somebody must be able to do with which part, to write down this step."""
    if kind in DECISIONS:
        return Part.DECISION, Ability.APPROVE
    return Part.CASEWORK, Ability.WRITE
