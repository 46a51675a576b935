"""One case as JSON: read, checked, and its readings written out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from waymark.law.events import Event, Kind
from waymark.law.processes import PROCESSES
from waymark.law.progress import check
from waymark.law.reading import Reading
from waymark.law.stated import NotUnderstood, Problem, day, problems
from waymark.law.timeline import readings

_CASE = ("process", "facts", "events")
_EVENT = ("kind", "on", "arranged_for", "id", "replaces")


class BadCase(ValueError):
    """A case that cannot be read, with every fault found in it."""

    def __init__(self, *says: str) -> None:
        super().__init__(*says)
        self.says = says


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case as somebody wrote it down."""

    process: str
    facts: Mapping[str, Any]
    events: tuple[Event, ...]


def answer(text: bytes, today: date) -> list[dict[str, Any]]:
    """The readings of a case on `today`, in rule order, ready for JSON.

    Raises: BadCase, also when the events are out of order.
    """
    case = parse(text)
    read = readings(case.process, case.events, today, case.facts)
    return [as_json(reading) for reading in read]


def parse(text: bytes) -> CaseFile:
    """A case in JSON, with every part understood and its events in order.

    Raises: BadCase.
    """
    given = _loaded(text)
    faults: list[Problem] = []
    _unknown(given, _CASE, "", faults)
    process = _process(given.get("process"), faults)
    facts = _facts(given.get("facts", {}), faults)
    events = _events(given.get("events"), faults)
    if not faults:
        faults += check(process, events)
    if faults:
        raise BadCase(*(f"{fault.path}: {fault.says}" for fault in faults))
    return CaseFile(process, facts, events)


def as_json(reading: Reading) -> dict[str, Any]:
    """A reading as plain values: days in ISO form or null."""
    source = reading.rule.source
    return {
        "rule": reading.rule.id,
        "state": reading.state.value,
        "started": _iso(reading.started),
        "due": _iso(reading.due),
        "act_by": _iso(reading.act_by),
        "late_from": _iso(reading.late_from),
        "met_on": _iso(reading.met_on),
        "days": reading.days,
        "holder": reading.rule.holder.value,
        "strength": reading.rule.strength.value,
        "source": f"{source.instrument}, {source.provision}, {source.url}",
        "verify": reading.rule.verify,
        "exemptions": [
            {
                "code": exemption.code.value,
                "conditions": [
                    {"says": condition.says, "met": condition.met}
                    for condition in exemption.conditions
                ],
            }
            for exemption in reading.exemptions
        ],
        "says": reading.says,
    }


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _loaded(text: bytes) -> Mapping[str, Any]:
    try:
        given = json.loads(text.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = text[: fault.start].count(b"\n") + 1
        raise BadCase(f"line {line}: This is not UTF-8 text.") from None
    except json.JSONDecodeError as fault:
        raise BadCase(f"line {fault.lineno}: This is not JSON: {fault.msg}.") from None
    except RecursionError:
        raise BadCase("line 1: This is nested too deeply to be a case.") from None
    if not isinstance(given, dict):
        raise BadCase("line 1: A case is an object with process, facts and events.")
    return given


def _process(value: object, faults: list[Problem]) -> str:
    if isinstance(value, str) and value in PROCESSES:
        return value
    known = ", ".join(PROCESSES)
    faults.append(Problem("process", f"This must be one of {known}."))
    return ""


def _facts(value: object, faults: list[Problem]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        faults.append(Problem("facts", "This must be an object with named values."))
        return {}
    faults += problems(value)
    return value


def _events(value: object, faults: list[Problem]) -> tuple[Event, ...]:
    if not isinstance(value, list):
        faults.append(Problem("events", "This must be a list of events."))
        return ()
    read = [_event(item, f"events[{at}]", faults) for at, item in enumerate(value)]
    return tuple(event for event in read if event is not None)


def _event(value: object, path: str, faults: list[Problem]) -> Event | None:
    if not isinstance(value, dict):
        faults.append(Problem(path, "An event is an object with kind and on."))
        return None
    before = len(faults)
    _unknown(value, _EVENT, f"{path}.", faults)
    kind = _kind(value.get("kind"), f"{path}.kind", faults)
    on = _day(value.get("on"), f"{path}.on", faults)
    arranged = value.get("arranged_for")
    arranged_for = arranged and _day(arranged, f"{path}.arranged_for", faults)
    names = [_name(value.get(name), f"{path}.{name}", faults) for name in _EVENT[3:]]
    if len(faults) > before or kind is None or on is None:
        return None
    return Event(kind, on, arranged_for, *names)


def _kind(value: object, path: str, faults: list[Problem]) -> Kind | None:
    if isinstance(value, str) and value in Kind._value2member_map_:
        return Kind(value)
    says = f"There is no kind {value!r}; `waymark law list --what events` names them."
    faults.append(Problem(path, says))
    return None


def _day(value: object, path: str, faults: list[Problem]) -> date | None:
    try:
        return day(value, path)
    except NotUnderstood as fault:
        faults.append(fault.problem)
        return None


def _name(value: object, path: str, faults: list[Problem]) -> str | None:
    if value is not None and not isinstance(value, str):
        faults.append(Problem(path, f"This must be text, not {value!r}."))
        return None
    return value


def _unknown(
    given: Mapping[str, Any], known: tuple[str, ...], path: str, faults: list[Problem]
) -> None:
    for name in given:
        if name not in known:
            says = f"Only these names are known here: {', '.join(known)}."
            faults.append(Problem(f"{path}{name}", says))
