"""The statutory rules as data, and small pure functions that read them.

This is the room's published list. A name is fetched when it is first used, so that
`waymark law due` does not load the rules to count a day.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waymark.law.counting import act_by, due
    from waymark.law.events import MEANINGS, Event, Kind
    from waymark.law.exemptions import Condition, ExemptionReading
    from waymark.law.facts import FACTS, Fact
    from waymark.law.holidays import (
        ENGLAND,
        CannotCount,
        Holidays,
        HolidaysUnknown,
    )
    from waymark.law.limits import Mode, Period
    from waymark.law.process import Process, Step
    from waymark.law.processes import PROCESSES
    from waymark.law.progress import ProcessState, check, state
    from waymark.law.reading import Reading
    from waymark.law.receipt import Receipt, SentBy, received
    from waymark.law.rule import Rule
    from waymark.law.rules import RULES
    from waymark.law.service import ServedBy, served
    from waymark.law.stated import Problem, problems
    from waymark.law.states import State
    from waymark.law.tables import TimeLimitRow, holder_words, time_limit_rows
    from waymark.law.timeline import read, readings, rules_of, still_open
    from waymark.law.words import full_words, limit_words, rule_words

__all__ = [
    "ENGLAND",
    "FACTS",
    "MEANINGS",
    "PROCESSES",
    "RULES",
    "CannotCount",
    "Condition",
    "Event",
    "ExemptionReading",
    "Fact",
    "Holidays",
    "HolidaysUnknown",
    "Kind",
    "Mode",
    "Period",
    "Problem",
    "Process",
    "ProcessState",
    "Reading",
    "Receipt",
    "Rule",
    "SentBy",
    "ServedBy",
    "State",
    "Step",
    "TimeLimitRow",
    "act_by",
    "check",
    "due",
    "full_words",
    "holder_words",
    "limit_words",
    "problems",
    "read",
    "readings",
    "received",
    "rule_words",
    "rules_of",
    "served",
    "state",
    "still_open",
    "time_limit_rows",
]

_FROM = {
    "counting": ("act_by", "due"),
    "events": ("MEANINGS", "Event", "Kind"),
    "exemptions": ("Condition", "ExemptionReading"),
    "facts": ("FACTS", "Fact"),
    "holidays": ("ENGLAND", "CannotCount", "Holidays", "HolidaysUnknown"),
    "limits": ("Mode", "Period"),
    "process": ("Process", "Step"),
    "processes": ("PROCESSES",),
    "progress": ("ProcessState", "check", "state"),
    "reading": ("Reading",),
    "receipt": ("Receipt", "SentBy", "received"),
    "rule": ("Rule",),
    "rules": ("RULES",),
    "stated": ("Problem", "problems"),
    "service": ("ServedBy", "served"),
    "states": ("State",),
    "tables": ("TimeLimitRow", "holder_words", "time_limit_rows"),
    "timeline": ("read", "readings", "rules_of", "still_open"),
    "words": ("full_words", "limit_words", "rule_words"),
}
_WHERE = {name: module for module, names in _FROM.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = value
    return value
