"""Dates, years and times of day."""

import re
from datetime import date

from waymark.formats.spoken.rule import rule

_NAMES = (
    "January February March April May June July August September October November"
    " December"
)
_MONTHS = _NAMES.split()
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[6-9]|20)\d\d"


def year(figures: str) -> str:
    """A year as two numbers, as in "20 26"; 2000 to 2009 are said as one."""
    if figures[2:] == "00":
        return figures if figures == "2000" else f"{figures[:2]} hundred"
    if figures.startswith("200"):
        return figures
    if figures[2] == "0":
        return f"{figures[:2]} oh {figures[3]}"
    return f"{figures[:2]} {figures[2:]}"


def ordinal(number: int) -> str:
    """A number in order: 1st, 2nd, 3rd, 4th, 11th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if number % 100 in {11, 12, 13} else ends.get(number % 10, "th")
    return f"{number}{end}"


def _month(written: str) -> str:
    start = written[:3]
    return next(month for month in _MONTHS if month.startswith(start))


def _day(found: re.Match[str]) -> str:
    before, day, month, when = found.groups()
    lead = "" if (before or "").strip().lower() in {"the", "of the"} else "the "
    said = f"{before or ''}{lead}{ordinal(int(day))} of {_month(month)}"
    return f"{said}, {year(when)}" if when else said


def _span(found: re.Match[str]) -> str:
    first, last, month, when = found.groups()
    said = f"the {ordinal(int(first))} to the {ordinal(int(last))} of {_month(month)}"
    return f"{said}, {year(when)}" if when else said


def _numbers(found: re.Match[str]) -> str:
    """A date in figures; what is no day of the calendar is left alone."""
    if found[1]:
        when, month, day = found[1], int(found[2]), int(found[3])
    else:
        day, month, when = int(found[4]), int(found[5]), found[6]
    try:
        date(int(when), month, day)
    except ValueError:
        return found[0]
    return f"the {ordinal(day)} of {_MONTHS[month - 1]}, {year(when)}"


def _years(found: re.Match[str]) -> str:
    first, last = found.groups()
    return f"{year(first)} to {year(last) if len(last) == 4 else last}"


def _day_time(found: re.Match[str]) -> str:
    """A time of twenty-four hours as people say it: 17:30 is 5 30 p m."""
    hour, minutes = int(found[1]), found[2]
    half = "ay m" if hour < 12 else "p m"
    return f"{_clock(str(hour % 12 or 12), minutes)} {half}"


def _times(found: re.Match[str]) -> str:
    hour, minutes, half, to, to_minutes, to_half = found.groups()
    first = _clock(hour, minutes) + (f" {_half(half)}" if half else "")
    return f"{first} to {_clock(to, to_minutes)} {_half(to_half)}"


def _half(written: str) -> str:
    return "ay m" if written[0].lower() == "a" else "p m"


def _clock(hour: str, minutes: str | None) -> str:
    hour = str(int(hour))
    if not minutes or minutes == "00":
        return hour
    return f"{hour} oh {minutes[1]}" if minutes[0] == "0" else f"{hour} {minutes}"


_HALF = r"(a\.m\.|am\b|p\.m\.|pm\b)"
_HOUR = r"\b(1?\d|2[0-3])(?:[.:]([0-5]\d))?\ ?"

RULES = (
    rule(
        rf"""\b(\d{{1,2}})\ ?(?:[–-]|to)\ ?(\d{{1,2}})\ ({_MONTH})(?:\ ({_YEAR})\b)?""",
        _span,
    ),
    rule(
        rf"""\b([Tt]he\ )?([0-3]?\d)(?:st|nd|rd|th)?(?:\ of)?\ ({_MONTH})
        (?:,?\ ({_YEAR})\b)?""",
        _day,
    ),
    rule(rf"\b({_MONTH})\ ({_YEAR})\b", lambda m: f"{_month(m[1])} {year(m[2])}"),
    rule(
        rf"""\b(?:({_YEAR})-([01]\d)-([0-3]\d)|([0-3]?\d)/([01]?\d)/({_YEAR}))\b""",
        _numbers,
    ),
    rule(
        rf"{_HOUR}{_HALF}?\ ?(?:[–-]|to)\ ?(1?\d|2[0-3])(?:[.:]([0-5]\d))?\ ?{_HALF}",
        _times,
    ),
    rule(_HOUR + _HALF, lambda m: f"{_clock(m[1], m[2])} {_half(m[3])}"),
    rule(r"\b([01]\d|2[0-3]|\d):([0-5]\d)\b(?!:)", _day_time),
    rule(rf"(?<![£\d.,/])\b({_YEAR})\ ?[/–-]\ ?({_YEAR}|\d\d)\b(?![/–-]\d)", _years),
    rule(rf"(?<![£\d.,/])\b({_YEAR})\b(?![\d/%]|,\d|\.\d)", lambda m: year(m[1])),
)
