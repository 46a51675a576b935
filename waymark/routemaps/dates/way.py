"""The routemap's own steps as one family's route: done, late, next, may happen."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from waymark.law import Event, Reading, State
from waymark.routemaps.dates.findings import BINDING, Findings
from waymark.routemaps.dates.presenters import plain
from waymark.routemaps.dates.queries import StepAt
from waymark.ui.component import Words
from waymark.ui.route_line import RouteLine, Stop
from waymark.ui.route_line import State as StopState
from waymark.ui.time_limits import ClockTag


def own_route(steps: Iterable[StepAt], findings: Findings) -> RouteLine:
    """The whole route with each step as it stands today."""
    return RouteLine(_Way(list(steps), findings).stops(), _("Your own route"))


class _Way:
    """The steps, and the readings each of them is answerable for."""

    def __init__(self, steps: list[StepAt], findings: Findings) -> None:
        self.steps = steps
        self.asked = findings.answers.asked.kinds
        self.late = set(findings.late)
        self.passed = set(findings.passed)
        self.refused = {o.step.kind.value for o in findings.opened if o.is_no}
        self.events = [e for e in findings.events if e.on <= findings.today]
        self.readings = [self._owned(step, findings) for step in steps]
        self.furthest = self._furthest()

    def stops(self) -> tuple[Stop, ...]:
        """One stop for each step; at most one is next and at most one is here."""
        found = [self._stop(place, step) for place, step in enumerate(self.steps)]
        _keep_one(found, "here", "done", last=True)
        _keep_one(found, "next", "open", last=False)
        states = {stop.state for stop in found}
        if states & {"late", "here"} or self.refused:
            _keep_one(found, "next", "open", last=False, keep=False)
        return tuple(found)

    def _owned(self, step: StepAt, findings: Findings) -> list[Reading]:
        """Readings of rules this step is about: it holds the event that meets them.

        A rule that no step meets belongs to the first step that shows it.
        """
        return [
            reading
            for reading in findings.readings
            if reading.rule.id in step.rules and self._is_of(step, reading)
        ]

    def _is_of(self, step: StepAt, reading: Reading) -> bool:
        showing = [s for s in self.steps if reading.rule.id in s.rules]
        meeting = [s for s in showing if _meets(s, reading)]
        return step in meeting if meeting else step is showing[0]

    def _furthest(self) -> int:
        """The stop on the line that things have come to, by itself or by its branch."""
        place, furthest = -1, -1
        for at, step in enumerate(self.steps):
            place = at if step.joins == "then" else place
            if self._happened(step):
                furthest = place
        return furthest

    def _happened(self, step: StepAt) -> list[Event]:
        return [event for event in self.events if event.kind.value in step.kinds]

    def _stop(self, place: int, step: StepAt) -> Stop:
        state = self._state(place, step)
        when = self._when(place, step, state)
        return Stop(step.title, step.address, state, step.joins, when)

    def _state(self, place: int, step: StepAt) -> StopState:
        if self.late.intersection(self.readings[place]):
            return "late"
        if self._happened(step):
            return "here" if self._is_going_on(place, step) else "done"
        if step.joins == "or":
            return "branch"
        if step.joins == "then" and (place <= self.furthest or self._is_met(place)):
            return "done"
        return "next" if step.joins == "then" else "open"

    def _is_going_on(self, place: int, step: StepAt) -> bool:
        """It has begun, and a duty that it would meet still runs; or it was refused."""
        return bool(step.kinds & self.refused) or any(
            _is_unmet(reading) and reading.rule.met_by & self.asked
            for reading in self.readings[place]
            if reading not in self.passed and _meets(step, reading)
        )

    def _is_met(self, place: int) -> bool:
        return any(
            reading.state in (State.MET, State.MET_LATE) and not reading.rule.one_ending
            for reading in self.readings[place]
        )

    def _when(self, place: int, step: StepAt, state: StopState) -> Words:
        mine = self.readings[place]
        for reading in mine:
            if reading in self.late:
                return ClockTag.of(reading)
        met = [r for r in mine if r.met_on and r.due and r.rule.strength in BINDING]
        if state == "done" and met:
            return ClockTag.of(met[0])
        happened = self._happened(step)
        if happened:
            return _day_of(happened[-1])
        running = [r for r in mine if r.state is State.RUNNING and r.due]
        open_still = [r for r in running if r not in self.passed]
        return self._due(open_still[0]) if open_still else ""

    def _due(self, reading: Reading) -> ClockTag:
        binds = reading.rule.strength in BINDING
        return ClockTag.of(reading, "" if binds else _("good practice, not law"))


def _day_of(event: Event) -> str:
    if event.arranged_for:
        return _("planned for %s") % plain(event.arranged_for)
    return _("on %s") % plain(event.on)


def _meets(step: StepAt, reading: Reading) -> bool:
    return any(kind.value in step.kinds for kind in reading.rule.met_by)


def _is_unmet(reading: Reading) -> bool:
    running = reading.state in (State.RUNNING, State.OVERDUE, State.NO_LIMIT)
    return running and reading.started is not None and reading.ended_on is None


def _keep_one(
    stops: list[Stop],
    state: StopState,
    otherwise: StopState,
    *,
    last: bool,
    keep: bool = True,
) -> None:
    """Only one stop may carry a state that says where somebody is."""
    places = [place for place, stop in enumerate(stops) if stop.state == state]
    kept = (places[-1] if last else places[0]) if places and keep else None
    for place in places:
        if place != kept:
            stops[place] = replace(stops[place], state=otherwise)
