"""Random caseloads, as the law reads them one by one and as a wide table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from waymark import columns
from waymark.law import FACTS, PROCESSES, Event, Kind, Rule, readings, rules_of
from waymark.law.facts import FactType

ARROW = {
    "date": pa.date32(),
    "int32": pa.int32(),
    "boolean": pa.bool_(),
    "string": pa.string(),
}
EVENTS = pa.schema(
    {
        "case": pa.int64(),
        "kind": pa.string(),
        "on": pa.date32(),
        "arranged_for": pa.date32(),
        "id": pa.string(),
        "replaces": pa.string(),
    }
)
DAYS = ("state", "started", "due", "met_on")

#: Days where counting is delicate: edges of months, holidays, years and the law.
EDGES = [
    date(2014, 8, 31),
    date(2014, 9, 1),
    date(2015, 3, 31),
    date(2015, 4, 1),
    date(2019, 12, 31),
    date(2020, 2, 29),
    date(2020, 5, 1),
    date(2022, 3, 8),
    date(2025, 4, 17),
    date(2025, 7, 31),
    date(2025, 12, 24),
    date(2025, 12, 31),
    date(2026, 1, 31),
    date(2027, 7, 31),
    date(2028, 2, 29),
    date(2028, 12, 20),
]


@dataclass(frozen=True)
class Episode:
    """One run of one process."""

    events: tuple[Event, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)


def wide_table(
    process: str, episodes: Sequence[Episode], rules: Iterable[Rule] | None = None
) -> pa.Table:
    """Episodes in which no kind repeats, one a row."""
    types = columns.columns_of(rules_of(process) if rules is None else rules)
    return _table(types, [_row(episode) for episode in episodes])


def facts_table(process: str, episodes: Sequence[Episode]) -> pa.Table:
    """What is stated of each episode that has anything stated."""
    types = columns.columns_of(rules_of(process))
    kinds = {columns.column(kind) for kind in Kind}
    facts = {
        name: type_
        for name, type_ in types.items()
        if name.removesuffix("__for") not in kinds
    }
    return _table(facts, [_facts_row(episode) for episode in episodes])


def events_table(episodes: Sequence[Episode]) -> pa.Table:
    """The events of all episodes, one a row, as they are recorded."""
    rows = [
        {
            "case": case,
            "kind": event.kind.value,
            "on": event.on,
            "arranged_for": event.arranged_for,
            "id": event.id,
            "replaces": event.replaces,
        }
        for case, episode in enumerate(episodes)
        for event in episode.events
    ]
    return pa.Table.from_pylist(rows, EVENTS)


def _table(types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    arrays = {
        name: pa.array([row.get(name) for row in rows], ARROW[type_])
        for name, type_ in types.items()
    }
    return pa.table({"case": pa.array(range(len(rows)), pa.int64()), **arrays})


def _row(episode: Episode) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for event in episode.events:
        row[columns.column(event.kind)] = event.on
        row[columns.arranged_column(event.kind)] = event.arranged_for
    return row | _facts_row(episode)


def _facts_row(episode: Episode) -> dict[str, Any]:
    return {columns.column(name): value for name, value in episode.facts.items()}


def by_the_law(
    process: str, episode: Episode, today: date
) -> dict[str, str | date | None]:
    """What the law says of an episode, under the names of the columns."""
    said: dict[str, str | date | None] = {}
    for reading in readings(process, episode.events, today, episode.facts):
        answers = (str(reading.state), reading.started, reading.due, reading.met_on)
        names = (f"{reading.rule.id}_{part}" for part in DAYS)
        said |= dict(zip(names, answers, strict=True))
    return said


def by_the_columns(read: pa.Table) -> list[dict[str, Any]]:
    """The rows of an answer in the order of the cases, without the case."""
    rows = sorted(read.to_pylist(), key=lambda row: row["case"])
    return [{name: row[name] for name in row if name != "case"} for row in rows]


def days() -> st.SearchStrategy[date]:
    """Mostly days near one another, so that orders and ties matter."""
    near = st.integers(0, 400).map(lambda n: date(2025, 6, 1) + timedelta(days=n))
    tied = st.integers(0, 12).map(lambda n: date(2025, 12, 20) + timedelta(days=n))
    edges = st.sampled_from(EDGES)
    beside = st.builds(lambda day, n: day + timedelta(n), edges, st.integers(-3, 3))
    far = st.dates(date(1899, 6, 1), date(2202, 6, 30))
    return st.one_of(near, near, tied, tied, beside, beside, far)


def facts(process: str) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the facts that change a state or a day."""
    named = [FACTS[name] for name in PROCESSES[process].facts]
    known = {
        fact.name: _VALUES[fact.type](fact) for fact in named if fact.type in _VALUES
    }
    return st.fixed_dictionaries({}, optional=known)


_VALUES = {
    FactType.DAY: lambda fact: days(),
    FactType.YEAR: lambda fact: st.integers(1899, 2201) | st.integers(2024, 2029),
    FactType.YES_NO: lambda fact: st.booleans(),
    FactType.CHOICE: lambda fact: st.sampled_from(fact.choices),
}


#: Lengths that the rules count, and the day before and after, so that many an event
#: is on the last day of another's time limit.
_LENGTHS = [0, 0, 14, 15, 28, 30, 42, 56, 84, 98, 112, 140]
lengths = st.builds(
    int.__add__, st.sampled_from(_LENGTHS), st.sampled_from([0, 0, 1, -1])
)


@st.composite
def episodes(
    draw: st.DrawFn, process: str, today: date, repeats: bool = False
) -> Episode:
    """One episode: any kinds the process's rules know, in any order, early or late.

    With `repeats` a kind may happen again, and one event may correct another.
    """
    first = draw(st.one_of(days(), lengths.map(lambda by: today - timedelta(by))))
    near = lengths.map(lambda by: first + timedelta(by))
    when = st.one_of(near, near, days())
    events = tuple(
        Event(
            kind,
            draw(when) if at else first,
            draw(st.none() | when),
            *_names(draw, at, repeats),
        )
        for at, kind in enumerate(draw(_kinds(process, repeats)))
    )
    return Episode(events, draw(facts(process)))


@st.composite
def _kinds(draw: st.DrawFn, process: str, repeats: bool) -> list[Kind]:
    """A start of some rule, what may come of it, and others that may disturb it."""
    rule = draw(st.sampled_from(rules_of(process)))
    follows = sorted(rule.met_by | rule.ended_by | rule.revived_by)
    named = [draw(st.sampled_from(sorted(rule.starts_with or follows)))]
    for some in (follows, follows, kinds_of(process)):
        if some:
            named += draw(st.lists(st.sampled_from(some), max_size=3))
    return named if repeats else list(dict.fromkeys(named))


def _names(draw: st.DrawFn, at: int, repeats: bool) -> tuple[str | None, str | None]:
    """An event's own name, and once in a while that of the event it corrects."""
    if not repeats:
        return None, None
    corrected = draw(st.integers(0, 40))
    return f"e{at}", f"e{corrected}" if corrected < 8 else None


def kinds_of(process: str) -> list[Kind]:
    """The kinds that the rules of a process hang on, and one that they do not."""
    used = set(columns.columns_of(rules_of(process)))
    return [kind for kind in Kind if columns.column(kind) in used] + [Kind.REQUEST_SENT]


def differences(
    process: str, episodes: Iterable[Episode], read: pa.Table, today: date
) -> list[str]:
    """Where the two readings differ, with what is needed to see why."""
    rows = by_the_columns(read)
    return [
        f"{name}: law {said!r}, columns {row[name]!r} for {episode}"
        for episode, row in zip(episodes, rows, strict=True)
        for name, said in by_the_law(process, episode, today).items()
        if row[name] != said
    ]
