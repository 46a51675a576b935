"""The days of a document as a calendar file. Titles name no child and no person."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from waymark.formats.document import Dated, Document
from waymark.formats.making import NothingToSay
from waymark.today import now

ONE_DAY = timedelta(days=1)


def ics(document: Document) -> bytes:
    """The document's days as iCalendar (RFC 5545), each all day long.

    Raises: NothingToSay, where it has no days.
    """
    if not document.dates:
        raise NothingToSay("The document holds no days for a calendar.")
    return of_days(document.dates, document.title)


def of_days(days: Iterable[Dated], name: str) -> bytes:
    """Days as iCalendar; the same uid on another day moves the entry it had before."""
    moment = now()
    file = Calendar()
    file.add("prodid", "-//Waymark//My dates//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", name)
    for day in days:
        file.add_component(_entry(day, moment))
    return bytes(file.to_ical())


def _entry(day: Dated, moment: datetime) -> Entry:
    """All day, and free: a reminder keeps nobody from another appointment."""
    entry = Entry()
    entry.add("uid", f"{day.uid}@waymark".lower())
    entry.add("dtstamp", moment)
    entry.add("dtstart", day.on)
    entry.add("dtend", day.on + ONE_DAY)
    entry.add("summary", day.says)
    if day.more:
        entry.add("description", day.more)
    if day.address:
        entry.add("url", day.address)
    entry.add("transp", "TRANSPARENT")
    return entry
