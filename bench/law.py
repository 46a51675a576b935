"""One case at a time: our reading, OpenFisca's of the same rule, and plain dates.

Each reads the same cases one by one and says the same of each: started, due, state and
the day it was met. Ours also gives its reasons and its source. OpenFisca is used as its
guide shows: variables with formulas, one simulation a case. The floor is date
arithmetic over the same events, with no rule, no order of events and no reason.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.measuring import Row, medians
from waymark.law import RULES, Event, Kind, read, readings

SIZES = (20, 100, 500)
TODAY = date(2026, 1, 13)
RULE = RULES["A03"]
NEVER = date(2999, 1, 1)
PERIOD = "2026-01-13"
Cases = list[tuple[date, date | None]]
Histories = list[list[Event]]

_CASE = build_entity("case", "cases", "A case", is_person=True)


def _days(name: str) -> type[Variable]:
    return type(
        name,
        (Variable,),
        {
            "value_type": date,
            "default_value": NEVER,
            "entity": _CASE,
            "definition_period": DateUnit.ETERNITY,
            "label": name,
        },
    )


class decision_due(Variable):  # noqa: N801 - OpenFisca names variables by their class
    """Six weeks from the request."""

    value_type = date
    entity = _CASE
    definition_period = DateUnit.DAY
    label = "The last day to decide"

    def formula(cases: Any, period: Any) -> Any:  # noqa: N805
        return cases("request_received", period) + np.timedelta64(42, "D")


class decision_state(Variable):  # noqa: N801
    """0 running, 1 overdue, 2 met, 3 met late."""

    value_type = int
    entity = _CASE
    definition_period = DateUnit.DAY
    label = "Where the decision stands"

    def formula(cases: Any, period: Any) -> Any:  # noqa: N805
        due = cases("decision_due", period)
        decided = cases("decided", period)
        today = np.datetime64(period.start.date)
        done = decided <= today
        return np.where(done, 2 + (decided > due), (today > due).astype(int))


def _system() -> TaxBenefitSystem:
    system = TaxBenefitSystem([_CASE])
    for variable in (
        _days("request_received"),
        _days("decided"),
        decision_due,
        decision_state,
    ):
        system.add_variable(variable)
    return system


def cases(number: int) -> Cases:
    """Invented cases, a third of them undecided."""
    first = TODAY - timedelta(days=200)
    asked = [first + timedelta(days=place % 180) for place in range(number)]
    return [
        (day, None if place % 3 == 0 else day + timedelta(days=20 + place % 40))
        for place, day in enumerate(asked)
    ]


def ours(histories: Histories) -> list[object]:
    """Every case with its state, days, reasons, exemptions and source."""
    said: list[object] = []
    for events in histories:
        reading = read(RULE, events, TODAY)
        source = reading.rule.source
        said.append(
            (
                reading.state,
                reading.due,
                reading.met_on,
                reading.says,
                reading.exemptions,
                (source.instrument, source.provision, source.url),
            )
        )
    return said


def _events(asked: date, decided: date | None) -> list[Event]:
    events = [Event(Kind.REQUEST_RECEIVED, asked)]
    if decided is not None:
        events.append(Event(Kind.DECIDED_TO_ASSESS, decided))
    return events


def whole_process(histories: Histories) -> list[object]:
    """Every rule of the assessment for every case."""
    return [
        [
            (reading.state, reading.due, reading.says)
            for reading in readings("ehc-needs-assessment", events, TODAY)
        ]
        for events in histories
    ]


def theirs(system: TaxBenefitSystem, given: Cases) -> list[object]:
    """The same rule by OpenFisca, one simulation a case."""
    said: list[object] = []
    for asked, decided in given:
        simulation = SimulationBuilder().build_from_entities(
            system,
            {
                "cases": {
                    "one": {
                        "request_received": {"ETERNITY": asked.isoformat()},
                        "decided": {"ETERNITY": (decided or NEVER).isoformat()},
                    }
                }
            },
        )
        due = simulation.calculate("decision_due", PERIOD)[0]
        state = simulation.calculate("decision_state", PERIOD)[0]
        said.append((int(state), due.astype(date)))
    return said


def plain(histories: Histories) -> list[object]:
    """No rule and no reason: a sum of days and two comparisons."""
    said: list[object] = []
    six_weeks = timedelta(weeks=6)
    for events in histories:
        asked = decided = None
        for event in events:
            if event.kind is Kind.REQUEST_RECEIVED:
                asked = event.on
            elif event.kind is Kind.DECIDED_TO_ASSESS and event.on <= TODAY:
                decided = event.on
        due = asked + six_weeks if asked else NEVER
        state = int(due < TODAY) if decided is None else 2 + (decided > due)
        said.append((state, due))
    return said


_STATES = {"running": 0, "overdue": 1, "met": 2, "met-late": 3}


def rows() -> Iterator[Row]:
    """One rule beside its peer and its floor, and a whole process, at three sizes."""
    system = _system()
    for size in SIZES:
        given = cases(size)
        histories = [_events(*case) for case in given]
        _require_agreement(system, given, histories)
        our, their, floor, whole = medians(
            partial(ours, histories),
            partial(theirs, system, given),
            partial(plain, histories),
            partial(whole_process, histories),
            rounds=7,
        )
        last = size == SIZES[-1]
        yield Row(
            "law",
            "cases a second, against OpenFisca's",
            size,
            our,
            "OpenFisca, one by one",
            their / our,
            at_least=8.0 if last else None,
        )
        yield Row(
            "law",
            "one rule with reasons and source",
            size,
            our,
            "plain dates",
            our / floor,
            at_most=10.0 if last else None,
        )
        yield Row("law", "OpenFisca, one by one", size, their)
        yield Row("law", "plain dates", size, floor)
        yield Row(
            "law", "a whole assessment, 20 rules", size, whole, "one rule", whole / our
        )


def _require_agreement(
    system: TaxBenefitSystem, given: Cases, histories: Histories
) -> None:
    """All three must say the same, or the times mean nothing."""
    said = [(_STATES[str(one[0])], one[1]) for one in ours(histories)]  # type: ignore[index]
    if not said == theirs(system, given) == plain(histories):
        raise AssertionError("the readings of the same cases differ")
