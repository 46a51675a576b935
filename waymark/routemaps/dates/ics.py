"""The coming days as a calendar file. Titles name no child and no person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from waymark.today import now

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day for a calendar. `key` with the day names it for good."""

    key: str
    on: date
    title: str
    words: str


def calendar(days: Iterable[Day], name: str) -> bytes:
    """An iCalendar file (RFC 5545) with one all-day entry for each day."""
    file = Calendar()
    file.add("prodid", "-//Waymark//My dates//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", name)
    for day in days:
        file.add_component(_entry(day))
    return bytes(file.to_ical())


def _entry(day: Day) -> Entry:
    """All day, and free: a reminder keeps nobody from another appointment."""
    entry = Entry()
    entry.add("uid", f"{day.key}-{day.on.isoformat()}@waymark".lower())
    entry.add("dtstamp", now())
    entry.add("dtstart", day.on)
    entry.add("dtend", day.on + ONE_DAY)
    entry.add("summary", day.title)
    entry.add("description", day.words)
    entry.add("transp", "TRANSPARENT")
    return entry
