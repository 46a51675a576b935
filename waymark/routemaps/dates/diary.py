"""Which days go into a calendar: each coming due day, and the day to ask after it."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_noop as _

from waymark.formats.document import Dated
from waymark.law import Reading
from waymark.routemaps.dates import duties
from waymark.routemaps.dates.findings import BINDING, Findings
from waymark.routemaps.dates.words import Who, party, said

#: How long to wait for an answer to a letter about something late.
ANSWER_TO_A_LETTER = timedelta(weeks=2)


def days(findings: Findings) -> list[Dated]:
    """The days for a calendar, soonest first, each key and day once."""
    found = {day.uid: day for day in _days(findings)}
    return sorted(found.values(), key=lambda day: (day.on, day.uid))


def _day(key: str, on: date, says: str, more: str) -> Dated:
    """A day for a calendar; `key` with the day names it for good."""
    return Dated(f"{key}-{on.isoformat()}".lower(), on, says, more)


def _days(findings: Findings) -> Iterator[Dated]:
    who = findings.answers.who
    for reading in [*findings.coming, *findings.endings]:
        if reading.due and reading.due >= findings.today:
            yield from _due_and_chase(reading, who)
    for reading in findings.late:
        yield _chase_letter(reading, findings, who)
    for opened in findings.opened:
        yield from _own(opened.readings, findings, who)
    yield from _own(tuple(findings.own), findings, who)
    yield from _windows(findings, who)


def _due_and_chase(reading: Reading, who: Who) -> Iterator[Dated]:
    what = said(duties.name(reading.rule), who)
    if reading.due is None or reading.late_from is None:
        return
    yield _day(
        reading.rule.id,
        reading.due,
        said(_("Last day: %s"), who) % what,
        said(_("From %s."), who) % party(reading.rule.holder, who),
    )
    if reading.rule.strength not in BINDING or reading.rule.one_ending:
        return
    words = _("If it has not come, it is late from today. Open your dates again.")
    title = said(_("Check: %s"), who) % what
    yield _day(f"{reading.rule.id}-check", reading.late_from, title, said(words, who))


def _chase_letter(reading: Reading, findings: Findings, who: Who) -> Dated:
    """The letter is sent today, so two weeks from today is the day to ask again."""
    on = findings.today + ANSWER_TO_A_LETTER
    what = said(duties.name(reading.rule), who)
    title = said(_("Check for an answer: %s"), who) % what
    words = _("If nothing has come, ask again or complain.")
    due = reading.due.isoformat() if reading.due else ""
    return _day(f"{reading.rule.id}-{due}-answer", on, title, said(words, who))


def _own(
    readings: tuple[Reading, ...], findings: Findings, who: Who
) -> Iterator[Dated]:
    """The family's own last days; the safer one, where the law leaves a doubt."""
    for reading in readings:
        on = reading.safe_on or reading.act_by or reading.due
        if on is None or on < findings.today:
            continue
        title = said(_("Last safe day: %s"), who) % said(duties.name(reading.rule), who)
        yield _day(reading.rule.id, on, title, "")


def _windows(findings: Findings, who: Who) -> Iterator[Dated]:
    for reading in findings.floors:
        if reading.due and reading.due >= findings.today:
            what = said(duties.name(reading.rule), who)
            title = said(_("Open until at least today: %s"), who) % what
            yield _day(reading.rule.id, reading.due, title, "")
