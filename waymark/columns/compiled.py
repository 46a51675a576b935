"""The rules of a process as one expression over a wide table of numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import ibis
from ibis import Deferred, _
from ibis.expr.types import Table

from waymark.columns.calendar import column_of, looked_up
from waymark.columns.clocks import DAYS, clock
from waymark.columns.day_numbers import PLACES, key
from waymark.columns.names import column, columns_of, is_input, kinds_of
from waymark.columns.stages import together
from waymark.law import Kind, Rule
from waymark.law.history import order_of

Schema = tuple[tuple[str, str], ...]

#: What is answered for each rule: the ends of the names of its columns.
ANSWERS = ("state", *DAYS)

#: Stands for the day asked about in a query that is kept, to be put in each time. It
#: is a day itself, later than any that is asked about, so that what is known of every
#: day up to it is known of all.
LAST_TODAY = 65_437  # 28 February 2149


@dataclass(frozen=True)
class Asked:
    """Which answers of which rules are wanted, read by the order of which process."""

    process: str
    rules: tuple[Rule, ...]
    answers: tuple[str, ...] = ANSWERS

    def columns(self, *answers: str) -> list[str]:
        """The columns of some of the answers wanted, or of all of them."""
        wanted = [each for each in self.answers if not answers or each in answers]
        return [f"{rule.id}_{each}" for rule in self.rules for each in wanted]


def expression(asked: Asked, wide: Table, days: Table, today: int) -> Table:
    """The readings in numbers: days since 1970, and states by their code.

    `wide` holds its days as numbers too, and `days` is the calendar.
    """
    order = order_of(asked.process)
    if len(order) > PLACES:
        raise ValueError("There are more kinds than a key has places.")
    present = frozenset(wide.columns)
    kinds = {kind for rule in asked.rules for kind in kinds_of(rule)}
    there = [kind for kind in order if kind in kinds and column(kind) in present]
    keys = {kind: key(_[column(kind)], order[kind], today) for kind in there}
    named: dict[str, Deferred] = {kind: _[_key_column(kind)] for kind in there}
    read = together(
        _keyed(wide, asked.rules, keys),
        days,
        [clock(rule, named, present, today) for rule in asked.rules],
    )
    kept = [name for name in wide.columns if not is_input(name)]
    return read.select(*kept, *asked.columns())


def query(asked: Asked, schema: Schema, today: int) -> str:
    """The expression as DuckDB's SQL over the tables `wide` and `days`.

    What takes the time is kept: only the day asked about is put in anew.
    """
    if today > LAST_TODAY:
        return _query(asked, schema, today)
    return _query(asked, schema, LAST_TODAY).replace(str(LAST_TODAY), str(today))


@lru_cache(maxsize=256)
def _query(asked: Asked, schema: Schema, today: int) -> str:
    wide = ibis.table(dict(schema), name="wide")
    counted = {column_of(limit): "int32" for limit in looked_up(asked.rules)}
    days = ibis.table({"day": "int32", **counted}, name="days")
    read = expression(asked, wide, days, today)
    return str(ibis.to_sql(read, dialect="duckdb", pretty=False))


def _keyed(wide: Table, rules: Iterable[Rule], keys: dict[Kind, Deferred]) -> Table:
    """What the rules need: keys instead of days, and the rest as it is."""
    days = {column(kind) for kind in keys}
    read = columns_of(rules).keys() - days
    left = [name for name in wide.columns if name in read or not is_input(name)]
    return wide.select(*left, **{_key_column(kind): key for kind, key in keys.items()})


def _key_column(kind: Kind) -> str:
    return f"_{column(kind)}"
