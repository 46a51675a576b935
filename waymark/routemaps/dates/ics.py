"""The coming days of a family for a calendar. Titles name no child and no person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from waymark.formats.calendar import of_days
from waymark.formats.document import Dated


@dataclass(frozen=True, slots=True)
class Day:
    """One day for a calendar. `key` with the day names it for good."""

    key: str
    on: date
    title: str
    words: str

    def dated(self) -> Dated:
        """The day as every format holds it."""
        uid = f"{self.key}-{self.on.isoformat()}"
        return Dated(uid, self.on, self.title, self.words)


def calendar(days: Iterable[Day], name: str) -> bytes:
    """An iCalendar file with one all-day entry for each day."""
    return of_days([day.dated() for day in days], name)
