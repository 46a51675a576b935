"""How far a process has come, and what in its history is out of order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waymark.law.events import Event, Kind
from waymark.law.history import happened, places
from waymark.law.process import Process, Step
from waymark.law.stated import FIRST_YEAR, LAST_YEAR, Problem
from waymark.law.wording import in_words


@dataclass(frozen=True, slots=True)
class ProcessState:
    """One process on one day.

    `done` are the steps taken, in the order of their days; `may_follow` those that
    may be taken now. `ended` is True once a step has closed the episode and nothing
    since has opened it again.
    """

    process: Process
    done: tuple[Event, ...]
    may_follow: tuple[Step, ...]
    ended: bool

    @property
    def latest(self) -> Event | None:
        """The last thing that happened, if anything did."""
        return self.done[-1] if self.done else None


def state(process: Process | str, events: Iterable[Event], today: date) -> ProcessState:
    """How far the process has come on `today`. Events after `today` are ignored.

    Raises: KeyError for the key of a process that does not exist.
    """
    known = _process(process)
    steps = _steps(known)
    past = happened(events, today, places(known))
    done = tuple(event for event in past if event.kind in steps)
    closing = _closing(known, done)
    may_follow = _may_follow(known, done, closing)
    ended = closing is not None and all(
        closing.kind in step.follows for step in may_follow
    )
    return ProcessState(known, done, may_follow, ended)


def check(process: Process | str, events: Sequence[Event]) -> list[Problem]:
    """What is out of order, each with its place in `events` and a sentence.

    A history may have gaps: what is not recorded is not known, and no problem. An
    event is out of order when what should have come before it is recorded, but later;
    when it happens again though it can happen only once; or when it follows the end of
    the process without answering it. A corrected event is not checked.

    Raises: KeyError for the key of a process that does not exist.
    """
    known = _process(process)
    at = {id(event): place for place, event in enumerate(events)}
    faults = list(_faults_alone(events))
    for event, fault in _faults_in_order(known, events):
        faults.append((at[id(event)], fault))
    faults.sort(key=lambda fault: fault[0])
    return [Problem(f"events[{place}].{name}", says) for place, (name, says) in faults]


def _faults_alone(events: Sequence[Event]) -> Iterator[tuple[int, tuple[str, str]]]:
    ids = [event.id for event in events if event.id is not None]
    for place, event in enumerate(events):
        if not FIRST_YEAR <= event.on.year <= LAST_YEAR:
            yield place, ("on", f"{event.on} is not in the years 1900 to 2200.")
        if event.id is not None and ids.count(event.id) > 1:
            yield place, ("id", f"More than one event is called {event.id!r}.")
        if event.replaces is not None and event.replaces not in ids:
            yield place, ("replaces", f"No event is called {event.replaces!r}.")
        if event.replaces is not None and event.replaces == event.id:
            yield place, ("replaces", "An event cannot replace itself.")


def _faults_in_order(
    process: Process, events: Sequence[Event]
) -> Iterator[tuple[Event, tuple[str, str]]]:
    """Each event against those before it, and the others of its own day.

    An event out of order ends nothing, or one slip would be named many times.
    """
    past = happened(events, date.max, places(process))
    closing = None
    for at, event in enumerate(past):
        fault = _fault(process, past, at, closing)
        if fault is not None:
            yield event, fault
        elif _steps(process)[event.kind].ends:
            closing = event


def _fault(
    process: Process, past: list[Event], at: int, closing: Event | None
) -> tuple[str, str] | None:
    event = past[at]
    step = _steps(process).get(event.kind)
    if step is None:
        return "kind", f"{event.kind} is not part of the process {process.key}."
    if event.kind in _kinds(past[:at]) and not step.may_repeat:
        return "kind", f"{event.kind} can happen only once. Correct the first instead."
    by_then = [other for other in past if other.on <= event.on and other is not event]
    if closing is not None and not _answers(process, step, _since(closing, by_then)):
        return "on", _too_late(step, closing)
    later = [other for other in past if other.on > event.on]
    missing = _recorded_later(process, step, _kinds(by_then), later)
    return ("on", _too_soon(step, event, missing)) if missing else None


def _answers(process: Process, step: Step, since: Sequence[Event]) -> bool:
    """The step follows the end itself, or what came since, be it with gaps."""
    closing, *more = since
    return closing.kind in step.follows or bool(_needs(process, step) & _kinds(more))


def _recorded_later(
    process: Process, step: Step, by_then: set[Kind], later: Sequence[Event]
) -> Event | None:
    """What the step needs and has only later, if nothing it could follow came before.

    A kind that may come both before and after the step (giving way after a refusal)
    says nothing about its order.
    """
    if step.follows & by_then:
        return None
    steps = _steps(process)
    needed = _reach(
        step.kind, lambda kind: steps[kind].follows if kind in steps else ()
    )
    if needed & by_then:
        return None
    opened = _reach(
        step.kind, lambda kind: {s.kind for s in process.steps if kind in s.follows}
    )
    return next((event for event in later if event.kind in needed - opened), None)


def _needs(process: Process, step: Step) -> set[Kind]:
    """Every kind that may stand before the step, however far back."""
    steps = _steps(process)
    return _reach(step.kind, lambda kind: steps[kind].follows if kind in steps else ())


def _reach(start: Kind, onward: Callable[[Kind], Iterable[Kind]]) -> set[Kind]:
    found: set[Kind] = set()
    waiting = [start]
    while waiting:
        new = set(onward(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def _too_soon(step: Step, event: Event, missing: Event) -> str:
    return (
        f"{step.kind} on {in_words(event.on)} comes before {missing.kind} on "
        f"{in_words(missing.on)}. Check both days."
    )


def _too_late(step: Step, closing: Event) -> str:
    ended = f"{closing.kind} on {in_words(closing.on)}"
    return f"{step.kind} cannot follow the end of the process, {ended}."


def _may_follow(
    process: Process, done: Sequence[Event], closing: Event | None
) -> tuple[Step, ...]:
    """After an end, only what follows the end or what has come since."""
    if not done:
        return tuple(step for step in process.steps if not step.follows)
    live, taken = _kinds(_since(closing, done)), _kinds(done)
    return tuple(
        step
        for step in process.steps
        if step.follows & live and (step.may_repeat or step.kind not in taken)
    )


def _closing(process: Process, done: Sequence[Event]) -> Event | None:
    steps = _steps(process)
    return next((event for event in reversed(done) if steps[event.kind].ends), None)


def _since(closing: Event | None, events: Sequence[Event]) -> Sequence[Event]:
    return events if closing is None else events[events.index(closing) :]


def _kinds(events: Iterable[Event]) -> set[Kind]:
    return {event.kind for event in events}


def _steps(process: Process) -> Mapping[Kind, Step]:
    return {step.kind: step for step in process.steps}


def _process(process: Process | str) -> Process:
    if isinstance(process, Process):
        return process
    from waymark.law.processes import PROCESSES

    return PROCESSES[process]
