"""What a person may state about a case besides its events: names, types, meanings.

Facts come as JSON: a day is `YYYY-MM-DD`, a list is a list. Every fact is optional,
and a fact not stated is not known: no rule takes it for a no.
"""

from dataclasses import dataclass
from enum import StrEnum


class FactType(StrEnum):
    """The shape of a fact's value."""

    DAY = "day"
    DAYS = "list of days"
    PERIODS = "list of {from, until}; until may be left out"
    CLOSURES = "list of {closed_on, reopens_on, kind: school or early-years}"
    YEAR = "year"
    YES_NO = "true or false"
    CHOICE = "one of the choices"
    YES_NO_BY_EXEMPTION = "{exemption code: true or false}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that may be stated about a case, with an example of its JSON."""

    name: str
    type: FactType
    meaning: str
    example: str
    choices: tuple[str, ...] = ()


_ALL = (
    Fact(
        "closures",
        FactType.CLOSURES,
        "When the child's school or early years provider was closed: the first day "
        "closed, the day it opens again, and which of the two it is.",
        '[{"closed_on": "2026-07-22", "reopens_on": "2026-09-02", "kind": "school"}]',
    ),
    Fact(
        "advice-asked-on",
        FactType.DAYS,
        "The days on which the council asked the school or early years provider for "
        "advice, where no event says so.",
        '["2026-07-15"]',
    ),
    Fact(
        "personal-circumstances",
        FactType.PERIODS,
        "When exceptional circumstances affected the child, parent or young person.",
        '[{"from": "2026-03-02", "until": "2026-03-20"}]',
    ),
    Fact(
        "absences",
        FactType.PERIODS,
        "When the child, parent or young person was away from the area. `until` is "
        "the last day away.",
        '[{"from": "2026-03-02", "until": "2026-03-30"}]',
    ),
    Fact(
        "missed-appointments",
        FactType.DAYS,
        "Days on which the child or young person did not keep an appointment for an "
        "examination or test.",
        '["2026-03-10"]',
    ),
    Fact(
        "impractical-because",
        FactType.YES_NO_BY_EXEMPTION,
        "Whether it was impractical to keep the time limit because of the exemption's "
        "circumstance. A person decides this and records why; nothing works it out.",
        '{"EX-A": true}',
    ),
    Fact(
        "transfer-on",
        FactType.DAY,
        "The day the child or young person moves to the new phase, school or college.",
        '"2027-09-06"',
    ),
    Fact(
        "transfer-year",
        FactType.YEAR,
        "The calendar year of that move, where the day is not known.",
        "2027",
    ),
    Fact(
        "transfer-phase",
        FactType.CHOICE,
        "Which move between phases of education it is.",
        '"primary-to-secondary"',
        (
            "early-years-to-school",
            "infant-to-junior",
            "primary-to-middle",
            "primary-to-secondary",
            "middle-to-secondary",
            "secondary-to-post-16",
            "post-16-to-post-16",
        ),
    ),
    Fact(
        "young-person",
        FactType.YES_NO,
        "Whether the person is over compulsory school age, so that the rights are "
        "their own.",
        "true",
    ),
    Fact(
        "third-birthday",
        FactType.DAY,
        "The child's third birthday.",
        '"2027-03-02"',
    ),
    Fact(
        "twenty-fifth-birthday",
        FactType.DAY,
        "The young person's twenty-fifth birthday.",
        '"2027-03-02"',
    ),
)

#: Every fact by its name.
FACTS: dict[str, Fact] = {fact.name: fact for fact in _ALL}
