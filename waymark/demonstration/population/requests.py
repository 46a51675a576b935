"""Invented requests for an assessment, and how each went. Pure; the same every time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp, log
from random import Random

from waymark.demonstration.population import margins
from waymark.demonstration.population.drawing import dealt

#: The six weeks in which it is decided whether to assess, and the twenty to a plan, as
#: days of the calendar from the day of the request.
SIX_WEEKS, TWENTY_WEEKS = 42, 140
_LONGEST_DECISION = 90
_SUNDAY, _SATURDAY = 6, 5


@dataclass(frozen=True, slots=True)
class InventedRequest:
    """A request, who asked, what was decided and what came of it. Days may be to come.

    None where it has not happened by the day that the authority is looked at.
    """

    number: int
    asked_on: date
    asked_by: str
    age: int
    decision: str
    decided_on: date | None
    outcome: str
    ended_on: date | None


def requests(
    *, a_year: int, years: int, seed: int, as_at: date
) -> Iterator[InventedRequest]:
    """The requests of some years up to a day, the oldest first.

    Each year has the same number; who asked, at what age and what came of it meet the
    margins of the year. What would lie after the day has not happened yet.
    """
    chance = Random(f"waymark {seed} requests")  # noqa: S311
    made = [
        request
        for back in range(years, 0, -1)
        for request in _year(a_year, as_at - timedelta(days=365 * back), chance)
    ]
    made = [_as_of(each, as_at) for each in made if each.asked_on <= as_at]
    for number, each in enumerate(sorted(made, key=lambda one: one.asked_on)):
        yield replace(each, number=number)


def _year(number: int, begins_on: date, chance: Random) -> Iterator[InventedRequest]:
    months = dealt(margins.BY_MONTH, number, chance)
    who = dealt(margins.WHO_ASKED, number, chance)
    ages = dealt(margins.AGES_AT_REQUEST, number, chance)
    decisions = dealt(margins.DECISIONS, number, chance)
    assessed = decisions.count("assess")
    outcomes = iter(dealt(margins.OUTCOMES, assessed, chance))
    for month, asked_by, age, decision in zip(
        months, who, ages, decisions, strict=True
    ):
        asked_on = _workday(_in_month(begins_on, month, chance))
        decided_on = asked_on + timedelta(days=_days_to_decide(chance))
        outcome = next(outcomes) if decision == "assess" else ""
        ended_on = _ended(asked_on, decided_on, outcome, chance)
        yield InventedRequest(
            0, asked_on, asked_by, age, decision, decided_on, outcome, ended_on
        )


def _in_month(begins_on: date, month: int, chance: Random) -> date:
    year = begins_on.year + (month < begins_on.month)
    return date(year, month, 1 + chance.randrange(28))


def _workday(day: date) -> date:
    """The Monday after a weekend: most of what comes on one is read then."""
    late = {_SATURDAY: 2, _SUNDAY: 1}.get(day.weekday(), 0)
    return day + timedelta(days=late)


def _days_to_decide(chance: Random) -> int:
    if chance.random() < margins.DECIDED_IN_TIME:
        mean = margins.DAYS_TO_DECIDE
        return max(5, min(SIX_WEEKS, round(chance.gauss(mean, 6))))
    return chance.randint(SIX_WEEKS + 1, _LONGEST_DECISION)


def _ended(
    asked_on: date, decided_on: date, outcome: str, chance: Random
) -> date | None:
    if outcome == "plan":
        median, spread = margins.WEEKS_TO_PLAN
        weeks = exp(chance.gauss(log(median), spread))
        soonest = decided_on + timedelta(days=28)
        return max(soonest, asked_on + timedelta(days=round(weeks * 7)))
    if outcome == "no-plan":
        return decided_on + timedelta(days=chance.randint(40, 110))
    return None


def _as_of(request: InventedRequest, day: date) -> InventedRequest:
    """A request as it stands on a day: what lies after it has not happened."""
    decided = request.decided_on is not None and request.decided_on <= day
    ended = request.ended_on is not None and request.ended_on <= day
    if request.decision == "open" or not decided:
        return replace(
            request, decision="open", decided_on=None, outcome="", ended_on=None
        )
    return request if ended else replace(request, outcome="", ended_on=None)
