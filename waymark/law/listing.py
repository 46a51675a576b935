"""The vocabulary of the law, as tables to read and as JSON to compute with."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from waymark.law.events import MEANINGS, Kind
from waymark.law.facts import FACTS
from waymark.law.process import Process
from waymark.law.processes import PROCESSES
from waymark.law.rules import RULES
from waymark.law.timeline import rules_of

#: The columns of each table; the others stand in the JSON.
_COLUMNS = {
    "rules": ("id", "process", "limit", "holder", "strength", "says"),
    "processes": ("key", "title"),
    "events": ("kind", "means"),
    "facts": ("name", "type", "meaning", "example", "choices"),
}


def rows(what: str, process: str | None = None) -> list[dict[str, Any]]:
    """Every rule, process, event or fact, or those of one process.

    Raises: KeyError for a process that does not exist.
    """
    return _ROWS[what](PROCESSES[process] if process else None)


def table(what: str, process: str | None = None) -> str:
    """The same as lines of text, in columns.

    Raises: KeyError for a process that does not exist.
    """
    names = _COLUMNS[what]
    lines = [names]
    for row in rows(what, process):
        lines.append(tuple(_cell(row[name]) for name in names))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join(_line(line, widths) for line in lines)


def plain(value: Any) -> Any:
    """Any of the law's data as plain values for JSON; types keep their names."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        named = {part.name: plain(getattr(value, part.name)) for part in fields(value)}
        return {"type": type(value).__name__, **named}
    return value


def _rules(process: Process | None) -> list[dict[str, Any]]:
    chosen = rules_of(process.key) if process else RULES.values()
    return [_untyped(rule) | {"verify": rule.verify} for rule in chosen]


def _processes(process: Process | None) -> list[dict[str, Any]]:
    chosen = [process] if process else PROCESSES.values()
    return [
        {
            "key": each.key,
            "title": each.title,
            "rules": [rule.id for rule in rules_of(each.key)],
            "facts": list(each.facts),
            "steps": [_untyped(step) for step in each.steps],
        }
        for each in chosen
    ]


def _events(process: Process | None) -> list[dict[str, Any]]:
    kinds: Iterable[Kind] = [step.kind for step in process.steps] if process else Kind
    return [
        {"kind": kind.value, "means": MEANINGS[kind], "processes": _users(kind)}
        for kind in kinds
    ]


def _users(kind: Kind) -> list[str]:
    return [
        process.key
        for process in PROCESSES.values()
        if any(step.kind is kind for step in process.steps)
    ]


def _facts(process: Process | None) -> list[dict[str, Any]]:
    names = process.facts if process else FACTS
    return [_untyped(FACTS[name]) for name in names]


def _untyped(value: Any) -> dict[str, Any]:
    return {part.name: plain(getattr(value, part.name)) for part in fields(value)}


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return _limit(value) if isinstance(value, dict) else str(value)


def _limit(limit: dict[str, Any]) -> str:
    """A limit in short: `W 6`, or its parts in brackets."""
    if "branches" in limit:
        parts = "; ".join(_limit(branch["limit"]) for branch in limit["branches"])
        then = f" then {_limit(limit['then'])}" if limit.get("then") else ""
        return f"{limit['type']}({parts}){then}"
    if "mode" in limit:
        return f"{limit['mode']} {limit['amount']}"
    numbers = ", ".join(str(part) for name, part in limit.items() if name != "type")
    return f"{limit['type']}({numbers})" if numbers else limit["type"]


_ROWS: dict[str, Callable[[Process | None], list[dict[str, Any]]]] = {
    "rules": _rules,
    "processes": _processes,
    "events": _events,
    "facts": _facts,
}
