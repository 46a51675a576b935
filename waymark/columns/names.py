"""What the columns of a caseload are called, and which of them a rule reads."""

from collections.abc import Iterable, Iterator

from waymark.columns.calendar import FROM_THE_DAY_SET
from waymark.law import FACTS, Kind, Rule
from waymark.law.facts import FactType
from waymark.law.limits import (
    AsAgreed,
    AsOrdered,
    Branch,
    EarlierOf,
    FirstGiven,
    FixedDay,
    LaterOf,
    Limit,
    Period,
)

_BRANCHED = (LaterOf, EarlierOf, FirstGiven)

#: Limits that look at the day an event sets, not at the day of the event.
_ARRANGED = (AsAgreed, AsOrdered, FixedDay)

#: The facts that give the year of a transfer, the surer one first.
TRANSFER_ON, TRANSFER_YEAR = "transfer-on", "transfer-year"

_TYPES = {
    FactType.DAY: "date",
    FactType.YEAR: "int32",
    FactType.YES_NO: "boolean",
    FactType.CHOICE: "string",
}


def column(name: str) -> str:
    """The column of a kind or a fact: `request-received` is in `request_received`."""
    return name.replace("-", "_")


def arranged_column(kind: str) -> str:
    """The column of the day that events of a kind set for the future."""
    return f"{column(kind)}__for"


_INPUTS = {column(name) for name in (*Kind, *FACTS)}


def columns_of(rules: Iterable[Rule]) -> dict[str, str]:
    """Every column that some rules read, with its type. All of them may be missing."""
    read: dict[str, str] = {}
    for rule in rules:
        read |= {column(kind): "date" for kind in kinds_of(rule)}
        read |= {arranged_column(kind): "date" for kind in arranging_kinds_of(rule)}
        read |= {column(name): _TYPES[FACTS[name].type] for name in facts_of(rule)}
    return dict(sorted(read.items()))


def is_input(name: str) -> bool:
    """True for the column of a kind or a fact, which the readings use up."""
    return name.removesuffix("__for") in _INPUTS


def kinds_of(rule: Rule) -> frozenset[Kind]:
    """Every kind of event that the rule's state or last day hangs on."""
    named = rule.starts_with | rule.met_by | rule.ended_by | rule.revived_by
    return named.union(
        *(_as_kinds(branch.starts_with) for branch in branches_of(rule.limit))
    )


def arranging_kinds_of(rule: Rule) -> frozenset[Kind]:
    """The kinds whose `arranged_for` the rule may read."""
    starts = rule.starts_with if _arranged(rule.limit) else frozenset[Kind]()
    for branch in branches_of(rule.limit):
        if _arranged(branch.limit):
            starts |= _as_kinds(branch.starts_with) or rule.starts_with
    return starts


def facts_of(rule: Rule) -> frozenset[str]:
    """The facts that the rule may read."""
    branches = list(branches_of(rule.limit))
    limits = [rule.limit, *(branch.limit for branch in branches)]
    given = [*rule.applies_if, *(each for b in branches for each in b.applies_if)]
    facts = {each.fact for each in given}
    if rule.counts_from:
        facts.add(rule.counts_from)
    if any(isinstance(limit, FixedDay) for limit in limits):
        facts |= {TRANSFER_ON, TRANSFER_YEAR}
    return frozenset(facts)


def branches_of(limit: Limit) -> Iterator[Branch]:
    """Every branch of a limit, those inside its branches too."""
    if not isinstance(limit, _BRANCHED):
        return
    for branch in limit.branches:
        yield branch
        yield from branches_of(branch.limit)


def _arranged(limit: Limit) -> bool:
    if isinstance(limit, Period):
        return limit.mode in FROM_THE_DAY_SET
    return isinstance(limit, _ARRANGED)


def _as_kinds(names: Iterable[str]) -> frozenset[Kind]:
    return frozenset(Kind(name) for name in names)
