"""The answer a policy gives: yes, or no with a reason we can show and write down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes, or no and why. Truthy when allowed."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Decision(allowed=True)


def no(reason: str) -> Decision:
    """A refusal with the sentence that the person may read."""
    return Decision(allowed=False, reason=reason)
