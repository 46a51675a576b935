"""What of a process is waited for, and what of that may be called late. Pure."""

from collections.abc import Iterable

from waymark.law import Kind, Reading, State
from waymark.law.progress import ProcessState
from waymark.routemaps.dates.findings import BINDING, shows


def waited_for(
    process: str, stands: ProcessState, readings: Iterable[Reading]
) -> list[Reading]:
    """What is still to be done, the soonest first.

    What something later shows to be done is not waited for, and nobody is called late
    for what neither law nor guidance asks.
    """
    waiting = [
        each
        for each in readings
        if _is_open(each) and not _was_passed(process, stands, each)
    ]
    return sorted(waiting, key=_by_due)


def binding(waiting: Iterable[Reading]) -> list[Reading]:
    """Those of them that law or guidance sets, so that somebody can be late."""
    return [each for each in waiting if each.rule.strength in BINDING]


_CONCEDED = {Kind.REFUSAL_CONCEDED}
_DECIDED = {Kind.DECIDED_TO_ASSESS, Kind.DECIDED_NOT_TO_ASSESS}


def is_to_decide(stands: ProcessState) -> bool:
    """Whether it is open to decide whether to assess.

    It is until a decision was told, and once more when a refusal was conceded.
    """
    turns = [e.kind for e in stands.done if e.kind in {*_DECIDED, *_CONCEDED}]
    follows = _DECIDED & {step.kind for step in stands.may_follow}
    return bool(follows) and (not turns or turns[-1] in _CONCEDED)


def _is_open(reading: Reading) -> bool:
    if not reading.still_open or reading.due is None or reading.rule.one_ending:
        return False
    return reading.state is not State.OVERDUE or reading.rule.strength in BINDING


def _was_passed(process: str, stands: ProcessState, reading: Reading) -> bool:
    """Something later shows that it was done, on a day nobody wrote down."""
    return any(
        event.on >= (reading.started or event.on)
        and shows(process, event.kind, reading.rule.met_by)
        for event in stands.done
    )


def _by_due(reading: Reading) -> tuple[str, str]:
    return (reading.due.isoformat() if reading.due else "", reading.rule.id)
