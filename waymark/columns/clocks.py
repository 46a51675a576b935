"""One rule as stages of columns: where its clock stands in every row at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

import ibis
from ibis import Deferred, _

from waymark.columns.calendar import SUMS, is_plain_sum
from waymark.columns.day_numbers import (
    BEFORE_ALL,
    FIRST_DAY,
    LAST_DAY,
    NEVER,
    NOTHING,
    day_of,
    first,
    first_key,
    last,
    number,
)
from waymark.columns.limits import NO, Grounds, Start, applies, last_day, names_for
from waymark.columns.names import column
from waymark.columns.stages import Stages
from waymark.law import Kind, Mode, Period, Rule, State
from waymark.law.limits import TimesPerSchoolYear, WithStep

#: The states as small numbers, in the order of the law's own list.
CODES: dict[State, int] = {state: code for code, state in enumerate(State)}

#: The days of a reading, as the ends of the names of its columns.
DAYS = ("started", "due", "met_on")

_DAYLESS = (WithStep, TimesPerSchoolYear)
_SOON = Period(0, Mode.AS_SOON_AS_PRACTICABLE)


@dataclass(frozen=True)
class Run:
    """The keys that say how a clock ran; None for what this rule never has.

    `first` is its first start and `start` the one that counts. `lifted` is true where
    the duty ceased to run.
    """

    first: Deferred | None = None
    start: Deferred | None = None
    met: Deferred | None = None
    lifted: Deferred = NO


class _Parts:
    """What each kind does to a running clock. The first part that fits is played."""

    def __init__(self, rule: Rule, keys: Mapping[str, Deferred]) -> None:
        self.restarts = rule.restarts or rule.floor
        taken = rule.starts_with if self.restarts else frozenset[Kind]()
        met = frozenset[Kind]() if rule.floor else rule.met_by - taken
        ended = rule.ended_by - met - taken
        closed = (rule.met_by if rule.floor else frozenset[Kind]()) - ended - taken
        revived = rule.revived_by - met - ended - closed - taken
        self.starts, self.met, self.ended, self.closed, self.revived = (
            [keys[kind] for kind in sorted(part) if kind in keys]
            for part in (rule.starts_with, met, ended, closed, revived)
        )


def clock(
    rule: Rule, keys: Mapping[str, Deferred], present: frozenset[str], today: int
) -> Stages[None]:
    """The columns `<ID>_state`, `_started`, `_due` and `_met_on` of a rule, in numbers.

    Each step means what it means in `waymark.law.timeline`, for rows in which every
    kind stands at most once.
    """
    if rule.starts_with and not rule.starts_with & keys.keys():
        yield {f"{rule.id}_state": _code(State.NOT_STARTED)}
        yield _days(rule, Run(), NOTHING)
        return
    grounds = Grounds(rule.id, keys, present, rule.counts_from, names_for(rule.id))
    run = yield from _run(rule, grounds)
    due = grounds.named()
    yield {due: (yield from _due(rule, run, grounds, today))}
    yield {f"{rule.id}_state": _state(rule, run, _[due], grounds, today)}
    yield _days(rule, run, _[due])


def _run(rule: Rule, grounds: Grounds) -> Stages[Run]:
    parts = _Parts(rule, grounds.keys)
    begun = yield from _named(_first_name(rule), _begun(parts))
    met = yield from _named(grounds.named(), _met(parts, begun))
    start = begun
    if parts.restarts and len(parts.starts) > 1:
        start = yield from _named(grounds.named(), _restart(parts, met))
    since = yield from _named(grounds.named(), _since(parts, start))
    return Run(begun, start, met, _lifted(parts, since))


def _named(name: str, key: Deferred | None) -> Stages[Deferred | None]:
    """The key as a column of its own, so that it is written and counted once."""
    if key is None:
        return None
    yield {name: key}
    return _[name]


def _first_name(rule: Rule) -> str:
    """One name for all rules that start alike, so that they share the column."""
    return "_".join(["_first", *(column(kind) for kind in sorted(rule.starts_with))])


def _begun(parts: _Parts) -> Deferred | None:
    return first(parts.starts) if parts.starts else None


def _met(parts: _Parts, begun: Deferred | None) -> Deferred | None:
    return first([_after(key, begun) for key in parts.met]) if parts.met else None


def _restart(parts: _Parts, met: Deferred | None) -> Deferred:
    """The last start before the clock was met."""
    until = NEVER if met is None else met
    return last([ibis.ifelse(key < until, key, BEFORE_ALL) for key in parts.starts])


def _since(parts: _Parts, start: Deferred | None) -> Deferred | None:
    """What must be passed for an ending to count: the start, and the last revival."""
    revivals = [ibis.ifelse(key < NEVER, key, BEFORE_ALL) for key in parts.revived]
    if not revivals:
        return start
    return last(revivals if start is None else [start, *revivals])


def _lifted(parts: _Parts, since: Deferred | None) -> Deferred:
    """True where an outcome ended the duty, and did not only close a window."""
    if not parts.closed:
        return _any(_passed(key, since) for key in parts.ended)
    closed = first([_after(key, since) for key in parts.closed])
    ended = [_after(key, since) for key in parts.ended]
    return first(ended) < closed if ended else NO


def _after(key: Deferred, start: Deferred | None) -> Deferred:
    return key if start is None else ibis.ifelse(key > start, key, NEVER)


def _passed(key: Deferred, start: Deferred | None) -> Deferred:
    happened = key < NEVER
    return happened if start is None else (key > start) & happened


def _due(rule: Rule, run: Run, grounds: Grounds, today: int) -> Stages[Deferred]:
    """The last day. A plain sum is written as one where no day could be out of range:
    no rule that stands started before it was in force, or after today.
    """
    limit, start = rule.limit, run.start
    if start is not None and isinstance(limit, Period) and is_plain_sum(limit):
        by = SUMS[limit.mode](limit.amount)
        opens = number(rule.in_force_from)
        if min(opens, opens + by) >= FIRST_DAY and today + by <= LAST_DAY:
            return day_of(start) + by
    started = None if start is None else Start(start, rule.starts_with)
    return (yield from last_day(limit, replace(grounds, start=started, until=run.met)))


def _state(
    rule: Rule, run: Run, due: Deferred, grounds: Grounds, today: int
) -> Deferred:
    dayless = isinstance(rule.limit, _DAYLESS) or rule.limit == _SOON
    open_ended = State.NO_LIMIT if dayless else State.RUNNING
    cases = [(~_stands(rule, run, due, grounds), State.NOT_STARTED)]
    if run.met is not None:
        was_met = run.met < NEVER
        cases.append((was_met & (due < day_of(run.met)), State.MET_LATE))
        cases.append((was_met, State.MET))
    cases.append((run.lifted, State.NO_LIMIT))
    if not rule.floor:
        cases.append((due < today, State.OVERDUE))
    otherwise = State.FLOOR if rule.floor else open_ended
    coded = [(condition, _code(state)) for condition, state in cases]
    return ibis.cases(*coded, else_=_code(otherwise))


def _stands(rule: Rule, run: Run, due: Deferred, grounds: Grounds) -> Deferred:
    """The rule has started, fits the facts and was in force on the day it started."""
    opens, closes = number(rule.in_force_from), rule.in_force_until
    if run.start is None:
        last_in_force = LAST_DAY if closes is None else number(closes)
        stands = due.between(opens, last_in_force).fill_null(False)
    else:
        until = NEVER if closes is None else first_key(number(closes) + 1)
        stands = run.start.between(first_key(opens), until - 1)
    return stands & applies(rule.applies_if, grounds) if rule.applies_if else stands


def _days(rule: Rule, run: Run, due: Deferred) -> dict[str, Deferred]:
    """The days of a rule that has started, and nothing for one that has not."""
    state = _[f"{rule.id}_state"]
    started = NOTHING if run.start is None else day_of(run.start)
    met_on = NOTHING if run.met is None else day_of(run.met)
    was_met = state.isin([CODES[State.MET], CODES[State.MET_LATE]])
    has_begun = state > CODES[State.NOT_STARTED]
    days = ((started, has_begun), (due, has_begun), (met_on, was_met))
    return {
        f"{rule.id}_{name}": ibis.ifelse(when, day, NOTHING).cast("int32")
        for name, (day, when) in zip(DAYS, days, strict=True)
    }


def _code(state: State) -> Deferred:
    return ibis.literal(CODES[state], "int8")


def _any(conditions: Iterable[Deferred]) -> Deferred:
    return reduce(or_, conditions, NO)
