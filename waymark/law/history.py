"""What had happened by a day: corrected, in order, and without what came later."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter

from waymark.law.events import Event, Kind
from waymark.law.process import Process

_day_of = attrgetter("on")


def happened(
    events: Iterable[Event], today: date, order: Mapping[Kind, int]
) -> list[Event]:
    """The events up to `today`, earliest first; two of one day in the given order.

    An event that another replaces is as if it had never been, whatever day the
    correction carries: a correction says what was true all along. The order in
    which the events are given never matters.
    """
    given = list(events)
    gone = {event.replaces for event in given if event.replaces is not None}
    past = [event for event in given if event.on <= today]
    if gone:
        past = [event for event in past if event.id not in gone]
    past.sort(key=_day_of)
    if len({event.on for event in past}) < len(past):
        past.sort(key=lambda event: _place(event, order))
    return past


@cache
def order_of(process: str) -> Mapping[Kind, int]:
    """The order of a process's steps, or of the kinds if there is no such process."""
    from waymark.law.processes import PROCESSES

    known = PROCESSES.get(process)
    return places(known) if known else {kind: at for at, kind in enumerate(Kind)}


def places(process: Process) -> Mapping[Kind, int]:
    """Where each kind stands in the process; kinds it does not know come last."""
    steps = [step.kind for step in process.steps]
    others = [kind for kind in Kind if kind not in steps]
    return {kind: place for place, kind in enumerate([*steps, *others])}


def _place(event: Event, order: Mapping[Kind, int]) -> tuple[date, int, date, str, str]:
    """Days first, then the process's order; the rest only so that no tie is left."""
    return (
        event.on,
        order[event.kind],
        event.arranged_for or date.max,
        event.id or "",
        event.replaces or "",
    )
