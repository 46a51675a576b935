"""Where each rule comes from, and how sure we are of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tier(StrEnum):
    """How the text of a provision was read."""

    PRIMARY = "P"
    PRIMARY_AS_MADE = "P-2014"
    SECONDARY = "S"
    KNOWN = "K"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in published law or guidance, and the day we last read it there."""

    instrument: str
    provision: str
    url: str
    read_on: date
    tier: Tier

    @property
    def verify(self) -> bool:
        """True where only a secondary source, or memory, stands behind the rule."""
        return self.tier in {Tier.SECONDARY, Tier.KNOWN}
