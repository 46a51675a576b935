"""What stands oddly in the order of somebody's days, said kindly. Nothing is refused.

`law.check` is strict, for records; families know only some of the days. A day that
nobody gave is no fault here: only days that cannot both be right are named.
"""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.law import PROCESSES, Event, Process, check


def doubts(process: str, events: list[Event]) -> list[str]:
    """A sentence for each two days that do not seem to stand in their order."""
    known = PROCESSES[process]
    kinds = {step.kind for step in known.steps}
    mine = [event for event in events if event.kind in kinds]
    found = [*_too_soon(known, mine), *_after_the_end(known, mine)]
    return list(dict.fromkeys(found))


def _too_soon(process: Process, events: list[Event]) -> Iterator[str]:
    """What it follows is known, and all of that came later."""
    follows = {step.kind: step.follows for step in process.steps}
    for event in events:
        known = [other for other in events if other.kind in follows[event.kind]]
        if known and all(other.on > event.on for other in known):
            yield _before(process, event, min(known, key=lambda other: other.on))


def _after_the_end(process: Process, events: list[Event]) -> Iterator[str]:
    """What the law's own check finds after something that ends the process."""
    for problem in check(process, events):
        event = events[int(problem.path.split("[")[1].split("]")[0])]
        end = next((e for e in events if _closes(process, e, event)), None)
        if end:
            yield _before(process, end, event)


def _closes(process: Process, end: Event, event: Event) -> bool:
    ends = {step.kind for step in process.steps if step.ends}
    return end.kind in ends and end.kind is not event.kind and end.on <= event.on


def _before(process: Process, first: Event, then: Event) -> str:
    titles = {step.kind: step.title for step in process.steps}
    words = _(
        "“%(first)s” (%(first_day)s) stands before “%(then)s” (%(then_day)s). Please "
        "check these two days. We have used them as you gave them."
    )
    return words % {
        "first": titles[first.kind],
        "first_day": date_format(first.on, "j F Y"),
        "then": titles[then.kind],
        "then_day": date_format(then.on, "j F Y"),
    }
