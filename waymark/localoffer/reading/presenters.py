"""What is written beside the directory, made ready for a page. Nothing is fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby
from typing import Any

from django.utils.dateformat import format as date_format_in
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.guidance.limits import with_limits
from waymark.guidance.models import Question
from waymark.guidance.queries import Place, address_of
from waymark.guidance.simple_html import plain
from waymark.localoffer.models import EventDay, EventPage, Service
from waymark.localoffer.reading import addresses
from waymark.localoffer.reading.queries import STALE_AFTER, Coming
from waymark.ui.tables import Fact, SummaryList


def texts(page: Any) -> dict[str, str]:
    """The texts of a page in their order, with the law's words in place."""
    return {"body": with_limits(page.body), "sources": page.sources}


def is_stale(page: Any, today: date) -> bool:
    """True when nobody has checked the page for more than a year."""
    return page.checked_on is None or (
        page.checked_on < today - timedelta(days=STALE_AFTER)
    )


def clock(moment: time) -> str:
    """A time of day as people say it: 9am, 2.30pm."""
    shown = date_format_in(moment, "g.ia" if moment.minute else "ga")
    return shown.replace("a.m.", "am").replace("p.m.", "pm")


def hours(day: EventDay) -> str:
    """From when until when, as far as it is known."""
    if day.starts and day.ends:
        return _("%(starts)s to %(ends)s") % {
            "starts": clock(day.starts),
            "ends": clock(day.ends),
        }
    return clock(day.starts) if day.starts else ""


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day of an event in words. `uid` stays the same for its calendar entry."""

    uid: str
    on: date
    says: str
    hours: str
    where: str
    is_past: bool

    @property
    def rest(self) -> str:
        """The hours and the place, as far as they are known."""
        return ", ".join(part for part in (self.hours, self.where) if part)


def days(page: EventPage, today: date) -> list[DayShown]:
    """The days of an event in their order, those that have passed last."""
    shown = [day_shown(day, today) for day in page.days.all()]
    return sorted(shown, key=lambda day: (day.is_past, day.on))


def day_shown(day: EventDay, today: date) -> DayShown:
    """One day in words."""
    uid = f"event-{day.event_id}-{day.on:%Y%m%d}"
    says = date_format(day.on, "l j F Y")
    return DayShown(uid, day.on, says, hours(day), day.where, day.on < today)


def facts(page: EventPage) -> SummaryList:
    """Whom an event is for, what it costs and how to come; "not known" is said."""
    unknown = _("Not known")
    return SummaryList(
        (
            Fact(_("Who it is for"), page.who_for or unknown),
            Fact(_("What it costs"), page.cost or unknown),
            Fact(_("How to come"), page.how_to_come or unknown),
        )
    )


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month that are still to come."""

    name: str
    days: list[tuple[Coming, DayShown]]


def months(coming: Iterable[Coming], today: date) -> list[Month]:
    """Days to come under the month they lie in."""
    held = groupby(coming, key=lambda each: date_format(each.day.on, "F Y"))
    return [
        Month(name, [(each, day_shown(each.day, today)) for each in found])
        for name, found in held
    ]


@dataclass(frozen=True, slots=True)
class ServiceShown:
    """A service as a pathway names it: what it is, how to reach it, how we know."""

    name: str
    says: str
    address: str
    start: str
    checked_on: date | None


def services(held: Iterable[Service]) -> list[ServiceShown]:
    """Services of the directory, ready to be named."""
    return [
        ServiceShown(
            service.name,
            _plain(service, "description"),
            addresses.of_service(service.pk),
            _plain(service, "application_process"),
            service.assured_on or service.checked_on,
        )
        for service in held
    ]


def _plain(service: Service, field: str) -> str:
    """A field of the record in plain words; "" where the record does not say."""
    return plain(str((service.document or {}).get(field) or ""))


def topics(asked: Iterable[Question], guides: Iterable[Any]) -> dict[str, Place]:
    """The guides that questions belong to, by their slug, in the guides' order."""
    wanted = {question.topic for question in asked}
    return {
        guide.slug: Place(address_of(guide.url_path), guide.title)
        for guide in guides
        if guide.slug in wanted
    }
