"""Facts as stated, read into days and periods; what cannot be read is not known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from waymark.law.facts import FACTS, Fact, FactType
from waymark.law.rule import Exemption

SCHOOL = "school"
EARLY_YEARS = "early-years"

FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with what was given: where (`events[3].on`) and a sentence."""

    path: str
    says: str


class NotUnderstood(ValueError):
    """A value that is not of its type."""

    def __init__(self, path: str, says: str) -> None:
        super().__init__(says)
        self.problem = Problem(path, says)


@dataclass(frozen=True, slots=True)
class Spell:
    """Some days in a row; `until` is the last of them, or None while it goes on."""

    first: date
    until: date | None

    def days(self, today: date, first: date = date.min, last: date = date.max) -> int:
        """How many days of it lie in `first` to `last`, as known today."""
        end = self.until or today
        return max(0, (min(end, last) - max(self.first, first)).days + 1)


@dataclass(frozen=True, slots=True)
class Closure:
    """A school or early years provider closed, and the day it opened again."""

    closed_on: date
    reopens_on: date
    kind: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known besides the events, by the type of fact and its name."""

    days: Mapping[str, date] = field(default_factory=dict)
    lists: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    spells: Mapping[str, tuple[Spell, ...]] = field(default_factory=dict)
    closures: Mapping[str, tuple[Closure, ...]] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    causes: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)


NOTHING = Stated()


def stated(facts: Mapping[str, Any] | None) -> Stated:
    """The facts that can be read. Odd ones are left out: they are not known."""
    if not facts:
        return NOTHING
    return _read(facts)[0]


def problems(facts: Mapping[str, Any]) -> list[Problem]:
    """What cannot be read in the facts, each with its path and a sentence."""
    return _read(facts)[1]


def day(value: object, path: str) -> date:
    """A day written YYYY-MM-DD, or a date.

    Raises: NotUnderstood, also for a day outside 1900 to 2200.
    """
    try:
        found = value if type(value) is date else date.fromisoformat(_iso(value))
    except ValueError:
        raise NotUnderstood(path, _not_a_day(value)) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise NotUnderstood(path, f"{found} is not in the years 1900 to 2200.")
    return found


def _read(facts: Mapping[str, Any]) -> tuple[Stated, list[Problem]]:
    found: dict[str, dict[str, Any]] = {}
    faults = []
    for name, value in _pairs(facts):
        try:
            bucket, read = _readers(name)
            found.setdefault(bucket, {})[name] = read(value, f"facts.{name}")
        except NotUnderstood as fault:
            faults.append(fault.problem)
    return Stated(**found), faults


def _pairs(facts: object) -> list[tuple[str, Any]]:
    return list(facts.items()) if isinstance(facts, Mapping) else []


def _readers(name: str) -> tuple[str, Callable[[Any, str], Any]]:
    fact = FACTS.get(name) if isinstance(name, str) else None
    if fact is None:
        says = "There is no such fact; `waymark law list --what facts` names them."
        raise NotUnderstood(f"facts.{name}", says)
    bucket, reader = _BY_TYPE[fact.type]
    return bucket, lambda value, path: reader(value, path, fact)


def _iso(value: object) -> str:
    """Only the long form: Python also reads 20260105 and 2026-W02-1."""
    if not isinstance(value, str) or len(value) != 10 or value[4] + value[7] != "--":
        raise ValueError
    return value


def _not_a_day(value: object) -> str:
    return f"This must be a day written YYYY-MM-DD, not {value!r}."


def _day(value: object, path: str, _: Fact) -> date:
    return day(value, path)


def _days(value: object, path: str, _: Fact) -> tuple[date, ...]:
    return tuple(day(item, where) for item, where in _items(value, path))


def _spells(value: object, path: str, _: Fact) -> tuple[Spell, ...]:
    return tuple(_spell(item, where) for item, where in _items(value, path))


def _spell(value: object, path: str) -> Spell:
    fields = _object(value, path, {"from"}, {"from", "until"})
    first = day(fields["from"], f"{path}.from")
    if fields.get("until") is None:
        return Spell(first, None)
    until = day(fields["until"], f"{path}.until")
    if until < first:
        raise NotUnderstood(f"{path}.until", f"{until} is before {first}.")
    return Spell(first, until)


def _closures(value: object, path: str, _: Fact) -> tuple[Closure, ...]:
    return tuple(_closure(item, where) for item, where in _items(value, path))


def _closure(value: object, path: str) -> Closure:
    fields = _object(value, path, _CLOSURE, _CLOSURE)
    closed = day(fields["closed_on"], f"{path}.closed_on")
    reopens = day(fields["reopens_on"], f"{path}.reopens_on")
    if reopens <= closed:
        raise NotUnderstood(f"{path}.reopens_on", f"{reopens} is not after {closed}.")
    return Closure(closed, reopens, _one_of(fields["kind"], f"{path}.kind", _KINDS))


def _year(value: object, path: str, _: Fact) -> int:
    if type(value) is not int or not FIRST_YEAR <= value <= LAST_YEAR:
        says = f"This must be a year from 1900 to 2200, not {value!r}."
        raise NotUnderstood(path, says)
    return value


def _yes_no(value: object, path: str, _: Fact) -> str:
    if not isinstance(value, bool):
        raise NotUnderstood(path, f"This must be true or false, not {value!r}.")
    return "yes" if value else "no"


def _choice(value: object, path: str, fact: Fact) -> str:
    return _one_of(value, path, fact.choices)


def _causes(value: object, path: str, fact: Fact) -> dict[str, bool]:
    fields = _object(value, path, set(), set(Exemption))
    return {
        code: _yes_no(answer, f"{path}.{code}", fact) == "yes"
        for code, answer in fields.items()
    }


def _items(value: object, path: str) -> list[tuple[object, str]]:
    if not isinstance(value, list | tuple):
        raise NotUnderstood(path, "This must be a list.")
    return [(item, f"{path}[{at}]") for at, item in enumerate(value)]


def _object(
    value: object, path: str, needs: set[str], may: set[str]
) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise NotUnderstood(path, "This must be an object with named values.")
    for name in sorted(needs - value.keys()):
        raise NotUnderstood(f"{path}.{name}", "This is missing.")
    for name in sorted(value.keys() - may, key=str):
        known = ", ".join(sorted(may))
        raise NotUnderstood(f"{path}.{name}", f"Only these names are known: {known}.")
    return value


def _one_of(value: object, path: str, choices: tuple[str, ...]) -> str:
    if isinstance(value, str) and value in choices:
        return value
    raise NotUnderstood(path, f"This must be one of {', '.join(choices)}.")


_KINDS = (SCHOOL, EARLY_YEARS)
_CLOSURE = {"closed_on", "reopens_on", "kind"}

_BY_TYPE: dict[FactType, tuple[str, Callable[[object, str, Fact], Any]]] = {
    FactType.DAY: ("days", _day),
    FactType.DAYS: ("lists", _days),
    FactType.PERIODS: ("spells", _spells),
    FactType.CLOSURES: ("closures", _closures),
    FactType.YEAR: ("years", _year),
    FactType.YES_NO: ("words", _yes_no),
    FactType.CHOICE: ("words", _choice),
    FactType.YES_NO_BY_EXEMPTION: ("causes", _causes),
}
