"""Counts wait in memory for half a minute, so that reading a page writes nothing.

What waits is lost if the process is killed; these are measures and no records.
"""

import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from waymark.today import now

AT_MOST = 200
WAITS = timedelta(seconds=30)
#: Past this many different things nothing new is taken in until they are written.
FULL = 2000

#: Kind, what, and the day.
UseKey = tuple[str, str, date]
#: The words in the form in which they are counted, and the day.
SearchKey = tuple[str, date]


@dataclass
class Gathered:
    """Counts that are not written yet."""

    uses: Counter[UseKey] = field(default_factory=Counter)
    searches: Counter[SearchKey] = field(default_factory=Counter)
    in_vain: Counter[SearchKey] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self.uses) + len(self.searches)

    def take_in(self, other: "Gathered") -> None:
        """Add what another has gathered."""
        self.uses.update(other.uses)
        self.searches.update(other.searches)
        self.in_vain.update(other.in_vain)


_turn = threading.Lock()
_waiting = Gathered()
_since: list[datetime] = []


def add(more: Gathered) -> bool:
    """Let these wait. True if it is time to write all that waits."""
    with _turn:
        if len(_waiting) < FULL:
            _waiting.take_in(more)
        if not _since:
            _since.append(now())
        return len(_waiting) >= AT_MOST or now() - _since[0] >= WAITS


def taken() -> Gathered:
    """Everything that waits; from now on nothing does."""
    global _waiting
    with _turn:
        all_of_it, _waiting = _waiting, Gathered()
        _since.clear()
    return all_of_it
