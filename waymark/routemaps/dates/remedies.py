"""What a family may do about something late, and until when. Never an appeal.

Delay itself cannot be appealed, so that remedy of a rule is not offered here: it opens
only when there is a decision (see `findings.Opened`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from waymark.law import CannotCount, Mode, Period, Reading, due
from waymark.law.rule import Remedy
from waymark.routemaps.dates.words import Who, said

#: How long after somebody knew of a fault an ombudsman normally looks into it.
OMBUDSMAN = Period(12, Mode.MONTHS_AFTER)


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to do: its name, how, and until when."""

    title: str
    words: str


def ways(reading: Reading, who: Who, *, letter: bool = True) -> list[Way]:
    """What may be done about a late reading, the simplest first.

    `letter` says whether a letter to send stands beside it.
    """
    found = [Way(said(_WRITE, who), said(_SEND if letter else _ASK, who))]
    for remedy in reading.rule.remedies:
        if remedy in _WAYS:
            title, words = _WAYS[remedy]
            until = _until(reading.late_from)
            found.append(Way(said(title, who), said(words, who) % {"until": until}))
    return found


def _until(late_from: date | None) -> str:
    """The last day to go to an ombudsman, if the delay was known from its first day."""
    try:
        day = due(late_from, OMBUDSMAN) if late_from else None
    except CannotCount:
        day = None
    return date_format(day, "j F Y") if day else gettext("a year after that")


_WRITE = _("Write and ask")
_SEND = _("Send the letter below. Ask for a day by which it will be done.")
_ASK = _("Ask in writing for the reason, and for a day by which it will be done.")

_WAYS: Mapping[Remedy, tuple[str, str]] = {
    Remedy.COMPLAINT: (
        _("Complain to the council"),
        _(
            "You may complain at any time. If its answer does not put things right, go "
            "to the Local Government and Social Care Ombudsman. Do so within 12 months "
            "of the day you knew: normally by %(until)s."
        ),
    ),
    Remedy.HEALTH_COMPLAINT: (
        _("Complain to the NHS"),
        _(
            "Complain to the NHS service or the integrated care board, and then to the "
            "Parliamentary and Health Service Ombudsman. Do so within 12 months of the "
            "day you knew: normally by %(until)s."
        ),
    ),
    Remedy.SETTING_COMPLAINT: (
        _("Complain to the nursery, school or college"),
        _(
            "Ask for its complaints procedure and use it. If that does not help, write "
            "to the governors or the trust, and then to the Department for Education."
        ),
    ),
    Remedy.JUDICIAL_REVIEW: (
        _("Get legal advice"),
        _(
            "A court can order a public body to act; this is called judicial review. "
            "Ask for advice soon: going to court must be quick, and normally within 3 "
            "months."
        ),
    ),
}

#: The remedies of a rule that a late step offers.
OFFERED = frozenset(_WAYS)
