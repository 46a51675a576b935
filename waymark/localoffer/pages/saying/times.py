"""When something happens, as people say it: "Saturdays, 10am to 3pm"."""

from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from waymark.localoffer.record.facts import DAYS, clock
from waymark.localoffer.record.words import plain

ONE_DAY = {
    "MO": _later("Monday"),
    "TU": _later("Tuesday"),
    "WE": _later("Wednesday"),
    "TH": _later("Thursday"),
    "FR": _later("Friday"),
    "SA": _later("Saturday"),
    "SU": _later("Sunday"),
}
EACH = {
    "MO": _later("Mondays"),
    "TU": _later("Tuesdays"),
    "WE": _later("Wednesdays"),
    "TH": _later("Thursdays"),
    "FR": _later("Fridays"),
    "SA": _later("Saturdays"),
    "SU": _later("Sundays"),
}
WHICH = {
    "1": _later("first"),
    "2": _later("second"),
    "3": _later("third"),
    "4": _later("fourth"),
    "5": _later("fifth"),
    "-1": _later("last"),
}


def time_lines(schedules: list[dict[str, Any]]) -> list[str]:
    """Each schedule as one line of plain words; the same line is said once."""
    return list(dict.fromkeys(line for each in schedules if (line := time_line(each))))


def time_line(schedule: dict[str, Any]) -> str:
    """One schedule: its days, its hours, between which dates, and any remarks."""
    counted = ", ".join(part for part in (_days(schedule), _hours(schedule)) if part)
    said = [counted, _between(schedule), *_remarks(schedule)]
    return ". ".join(_sentence(part) for part in said if part.strip())


def _sentence(part: str) -> str:
    """With a capital and without its full stop."""
    bare = part.strip().rstrip(".")
    return bare[:1].upper() + bare[1:]


def _days(schedule: dict[str, Any]) -> str:
    """Which days: "Monday to Friday", "first Saturday of each month"."""
    named = str(schedule.get("byday") or "").upper().replace(" ", "").split(",")
    numbered = [day for day in named if day[:-2] and day[:-2].lstrip("+") in WHICH]
    if numbered:
        return _and(_numbered(day) for day in numbered)
    plain_days = [day for day in DAYS if day in {name[-2:] for name in named}]
    return _every(schedule, plain_days)


def _numbered(day: str) -> str:
    which, name = WHICH[day[:-2].lstrip("+")], ONE_DAY.get(day[-2:])
    said = _("the %(which)s %(day)s of each month")
    return said % {"which": which, "day": name} if name else ""


def _every(schedule: dict[str, Any], days: list[str]) -> str:
    often = _often(schedule)
    if not days:
        return often
    said = _run(days) or _and(str(EACH[day]) for day in days)
    return f"{said}, {often}" if often else said


def _often(schedule: dict[str, Any]) -> str:
    """How often, unless it is simply each week."""
    interval = schedule.get("interval")
    number = int(interval) if isinstance(interval, (int, float)) and interval else 1
    if schedule.get("freq") == "MONTHLY":
        return _("once a month") if number == 1 else _("every %d months") % number
    if schedule.get("freq") == "WEEKLY" and number > 1:
        return _("every %d weeks") % number
    return ""


def _run(days: list[str]) -> str:
    """Three or more days in a row as "Monday to Friday"; every day as that."""
    if len(days) == len(DAYS):
        return _("Every day")
    places = [DAYS.index(day) for day in days]
    if len(days) < 3 or any(after != before + 1 for before, after in pairwise(places)):
        return ""
    ends = {"first": ONE_DAY[days[0]], "last": ONE_DAY[days[-1]]}
    return _("%(first)s to %(last)s") % ends


def _and(words: Iterator[str] | Any) -> str:
    """Words in a row, the last two joined by "and"."""
    said = [word for word in words if word]
    if len(said) < 2:
        return "".join(said)
    return _("%(first)s and %(last)s") % {
        "first": ", ".join(said[:-1]),
        "last": said[-1],
    }


def _hours(schedule: dict[str, Any]) -> str:
    opens, closes = clock(schedule.get("opens_at")), clock(schedule.get("closes_at"))
    if opens and closes:
        said = _("%(opens)s to %(closes)s")
        return said % {"opens": hour(opens), "closes": hour(closes)}
    if opens:
        return _("from %s") % hour(opens)
    return _("until %s") % hour(closes) if closes else ""


def hour(at: time) -> str:
    """A time of day: 9am, 2:30pm, midday."""
    if (at.hour, at.minute) == (12, 0):
        return _("midday")
    minutes = f":{at.minute:02}" if at.minute else ""
    half = _("am") if at.hour < 12 else _("pm")
    return f"{at.hour % 12 or 12}{minutes}{half}"


def _between(schedule: dict[str, Any]) -> str:
    first = a_day(schedule.get("valid_from")) or a_day(schedule.get("dtstart"))
    last = a_day(schedule.get("valid_to")) or a_day(schedule.get("until"))
    if first and first == last:
        return _("On %s only") % date_format(first, "l j F Y")
    if first and last:
        said = _("From %(first)s to %(last)s")
        return said % {"first": _day(first), "last": _day(last)}
    if first:
        return _("From %s") % _day(first)
    return _("Until %s") % _day(last) if last else ""


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def a_day(value: Any) -> date | None:
    """A day as a record writes it, with or without a time; None if it is none."""
    try:
        return date.fromisoformat(str(value or "")[:10])
    except ValueError:
        return None


def _remarks(schedule: dict[str, Any]) -> list[str]:
    said = (schedule.get("description"), schedule.get("notes"))
    return [" ".join(plain(str(each)).split()) for each in said if each]
