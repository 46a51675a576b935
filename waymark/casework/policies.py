"""Which part of a record a step belongs to, and so who may take it. Pure."""

from typing import Protocol
from uuid import UUID

from waymark.access.decision import YES, Decision, no
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


class Proposal(Protocol):
    """What one person proposes and another answers."""

    @property
    def proposed_by(self) -> UUID: ...

    @property
    def waits(self) -> bool: ...


def may_answer(proposal: Proposal, account_id: UUID | None) -> Decision:
    """Whether somebody who may agree to decisions may answer this one."""
    if not proposal.waits:
        return no("This was answered already.")
    if proposal.proposed_by == account_id:
        return no("Somebody else must agree to what you propose.")
    return YES
