"""A search as a feed to follow, and its dated things as a calendar."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as Entry

from waymark.localoffer.models import Service
from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.results import address_of
from waymark.localoffer.pages.saying.times import a_day, time_line
from waymark.localoffer.record.facts import DAYS, clock, schedules
from waymark.localoffer.record.words import plain
from waymark.localoffer.search.found import Found
from waymark.today import now

KINDS: dict[str, type[SyndicationFeed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
#: Clocks of the area, where records write hours without a zone.
LOCAL = ZoneInfo("Europe/London")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ONE_DAY = timedelta(days=1)
WEEK = 7


def feed(kind: str, found: Found, changed: dict[Any, datetime]) -> bytes:
    """The first page of a search as a feed; `changed` is when each service did.

    Entries stand in the order of the search; readers sort them by their moments.
    """
    title = _clean(_("Local Offer: %s") % (found.asked.words or _("everything")))
    whole = KINDS[kind](
        title=title,
        link=_whole(address_of(found.asked)),
        description=_("What this search of the Local Offer finds."),
        feed_url=_whole(f"{addresses.SEARCH}feed.{kind}"),
    )
    for hit in found.hits:
        about = hit.service
        moment = changed.get(about.id) if about else None
        whole.add_item(
            title=_clean(hit.name),
            link=_whole(hit.address),
            description=_clean(hit.line),
            unique_id=_whole(hit.address),
            updateddate=moment,
            pubdate=moment,
        )
    return whole.writeString("utf-8").encode()


def _whole(address: str) -> str:
    return address if "://" in address else f"{settings.WEBSITE}{address}"


def _clean(words: str) -> str:
    """Words without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", words)


def calendar(services: Iterable[Service], name: str) -> bytes:
    """Every dated thing of these services as iCalendar; a calendar may be empty.

    Dated is what a schedule gives a first day: a course of weeks comes as one entry
    that repeats until its last day. What merely opens each week is not in it.
    """
    file = Calendar()
    file.add("prodid", "-//Waymark//Local Offer//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", name)
    moment = now()
    for service in services:
        for entry in _entries(service, moment):
            file.add_component(entry)
    return bytes(file.to_ical())


def _entries(service: Service, moment: datetime) -> Iterator[Entry]:
    for schedule in schedules(service.document or {}):
        first = a_day(schedule.get("dtstart")) or a_day(schedule.get("valid_from"))
        last = a_day(schedule.get("until")) or a_day(schedule.get("valid_to"))
        if first and (last is None or last >= first):
            entry = _entry(service, schedule, first, last)
            entry.add("dtstamp", moment)
            yield entry


def _entry(service: Service, schedule: dict[str, Any], first: Any, last: Any) -> Entry:
    entry = Entry()
    entry.add("uid", f"{service.pk}-{schedule.get('id', first)}@waymark".lower())
    entry.add("summary", service.name)
    entry.add("url", _whole(addresses.of_service(service.pk)))
    entry.add("description", time_line(schedule))
    place = _place(service)
    if place:
        entry.add("location", place)
    days = _days(schedule)
    if days and (last is None or last > first):
        first = _on_or_after(first, days)
        entry.add("rrule", _rule(schedule, days, last))
    _when(entry, schedule, first)
    return entry


def _when(entry: Entry, schedule: dict[str, Any], first: Any) -> None:
    """From its hour to its hour, or all day where it names none."""
    opens, closes = clock(schedule.get("opens_at")), clock(schedule.get("closes_at"))
    if opens is None:
        entry.add("dtstart", first)
        entry.add("dtend", first + ONE_DAY)
        return
    start = datetime.combine(first, opens, LOCAL)
    entry.add("dtstart", start)
    if closes and closes > opens:
        entry.add("dtend", datetime.combine(first, closes, LOCAL))


def _days(schedule: dict[str, Any]) -> list[str]:
    named = str(schedule.get("byday") or "").upper().replace(" ", "").split(",")
    return [day for day in DAYS if day in named]


def _on_or_after(first: Any, days: list[str]) -> Any:
    """The first day from then on that is one of those days of the week."""
    ahead = (first + timedelta(days=number) for number in range(WEEK))
    return next(day for day in ahead if DAYS[day.weekday()] in days)


def _rule(schedule: dict[str, Any], days: list[str], last: Any) -> dict[str, Any]:
    """It repeats weekly on its days, until its last day if it has one."""
    interval = schedule.get("interval")
    rule: dict[str, Any] = {"freq": "weekly", "byday": days}
    if isinstance(interval, (int, float)) and interval > 1:
        rule["interval"] = int(interval)
    if last:
        rule["until"] = datetime.combine(last, time.max, LOCAL).astimezone(UTC)
    return rule


def _place(service: Service) -> str:
    """The name and postcode of its first place, if it has one."""
    for each in (service.document or {}).get("service_at_locations") or ():
        location = each.get("location") or {}
        held = location.get("addresses") or [{}]
        said = (location.get("name"), held[0].get("postal_code"))
        return ", ".join(plain(str(part)) for part in said if part)
    return ""
