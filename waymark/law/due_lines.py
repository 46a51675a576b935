"""Lines of `start,mode,n` in, lines of `start,mode,n,due` out, or every fault found."""

import csv
import re
from collections.abc import Iterator
from datetime import date

from waymark.law.counting import CannotCount, due
from waymark.law.limits import Mode, Period

HEADER = ["start", "mode", "n"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,4}")
_COUNT_NOTHING = {Mode.BEFORE_DATE, Mode.AT_ONCE, Mode.AS_SOON_AS_PRACTICABLE}
_COUNT_THE_FIRST_DAY = {
    Mode.DAYS_BEGINNING_WITH,
    Mode.MONTHS_BEGINNING_WITH,
    Mode.WORKING_DAYS_BEGINNING_WITH,
}


class BadLine(ValueError):
    """A line that cannot be counted, with a sentence that says why."""


def answers(text: bytes) -> tuple[list[str], list[str]]:
    """The counted lines, and a message `line N: sentence` for each bad line."""
    counted: list[str] = []
    faults: list[tuple[int, str]] = []
    for number, fields in _rows(text, faults):
        try:
            counted.append(_answer(fields))
        except (BadLine, CannotCount) as fault:
            faults.append((number, str(fault)))
    return counted, [f"line {number}: {says}" for number, says in sorted(faults)]


def _rows(
    text: bytes, faults: list[tuple[int, str]]
) -> Iterator[tuple[int, list[str]]]:
    may_be_header = True
    for number, raw in enumerate(text.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            fields = _fields(raw.removesuffix(b"\r"))
        except BadLine as fault:
            faults.append((number, str(fault)))
            continue
        if not fields or (may_be_header and fields == HEADER):
            may_be_header = may_be_header and not fields
            continue
        may_be_header = False
        yield number, fields


def _fields(raw: bytes) -> list[str]:
    """The fields of one line; none if it is blank."""
    if not raw.strip():
        return []
    try:
        return next(csv.reader([raw.decode()], strict=True))
    except UnicodeDecodeError:
        raise BadLine("This line is not UTF-8 text.") from None
    except csv.Error:
        raise BadLine("This line is not CSV: look at its quotation marks.") from None


def _answer(fields: list[str]) -> str:
    if len(fields) != len(HEADER):
        raise BadLine(f"A line holds start,mode,n: three fields, not {len(fields)}.")
    start, period = _start(fields[0]), _period(fields[1], fields[2])
    end = due(start, period)
    return f"{start},{period.mode},{period.amount},{end or ''}"


def _start(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise BadLine(f"start must be a date written YYYY-MM-DD, not {text!r}.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadLine(f"start {text!r} is not a day in the calendar.") from None


def _period(mode_text: str, number: str) -> Period:
    if mode_text not in _MODES:
        known = ", ".join(_MODES)
        raise BadLine(f"mode must be one of {known}, not {mode_text!r}.")
    if not _NUMBER.fullmatch(number):
        raise BadLine(f"n must be a whole number from 0 to 9999, not {number!r}.")
    mode, amount = _MODES[mode_text], int(number)
    if mode in _COUNT_NOTHING and amount:
        raise BadLine(f"n must be 0 for {mode}, which counts nothing, not {amount}.")
    if mode in _COUNT_THE_FIRST_DAY and not amount:
        raise BadLine(f"n must be 1 or more for {mode}, which counts the first day.")
    return Period(amount, mode)


_MODES = {mode.value: mode for mode in Mode}
