"""Rules are compiled side by side, one stage of columns at a time.

A rule is a generator of stages: it yields the columns it needs next, and may name them
once they are there. All rules go forward together, so a whole process is a handful of
projections and not hundreds, and a column that two rules ask for is there once.
"""

from collections.abc import Generator, Iterable, Sequence
from typing import TypeVar

from ibis import Deferred, _
from ibis.expr.types import Table

from waymark.columns.calendar import LookUp

Columns = dict[str, Deferred | LookUp]
Answer = TypeVar("Answer")
Stages = Generator[Columns, None, Answer]


def together(table: Table, calendar: Table, rules: Iterable[Stages[None]]) -> Table:
    """The table with the columns of every rule, made stage by stage."""
    for wanted in side_by_side(list(rules)):
        table = _with(table, calendar, wanted)
    return table


def side_by_side(
    parts: Sequence[Stages[Answer]],
) -> Generator[Columns, None, list[Answer]]:
    """The stages of several parts, first with first; in the end all their answers."""
    answers: dict[int, Answer] = {}
    while len(answers) < len(parts):
        wanted: Columns = {}
        for at, part in enumerate(parts):
            if at not in answers:
                _step(at, part, wanted, answers)
        if wanted:
            yield wanted
    return [answers[at] for at in range(len(parts))]


def _step(
    at: int, part: Stages[Answer], wanted: Columns, answers: dict[int, Answer]
) -> None:
    try:
        wanted |= next(part)
    except StopIteration as end:
        answers[at] = end.value


def _with(table: Table, calendar: Table, wanted: Columns) -> Table:
    look_ups = {name: it for name, it in wanted.items() if isinstance(it, LookUp)}
    sums = {name: it for name, it in wanted.items() if name not in look_ups}
    table = table.mutate(**sums) if sums else table
    return _looked_up(table, calendar, look_ups) if look_ups else table


def _looked_up(table: Table, calendar: Table, look_ups: dict[str, LookUp]) -> Table:
    """The table and each answer beside its row, found by the day counted from."""
    joined = table
    for name, it in look_ups.items():
        day = f"{name}_day"
        answers = calendar.select(**{day: _.day, name: _[it.column]})
        joined = joined.left_join(answers, table[it.day] == answers[day])
    return joined.select(*table.columns, *look_ups)
