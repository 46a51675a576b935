"""Read the rules against what has happened. Pure: no database, no clock, no guess."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from waymark.law.events import Event, Kind
from waymark.law.exemptions import (
    ExemptionReading,
    Ground,
    exemption_readings,
    lifted_in_2020,
    open_in_2020,
)
from waymark.law.history import happened, order_of
from waymark.law.holidays import ENGLAND, Holidays
from waymark.law.last_days import DAYLESS, Grounds, Span, applies, last_day
from waymark.law.limits import Mode, Period
from waymark.law.reading import Reading
from waymark.law.rule import Exemption, Rule
from waymark.law.stated import FIRST_YEAR, LAST_YEAR, NOTHING, Stated, stated
from waymark.law.states import State


def read(
    rule: Rule,
    events: Iterable[Event],
    today: date,
    facts: Mapping[str, Any] | None = None,
    *,
    holidays: Holidays = ENGLAND,
) -> Reading:
    """Read one rule on `today` from what has happened.

    An exemption never moves the due day: it is shown beside it. Events after `today`
    are ignored, a corrected event is as if it had never been, and the order in which
    events are given never matters.

    Raises: nothing. What cannot be worked out is None, and `says` tells why.
    Source: law.md 8.2.
    """
    past = happened(events, today, order_of(rule.process))
    return _read(_plan(rule), Case(past, today, stated(facts), holidays))


def readings(
    process: str,
    events: Iterable[Event],
    today: date,
    facts: Mapping[str, Any] | None = None,
    *,
    holidays: Holidays = ENGLAND,
) -> list[Reading]:
    """Every rule of a process on `today`, those it borrows too, in rule order.

    Raises: KeyError for a process that does not exist.
    """
    past = happened(events, today, order_of(process))
    case = Case(past, today, stated(facts), holidays)
    return [_read(plan, case) for plan in _plans_of(process)]


def still_open(read: Iterable[Reading]) -> list[Reading]:
    """The endings still to come, with the last lawful day of each, soonest first."""
    waiting = [reading for reading in read if reading.still_open and reading.due]
    return sorted(waiting, key=lambda reading: (reading.due, reading.rule.id))


@cache
def rules_of(process: str) -> tuple[Rule, ...]:
    """The rules of a process and those it borrows, in rule order.

    Raises: KeyError for a process that does not exist.
    """
    from waymark.law.processes import PROCESSES
    from waymark.law.rules import RULES

    borrowed = PROCESSES[process].borrows
    return tuple(
        rule
        for rule in RULES.values()
        if rule.process == process or rule.id in borrowed
    )


@dataclass(frozen=True, slots=True)
class Case:
    """One case on one day, made ready once for any number of rules."""

    past: list[Event]
    today: date
    stated: Stated
    holidays: Holidays


class _Plan:
    """A rule made ready once, to be read many times."""

    __slots__ = (
        "by_fact",
        "dayless",
        "ending",
        "length",
        "lifted_in_2020",
        "met",
        "not_started",
        "restarts",
        "rule",
        "unstated",
    )

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.by_fact = not rule.starts_with
        self.restarts = rule.restarts or rule.floor
        self.met = frozenset[Kind]() if rule.floor else rule.met_by
        self.ending = rule.ended_by | (rule.met_by if rule.floor else frozenset())
        self.dayless = isinstance(rule.limit, DAYLESS) or rule.limit == _SOON
        self.length = _plain_length(rule)
        self.lifted_in_2020 = lifted_in_2020(rule) and not self.dayless
        self.unstated = exemption_readings(rule.exemptions, _UNSTATED)
        self.not_started = Reading(rule, State.NOT_STARTED)


_SOON = Period(0, Mode.AS_SOON_AS_PRACTICABLE)
_DAYS_IN = {Mode.WEEKS_WITHIN: 7, Mode.DAYS_WITHIN: 1}

#: With nothing stated no condition is known, whatever the days.
_UNSTATED = Ground(date.min, date.min, date.min, date.min, (), NOTHING)

_plans: dict[str, _Plan] = {}


def _plan(rule: Rule) -> _Plan:
    plan = _plans.get(rule.id)
    if plan is None or plan.rule is not rule:
        plan = _plans[rule.id] = _Plan(rule)
    return plan


@cache
def _plans_of(process: str) -> tuple[_Plan, ...]:
    return tuple(_plan(rule) for rule in rules_of(process))


def _plain_length(rule: Rule) -> timedelta | None:
    """The length of a limit of calendar days, which needs no more than a sum."""
    limit = rule.limit
    if isinstance(limit, Period) and limit.mode in _DAYS_IN:
        return timedelta(limit.amount * _DAYS_IN[limit.mode])
    return None


def _read(plan: _Plan, case: Case) -> Reading:
    start, met, ended = _run(plan, case.past)
    if start is None and not plan.by_fact:
        return plan.not_started
    span = _span(plan, case, start, met)
    if not _applies(plan, case, start, span):
        return plan.not_started
    return _reading(plan, case, span, start, met, ended)


def _run(
    plan: _Plan, past: list[Event]
) -> tuple[Event | None, Event | None, Event | None]:
    """The event that started the clock, the one that met it, the one that ended it.

    The clock is met once: nothing that happens later undoes it.
    """
    starts, restarts, running = plan.rule.starts_with, plan.restarts, plan.by_fact
    start = ended = None
    for event in past:
        kind = event.kind
        if kind in starts and (restarts or not running):
            start, ended, running = event, None, True
        elif not running:
            continue
        elif kind in plan.met:
            return start, event, None
        elif kind in plan.ending:
            ended = ended or event
        elif kind in plan.rule.revived_by:
            ended = None
    return start, None, ended


def _span(plan: _Plan, case: Case, start: Event | None, met: Event | None) -> Span:
    if plan.length is not None and start and FIRST_YEAR <= start.on.year < LAST_YEAR:
        return Span(start.on + plan.length)
    past = case.past if met is None else case.past[: case.past.index(met) + 1]
    rule = plan.rule
    grounds = Grounds(start, past, case.stated, rule.counts_from, case.holidays)
    return last_day(rule.limit, grounds)


def _applies(plan: _Plan, case: Case, start: Event | None, span: Span) -> bool:
    """The rule fits the facts and was in force on the day its clock started.

    A clock that a fact starts has no such day; its due day stands for it.
    """
    rule = plan.rule
    day = start.on if start else span.due
    if day is None or (rule.applies_if and not applies(rule.applies_if, case.stated)):
        return False
    until = rule.in_force_until
    return rule.in_force_from <= day and (until is None or day <= until)


def _reading(
    plan: _Plan,
    case: Case,
    span: Span,
    start: Event | None,
    met: Event | None,
    ended: Event | None,
) -> Reading:
    started = start.on if start else None
    met_on = met.on if met else None
    ended_on = ended.on if ended else None
    until = met_on or ended_on or case.today
    return Reading(
        plan.rule,
        _state(plan, span.due, met_on, ended, case.today),
        started,
        span.due,
        met_on,
        (until - started).days if started else None,
        _exemptions(plan, case, started or until, span.due, until),
        span.safe,
        ended_on,
        case.holidays,
    )


def _state(
    plan: _Plan,
    due: date | None,
    met_on: date | None,
    ended: Event | None,
    today: date,
) -> State:
    if met_on is not None:
        return State.MET_LATE if due and met_on > due else State.MET
    if ended is not None and ended.kind in plan.rule.ended_by:
        return State.NO_LIMIT
    if plan.rule.floor:
        return State.FLOOR
    if due is not None:
        return State.OVERDUE if today > due else State.RUNNING
    return State.NO_LIMIT if plan.dayless else State.RUNNING


def _exemptions(
    plan: _Plan, case: Case, started: date, due: date | None, until: date
) -> tuple[ExemptionReading, ...]:
    in_2020 = plan.lifted_in_2020 and open_in_2020(started, until)
    if case.stated is NOTHING and not in_2020:
        return plan.unstated
    codes = (*plan.rule.exemptions, *([Exemption.CORONAVIRUS] if in_2020 else []))
    asked = tuple(e.on for e in case.past if e.kind is Kind.ADVICE_ASKED)
    ground = Ground(started, due or case.today, until, case.today, asked, case.stated)
    return exemption_readings(codes, ground)
