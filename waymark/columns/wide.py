"""Whole caseloads as wide tables: one row an episode, one column of days a kind."""

from collections.abc import Iterable, Sequence
from datetime import date

import ibis
import pyarrow as pa
from ibis import Deferred, _
from ibis.expr.types import Table

from waymark.columns.calendar import calendar, looked_up
from waymark.columns.clocks import CODES, DAYS
from waymark.columns.compiled import ANSWERS, Asked, Schema, expression, query
from waymark.columns.day_numbers import as_date, number
from waymark.columns.engine import run
from waymark.columns.names import columns_of, is_input
from waymark.law import ENGLAND, Holidays, Rule, rules_of

_STATES = pa.array([state.value for state in CODES])


def readings(
    process: str,
    wide: Table,
    today: date,
    *,
    rules: Iterable[str] | None = None,
    answers: Sequence[str] = ANSWERS,
    holidays: Holidays = ENGLAND,
) -> Table:
    """Every rule of a process on `today`, for every row of a wide table.

    A row is an episode in which each kind stands at most once. The column of a kind
    (`request_received`) holds its day, `request_received__for` the day it arranged,
    and the column of a fact (`transfer_on`) the fact; a column that is missing never
    happened or is not known. `rules` names the rules wanted and `answers` what is
    wanted of each, if not all.

    The answer keeps the columns that are neither kinds nor facts, has its rows in no
    set order, and holds `<ID>_state`, `<ID>_started`, `<ID>_due` and `<ID>_met_on` of
    each rule, equal to `waymark.law.readings`. What comes in goes out: an Ibis table
    stays an expression for the engine that holds it, an Arrow table is read at once.

    Raises: KeyError for a process, or a rule of it, that does not exist.
    """
    asked = Asked(process, chosen_rules(process, rules), tuple(answers))
    if isinstance(wide, pa.Table):
        return over_arrow(asked, wide, today, holidays)
    days = ibis.memtable(calendar(looked_up(asked.rules), holidays))
    numbers = wide.mutate(**_numbers(wide, asked.rules))
    return _in_words(expression(asked, numbers, days, number(today)), asked)


def schema_of(table: pa.Table) -> Schema:
    """The names and types of a table's columns."""
    types = ibis.Schema.from_pyarrow(table.schema)
    return tuple((name, str(type_)) for name, type_ in types.items())


def chosen_rules(process: str, rules: Iterable[str] | None) -> tuple[Rule, ...]:
    """The rules of a process, or those of them that are named.

    Raises: KeyError.
    """
    known = {rule.id: rule for rule in rules_of(process)}
    return tuple(known.values()) if rules is None else tuple(known[it] for it in rules)


def _numbers(wide: Table, rules: Iterable[Rule]) -> dict[str, Deferred]:
    """The dates of a table as numbers."""
    types = columns_of(rules)
    dates = [name for name in wide.columns if types.get(name) == "date"]
    return {name: _[name].cast("date").epoch_days() for name in dates}


def _in_words(read: Table, asked: Asked) -> Table:
    """The numbers as dates, and the codes as the words of the law."""
    words = [(code, state.value) for state, code in CODES.items()]
    states = {name: _[name].cases(*words) for name in asked.columns("state")}
    days = {name: as_date(_[name]) for name in asked.columns(*DAYS)}
    return read.mutate(**states, **days)


def over_arrow(
    asked: Asked, wide: pa.Table, today: date, holidays: Holidays
) -> pa.Table:
    """What is asked of every row of an Arrow table, read by DuckDB at once."""
    numbers = _arrow_numbers(wide, asked.rules)
    sql = query(asked, schema_of(numbers), number(today))
    days = calendar(looked_up(asked.rules), holidays)
    read = run(sql, wide=numbers, days=days)
    return _arrow_words(read, asked)


def _arrow_numbers(wide: pa.Table, rules: Iterable[Rule]) -> pa.Table:
    """The dates of a table as numbers, without a copy; inputs not needed left out."""
    types = columns_of(rules)
    kept = [name for name in wide.column_names if name in types or not is_input(name)]
    arrays = {name: wide[name] for name in kept}
    for name in kept:
        if types.get(name) == "date":
            arrays[name] = wide[name].cast(pa.date32()).cast(pa.int32())
    return pa.table(arrays)


def _arrow_words(read: pa.Table, asked: Asked) -> pa.Table:
    """The numbers as dates and the codes as words, without a copy of either."""
    arrays = {name: read[name] for name in read.column_names}
    for name in asked.columns("state"):
        arrays[name] = _words(read[name])
    for name in asked.columns(*DAYS):
        arrays[name] = read[name].cast(pa.date32())
    return pa.table(arrays)


def _words(codes: pa.ChunkedArray) -> pa.ChunkedArray:
    coded = [chunk.cast(pa.int8()) for chunk in codes.chunks]
    chunks = [pa.DictionaryArray.from_arrays(chunk, _STATES) for chunk in coded]
    return pa.chunked_array(chunks, pa.dictionary(pa.int8(), pa.string()))
