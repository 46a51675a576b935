"""A rule and an event, plain until a test says otherwise."""

from datetime import date

from waymark.law.events import Event, Kind
from waymark.law.limits import Mode, Period
from waymark.law.rule import Party, Rule, Strength
from waymark.law.sources import Source, Tier

REQUEST = Kind.REQUEST_RECEIVED
YES = Kind.DECIDED_TO_ASSESS
NO = Kind.DECIDED_NOT_TO_ASSESS

REGULATION_5 = Source(
    "SI 2014/1530",
    "reg 5(1)",
    "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5",
    date(2026, 11, 22),
    Tier.PRIMARY,
)


def a_rule(**overrides) -> Rule:
    """Six weeks from a request to a decision, unless told otherwise."""
    plain = {
        "id": "Z01",
        "process": "a process of no name",
        "says": "The council must decide within 6 weeks.",
        "starts_with": frozenset({REQUEST}),
        "met_by": frozenset({YES, NO}),
        "limit": Period(6, Mode.WEEKS_WITHIN),
        "holder": Party.LOCAL_AUTHORITY,
        "strength": Strength.MUST,
        "source": REGULATION_5,
    }
    return Rule(**(plain | overrides))


def on(kind: Kind, day: str, arranged_for: str | None = None, **names: str) -> Event:
    """Something that happened on a day."""
    arranged = date.fromisoformat(arranged_for) if arranged_for else None
    return Event(kind, date.fromisoformat(day), arranged, **names)
