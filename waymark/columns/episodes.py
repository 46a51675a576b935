"""Whole caseloads as they are recorded: one row an event, kinds that repeat and all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, reduce
from operator import add
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis import Deferred, _
from ibis.expr.types import Table

from waymark.columns.compiled import ANSWERS, Asked, Schema
from waymark.columns.engine import run
from waymark.columns.names import (
    arranged_column,
    arranging_kinds_of,
    column,
    facts_of,
    is_input,
    kinds_of,
)
from waymark.columns.wide import chosen_rules, readings, schema_of
from waymark.law import ENGLAND, Event, Holidays, Kind, Reading, Rule
from waymark.law import readings as readings_by_the_law

#: The columns of an event besides its case. Those after `on` may be missing.
_EVENT = {
    "kind": pa.string(),
    "on": pa.date32(),
    "arranged_for": pa.date32(),
    "id": pa.string(),
    "replaces": pa.string(),
}

#: Marks a case that one row cannot hold.
_ODD = "_odd"
#: Marks an event that had happened by the day asked about.
_PAST = "_past"


class NoSuchKind(ValueError):
    """An event of a kind that the law does not know."""

    def __init__(self, kinds: Iterable[str]) -> None:
        super().__init__(f"There is no kind {', '.join(map(repr, sorted(kinds)))}.")


def read(
    process: str,
    events: Any,
    today: date,
    facts: Any = None,
    *,
    rules: Iterable[str] | None = None,
    answers: Sequence[str] = ANSWERS,
    holidays: Holidays = ENGLAND,
) -> pa.Table:
    """Every rule of a process on `today`, for every case in a table of events.

    An event is a row with `case`, `kind` and `on`, and where they are known with
    `arranged_for`, `id` and `replaces`. A row of `facts` has the `case`, a column for
    each fact (`transfer_on`), and whatever else is to be kept beside the answers.
    Either may be an Arrow table, a frame, or an expression of Ibis.

    A case in which a kind of the rules asked for happens once is read in columns; one
    in which it repeats, or in which an event corrects another, is read by the law
    itself. So the answer always equals `waymark.law.readings`. Rows are in no set
    order.

    Raises: KeyError for a process or rule that does not exist; NoSuchKind.
    Cost:   see `make bench`; a case read by the law costs as much as a hundred that
            are read in columns.
    """
    asked = Asked(process, chosen_rules(process, rules), tuple(answers))
    given = _events(_arrow(events))
    wide = _wide(asked.rules, given, None if facts is None else _arrow(facts), today)
    odd = wide[_ODD]
    wide = wide.drop_columns([_ODD])
    names = [rule.id for rule in asked.rules]
    even = readings(
        process,
        wide.filter(pc.invert(odd)),
        today,
        rules=names,
        answers=answers,
        holidays=holidays,
    )
    one_by_one = _by_the_law(asked, given, wide.filter(odd), today, holidays)
    rows = pa.Table.from_pylist(list(one_by_one), even.schema)
    return pa.concat_tables([even, rows])


def _arrow(table: Any) -> pa.Table:
    return table.to_pyarrow() if isinstance(table, Table) else pa.table(table)


def _events(given: pa.Table) -> pa.Table:
    """The events with all their columns.

    Raises: NoSuchKind.
    """
    columns = {"case": given["case"]}
    for name, type_ in _EVENT.items():
        missing = name not in given.column_names
        columns[name] = (
            pa.nulls(len(given), type_) if missing else given[name].cast(type_)
        )
    unknown = set(pc.unique(columns["kind"]).to_pylist()) - set(Kind)
    if unknown:
        raise NoSuchKind(map(str, unknown))
    return pa.table(columns)


def _wide(
    rules: tuple[Rule, ...], events: pa.Table, facts: pa.Table | None, today: date
) -> pa.Table:
    """One row a case: the day of each kind the rules read, the facts, and a mark."""
    past = pc.less_equal(events["on"], pa.scalar(today))
    events = events.append_column(_PAST, past)
    facts = events.select(["case"]).slice(0, 0) if facts is None else facts
    sql = _pivot(rules, schema_of(events), schema_of(facts))
    return run(sql, events=events, facts=facts)


@lru_cache(maxsize=64)
def _pivot(rules: tuple[Rule, ...], events: Schema, facts: Schema) -> str:
    """The query that lays events out in rows, kept."""
    happened = ibis.table(dict(events), name="events")
    stated = ibis.table(dict(facts), name="facts")
    cases = happened.select("case").union(stated.select("case"), distinct=True)
    wide = cases.left_join(_by_case(happened, rules), "case").drop("case_right")
    wide = wide.left_join(stated, "case").drop("case_right")
    marked = wide.mutate(**{_ODD: _[_ODD].fill_null(False)})
    return str(ibis.to_sql(marked, dialect="duckdb", pretty=False))


def _by_case(events: Table, rules: Iterable[Rule]) -> Table:
    kinds = sorted({kind for rule in rules for kind in kinds_of(rule)})
    arranging = sorted({kind for rule in rules for kind in arranging_kinds_of(rule)})
    days = {column(kind): _.on.max(where=_is(kind)) for kind in kinds}
    arranged = {
        arranged_column(kind): _.arranged_for.max(where=_is(kind)) for kind in arranging
    }
    marks = {
        "_seen": (_[_PAST] & _.kind.isin(kinds)).sum(),
        "_corrected": _.replaces.notnull().any(),
    }
    by_case = events.group_by("case").aggregate(**days, **arranged, **marks)
    held = reduce(add, (_[column(kind)].notnull().cast("int32") for kind in kinds))
    odd = _["_corrected"] | (_["_seen"] > held)
    return by_case.mutate(**{_ODD: odd}).drop(*marks)


def _is(kind: Kind) -> Deferred:
    return _[_PAST] & (_.kind == kind.value)


def _by_the_law(
    asked: Asked, events: pa.Table, odd: pa.Table, today: date, holidays: Holidays
) -> Iterator[dict[str, Any]]:
    """The rows that one row of days cannot hold, each read by the law."""
    kept = [name for name in odd.column_names if not is_input(name)]
    named = {column(fact): fact for rule in asked.rules for fact in facts_of(rule)}
    histories = _histories(events, odd["case"])
    for row in odd.to_pylist():
        facts = {named[name]: row[name] for name in named.keys() & row.keys()}
        stated = {name: value for name, value in facts.items() if value is not None}
        read = readings_by_the_law(
            asked.process, histories[row["case"]], today, stated, holidays=holidays
        )
        yield {name: row[name] for name in kept} | _answers(asked, read)


def _histories(events: pa.Table, cases: pa.ChunkedArray) -> dict[Any, list[Event]]:
    theirs = events.filter(pc.is_in(events["case"], cases.combine_chunks()))
    histories: dict[Any, list[Event]] = defaultdict(list)
    for row in theirs.to_pylist():
        event = Event(Kind(row["kind"]), *(row[name] for name in list(_EVENT)[1:]))
        histories[row["case"]].append(event)
    return histories


def _answers(asked: Asked, read: Iterable[Reading]) -> dict[str, Any]:
    of = {reading.rule.id: reading for reading in read}
    return {
        f"{rule.id}_{answer}": getattr(of[rule.id], answer)
        for rule in asked.rules
        for answer in asked.answers
    }
