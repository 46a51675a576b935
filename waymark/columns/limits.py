"""From a limit to the expression of its last lawful day."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import count
from operator import and_, or_
from typing import Any

import ibis
from ibis import Deferred, _

from waymark.columns.calendar import FROM_THE_DAY_SET, SUMS, LookUp
from waymark.columns.day_numbers import (
    BEFORE_ALL,
    FIRST_DAY,
    LAST_DAY,
    NEVER,
    NOTHING,
    day_of,
    first,
    last,
    shifted,
)
from waymark.columns.names import (
    TRANSFER_ON,
    TRANSFER_YEAR,
    arranged_column,
    column,
)
from waymark.columns.stages import Stages, side_by_side
from waymark.law import FACTS, Mode, Period
from waymark.law.facts import FactType
from waymark.law.limits import (
    AsAgreed,
    AsOrdered,
    Branch,
    EarlierOf,
    FirstGiven,
    FixedDay,
    Given,
    LaterOf,
    Limit,
    TimesPerSchoolYear,
    WithStep,
)

NO = ibis.literal(False)
YES = ibis.literal(True)
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True)
class Start:
    """What a limit is counted from: the key of an event of one of these kinds."""

    key: Deferred
    kinds: frozenset[str]


@dataclass(frozen=True)
class Grounds:
    """What the expressions of one rule may speak of.

    `keys` are the key columns that are there, by kind; `present` all columns that are
    there; `until` the key of the event that met the clock, after which nothing counts.
    """

    rule: str
    keys: Mapping[str, Deferred]
    present: frozenset[str]
    counts_from: str
    names: Iterator[str]
    start: Start | None = None
    until: Deferred | None = None

    def named(self) -> str:
        """A name that no other column has."""
        return next(self.names)


def names_for(rule: str) -> Iterator[str]:
    """Names for the columns a rule needs on its way."""
    return (f"_{rule}_{number}" for number in count())


def last_day(limit: Limit, grounds: Grounds) -> Stages[Deferred]:
    """The last lawful day as a number; nothing where law or facts give none."""
    return (yield from _LAST_DAYS[type(limit)](limit, grounds))


def applies(conditions: Iterable[Given], grounds: Grounds) -> Deferred:
    """True where every fact asked about is known and has one of the values."""
    return _all(_is_given(given, grounds) for given in conditions)


def _is_given(given: Given, grounds: Grounds) -> Deferred:
    if column(given.fact) not in grounds.present:
        return NO
    fact = FACTS[given.fact]
    values: list[Any] = sorted(given.values)
    if fact.type is FactType.YES_NO:
        values = [value == "yes" for value in values]
    return _[column(given.fact)].isin(values).fill_null(False)


def _period(limit: Period, grounds: Grounds) -> Stages[Deferred]:
    return (yield from _counted(_base(limit, grounds), limit, grounds))


def _base(limit: Period, grounds: Grounds) -> Deferred:
    if grounds.start is None:
        return _fact_day(grounds.counts_from, grounds)
    if limit.mode in FROM_THE_DAY_SET:
        arranged = _arranged_for(grounds.start, grounds)
        return ibis.coalesce(arranged, _fact_day(grounds.counts_from, grounds))
    return day_of(grounds.start.key)


def _counted(
    day: Deferred, limit: Period | FixedDay, grounds: Grounds
) -> Stages[Deferred]:
    if isinstance(limit, Period) and limit.mode is Mode.AS_SOON_AS_PRACTICABLE:
        return NOTHING
    if isinstance(limit, Period) and limit.mode in SUMS:
        return shifted(day, SUMS[limit.mode](limit.amount))
    base, answer = grounds.named(), grounds.named()
    yield {base: day}
    yield {answer: LookUp(base, limit)}
    return _[answer]


def _fact_day(name: str, grounds: Grounds) -> Deferred:
    if not name or column(name) not in grounds.present:
        return NOTHING
    day = _[column(name)]
    return ibis.ifelse(day.between(FIRST_DAY, LAST_DAY), day, NOTHING)


def _arranged_for(start: Start, grounds: Grounds) -> Deferred:
    """The day set by the event that started the clock, whichever kind it was."""
    branches = [
        (start.key == grounds.keys[kind], _[arranged_column(kind)])
        for kind in sorted(start.kinds & grounds.keys.keys())
        if arranged_column(kind) in grounds.present
    ]
    return ibis.cases(*branches, else_=NOTHING) if branches else NOTHING


def _fixed_day(limit: FixedDay, grounds: Grounds) -> Stages[Deferred]:
    return (yield from _counted(_day_of_transfer(grounds), limit, grounds))


def _day_of_transfer(grounds: Grounds) -> Deferred:
    """Some day in the year of the transfer."""
    known = []
    if grounds.start is not None:
        known.append(_arranged_for(grounds.start, grounds))
    known.append(_fact_day(TRANSFER_ON, grounds))
    if column(TRANSFER_YEAR) in grounds.present:
        known.append(_first_of(_[column(TRANSFER_YEAR)]))
    return ibis.coalesce(*known)


def _first_of(year: Deferred) -> Deferred:
    sane = ibis.ifelse(year.between(_FIRST_YEAR, _LAST_YEAR), year, NOTHING)
    return ibis.date(sane, 1, 1).epoch_days()


def _as_arranged(limit: AsAgreed | AsOrdered, grounds: Grounds) -> Stages[Deferred]:
    if grounds.start is None:
        return _ready(NOTHING)
    return _ready(shifted(_arranged_for(grounds.start, grounds), 0))


def _dayless(
    limit: WithStep | TimesPerSchoolYear, grounds: Grounds
) -> Stages[Deferred]:
    return _ready(NOTHING)


def _ready(day: Deferred) -> Stages[Deferred]:
    """A day that needs no columns on its way."""
    yield from ()
    return day


def _later_of(limit: LaterOf, grounds: Grounds) -> Stages[Deferred]:
    days = yield from _branches(limit.branches, grounds)
    known = [ibis.ifelse(begun & day.notnull(), day, -NEVER) for begun, day in days]
    unknown = _any(begun & day.isnull() for begun, day in days)
    latest = last([*known, ibis.literal(-NEVER)])
    later = ibis.ifelse((latest == -NEVER) | unknown, NOTHING, latest)
    if limit.then is None:
        return later
    return (yield from _counted(later, limit.then, grounds))


def _earlier_of(limit: EarlierOf, grounds: Grounds) -> Stages[Deferred]:
    days = yield from _branches(limit.branches, grounds)
    known = [ibis.ifelse(begun & day.notnull(), day, NEVER) for begun, day in days]
    earliest = first([*known, ibis.literal(NEVER)])
    return ibis.ifelse(earliest == NEVER, NOTHING, earliest)


def _first_given(limit: FirstGiven, grounds: Grounds) -> Stages[Deferred]:
    days = yield from _branches(limit.branches, grounds)
    return ibis.cases(*days, else_=NOTHING) if days else NOTHING


def _branches(
    branches: Iterable[Branch], grounds: Grounds
) -> Stages[list[tuple[Deferred, Deferred]]]:
    """Each branch that may begin: whether it has, and its last day."""
    there = grounds.keys.keys()
    possible = [it for it in branches if not it.starts_with or it.starts_with & there]
    return (yield from side_by_side([_branch(it, grounds) for it in possible]))


def _branch(branch: Branch, grounds: Grounds) -> Stages[tuple[Deferred, Deferred]]:
    begun, start = yield from _begun(branch, grounds)
    day = yield from last_day(branch.limit, replace(grounds, start=start))
    begun_name, day_name = grounds.named(), grounds.named()
    yield {begun_name: begun & applies(branch.applies_if, grounds), day_name: day}
    return _[begun_name], _[day_name]


def _begun(branch: Branch, grounds: Grounds) -> Stages[tuple[Deferred, Start | None]]:
    """Whether a branch has begun, and its own start; a fixed day has the rule's."""
    if not branch.starts_with:
        return YES, grounds.start if isinstance(branch.limit, FixedDay) else None
    name = grounds.named()
    yield {name: _start_of(branch, grounds)}
    happened = (_[name] > BEFORE_ALL) & (_[name] < NEVER)
    return happened, Start(_[name], branch.starts_with)


def _start_of(branch: Branch, grounds: Grounds) -> Deferred:
    """The key of the first or last of the branch's events, up to the one that met."""
    keys = [
        grounds.keys[kind] for kind in sorted(branch.starts_with & grounds.keys.keys())
    ]
    until = NEVER - 1 if grounds.until is None else grounds.until
    absent = BEFORE_ALL if branch.latest else NEVER
    counted = [ibis.ifelse((key < NEVER) & (key <= until), key, absent) for key in keys]
    return last(counted) if branch.latest else first(counted)


def _all(conditions: Iterable[Deferred]) -> Deferred:
    return reduce(and_, conditions, YES)


def _any(conditions: Iterable[Deferred]) -> Deferred:
    return reduce(or_, conditions, NO)


_LAST_DAYS: dict[type, Callable[[Any, Grounds], Stages[Deferred]]] = {
    Period: _period,
    FixedDay: _fixed_day,
    AsAgreed: _as_arranged,
    AsOrdered: _as_arranged,
    WithStep: _dayless,
    TimesPerSchoolYear: _dayless,
    LaterOf: _later_of,
    EarlierOf: _earlier_of,
    FirstGiven: _first_given,
}
