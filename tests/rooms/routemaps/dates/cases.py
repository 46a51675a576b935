"""Answers made directly, for tests that need no page."""

from datetime import date

from waymark.law import Kind
from waymark.routemaps.dates.answers import Answers
from waymark.routemaps.dates.findings import Findings
from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES
from waymark.routemaps.dates.words import Who

TODAY = date(2026, 1, 13)


def found(process: str, days: dict, choices: dict | None = None, today=TODAY):
    """What the law says of these days, each named as in the address."""
    named = {getattr(name, "value", name): on for name, on in days.items()}
    told = Answers(QUESTIONNAIRES[process], Who.PARENT, named, choices or {})
    return Findings(told, today)


def assessment(today=TODAY, **days):
    """An assessment, with days by the name of their kind: `request_received=...`."""
    return found(
        "ehc-needs-assessment",
        {name.replace("_", "-"): on for name, on in days.items()},
        today=today,
    )


def rules(readings) -> list[str]:
    return [reading.rule.id for reading in readings]


__all__ = ["TODAY", "Kind", "assessment", "found", "rules"]
