"""All the live cases of England, read by columns and by a bare NumPy pass.

Both read one Parquet file of days and hand back Arrow: the state and the due day of
the five rules a dashboard of assessments needs. The floor is what a careful hand would
write for these five rules alone and for days known to be clean: it does not look for
events out of order, of one day, in the future, or before a rule was in force.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.measuring import Row, medians
from waymark import columns
from waymark.columns.clocks import CODES
from waymark.law import RULES as LAW
from waymark.law import Event, Kind, State, read

Days = np.ndarray[Any, np.dtype[Any]]
Answer = tuple[Days, Days, Days | None]

SIZES = (7_200, 72_000, 720_000)
PROCESS = "ehc-needs-assessment"
RULES = ("A03", "A07", "A09", "A10", "A14")
ANSWERS = ("state", "due")
TODAY = date(2026, 1, 13)

_TODAY = np.int32((TODAY - date(1970, 1, 1)).days)
_NEVER = np.int32(2**31 - 1)
_STATES = pa.array([state.value for state in CODES])
_CODE = {state: np.int8(code) for state, code in CODES.items()}


def rows() -> Iterator[Row]:
    """Columns beside the floor at three sizes."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "cases.parquet"
            pq.write_table(caseload(size), path)
            if by_columns(path) != by_hand(path):
                raise AssertionError("the two readings of the same days differ")
            ours, floor = medians(
                partial(_read, path), partial(floor_pass, path), rounds=9
            )
        yield Row(
            "caseload",
            "read a caseload",
            size,
            ours,
            "bare NumPy pass",
            ours / floor,
            at_most=3.0 if size == SIZES[-1] else None,
            within=2.0 if size == SIZES[-1] else None,
        )
        yield Row("caseload", "bare NumPy pass", size, floor)
    yield from _from_events(SIZES[0])


def _from_events(size: int) -> Iterator[Row]:
    """The same caseload as it is recorded, against the law in a loop over cases."""
    events = as_events(caseload(size))
    ours, law = medians(
        partial(columns.read, PROCESS, events, TODAY, rules=RULES, answers=ANSWERS),
        partial(_by_the_law, events),
        rounds=3,
    )
    yield Row("caseload", "read events", size, ours, "the law in a loop", ours / law)


def as_events(wide: pa.Table) -> pa.Table:
    """One row an event; in one case of fifty the draft is sent again a week later."""
    kinds = [name for name in wide.column_names if name != "case"]
    parts = [_events_of(wide["case"], wide[kind], kind) for kind in kinds]
    again = wide.slice(0, len(wide) // 50)
    later = again["draft_plan_served"].cast(pa.int32())
    later = pc.add(later, pa.scalar(7, pa.int32())).cast(pa.date32())
    parts.append(_events_of(again["case"], later, "draft_plan_served"))
    return pa.concat_tables(parts)


def _events_of(cases: pa.ChunkedArray, on: pa.ChunkedArray, kind: str) -> pa.Table:
    named = pa.array([kind.replace("_", "-")] * len(cases))
    return pa.table({"case": cases, "kind": named, "on": on}).filter(on.is_valid())


def _by_the_law(events: pa.Table) -> None:
    histories: dict[int, list[Event]] = defaultdict(list)
    for row in events.to_pylist():
        histories[row["case"]].append(Event(Kind(row["kind"]), row["on"]))
    for history in histories.values():
        for rule in RULES:
            read(LAW[rule], history, TODAY)


def _read(path: Path) -> pa.Table:
    wide = pq.read_table(path)
    return columns.readings(PROCESS, wide, TODAY, rules=RULES, answers=ANSWERS)


def floor_pass(path: Path) -> pa.Table:
    """The five rules by hand, over arrays of days."""
    table = pq.read_table(path)
    day = {name: _days(table[name]) for name in table.column_names if name != "case"}
    start = np.minimum(day["request_received"], day["brought_to_notice"])
    refused, agreed = day["decided_not_to_assess"], day["decided_to_assess"]
    declined, issuing = day["decided_not_to_issue"], day["decided_to_issue"]
    draft, final = day["draft_plan_served"], day["final_plan_sent"]
    conceded, renewed = day["refusal_conceded"], day["order_set_new_times"]
    stopped = np.minimum(day["request_withdrawn"], day["moved_during_assessment"])

    back = np.maximum(_or_0(conceded), _or_0(agreed))
    back_again = _latest_of(back, issuing)
    no_plan = _latest(stopped, refused, declined, renewed)
    no_refusal = _latest(stopped, refused, issuing, draft, final, renewed)
    window = _latest(draft, day["new_draft_served"])
    answers = {
        "A03": _plain(start + 42, np.minimum(agreed, refused), stopped < _NEVER),
        "A07": _plain(start + 112, declined, no_refusal > back),
        "A09": _plain(start + 98, draft, _latest_of(no_plan, final) > back_again),
        "A10": _window(window, _or_0(stopped), final),
        "A14": _plain(start + 140, final, no_plan > _latest_of(back_again, draft)),
    }
    read = {"case": table["case"]}
    for rule, (state, due, unknown) in answers.items():
        read[f"{rule}_state"] = pa.DictionaryArray.from_arrays(state, _STATES)
        read[f"{rule}_due"] = pa.array(due, pa.int32(), mask=unknown).cast(pa.date32())
    return pa.table(read)


def _days(column: pa.ChunkedArray) -> Days:
    numbers = column.combine_chunks().cast(pa.int32()).fill_null(_NEVER.item())
    days: Days = numbers.to_numpy(zero_copy_only=False)
    return days


def _or_0(days: Days) -> Days:
    return np.where(days == _NEVER, np.int32(0), days)


def _latest_of(known: Days, more: Days) -> Days:
    return np.maximum(known, _or_0(more))


def _latest(*days: Days) -> Days:
    latest = _or_0(days[0])
    for more in days[1:]:
        latest = _latest_of(latest, more)
    return latest


def _plain(due: Days, met: Days, lifted: Days) -> Answer:
    state = np.where(due < _TODAY, _CODE[State.OVERDUE], _CODE[State.RUNNING])
    state = np.where(lifted, _CODE[State.NO_LIMIT], state)
    done = np.where(met > due, _CODE[State.MET_LATE], _CODE[State.MET])
    return np.where(met < _NEVER, done, state), due, None


def _window(opened: Days, stopped: Days, final: Days) -> Answer:
    ended = (stopped > opened) & ~((final > opened) & (final < stopped))
    state = np.where(ended, _CODE[State.NO_LIMIT], _CODE[State.FLOOR])
    unopened = opened == 0
    return np.where(unopened, _CODE[State.NOT_STARTED], state), opened + 14, unopened


def by_columns(path: Path) -> pa.Table:
    """The answer of columns, in the order of the cases."""
    return _plainly(_read(path))


def by_hand(path: Path) -> pa.Table:
    """The answer of the floor, in the order of the cases."""
    return _plainly(floor_pass(path))


def _plainly(read: pa.Table) -> pa.Table:
    """Without the shape of chunks and dictionaries, which says nothing."""
    plain = {name: read[name] for name in read.column_names}
    for rule in RULES:
        plain[f"{rule}_state"] = read[f"{rule}_state"].cast(pa.string())
    return pa.table(plain).sort_by("case").combine_chunks()


def caseload(size: int) -> pa.Table:
    """Invented cases of a size, with every ending in a likely share."""
    chance = np.random.default_rng(size)

    def some(share: float) -> Days:
        return chance.random(size) < share

    def after(days: Days, low: int, high: int) -> Days:
        return days + chance.integers(low, high, size, dtype=np.int32)

    asked = after(np.full(size, _TODAY - 700, np.int32), 0, 690)
    decided, by_parent = after(asked, 15, 75), some(0.95)
    yes, conceded = some(0.7), some(0.1)
    agreed = np.where(yes, decided, after(decided, 80, 120))
    to_issue = after(agreed, 40, 90)
    issue = some(0.93)
    draft = after(to_issue, 1, 20)
    redrafted = after(draft, 10, 20)
    final = after(redrafted, 10, 60)
    again = yes | conceded
    days = {
        "request_received": (asked, by_parent),
        "brought_to_notice": (asked, ~by_parent),
        "decided_not_to_assess": (decided, ~yes),
        "refusal_conceded": (after(decided, 30, 79), ~yes & conceded),
        "decided_to_assess": (agreed, again),
        "decided_not_to_issue": (to_issue, again & ~issue),
        "decided_to_issue": (to_issue, again & issue),
        "draft_plan_served": (draft, again & issue),
        "new_draft_served": (redrafted, again & issue & some(0.05)),
        "final_plan_sent": (final, again & issue),
        "order_set_new_times": (after(decided, 121, 200), ~yes & ~conceded & some(0.2)),
        "request_withdrawn": (after(asked, 3, 14), some(0.02)),
        "moved_during_assessment": (after(asked, 3, 14), some(0.01)),
    }
    seen = {name: _until_today(*known) for name, known in days.items()}
    return pa.table({"case": pa.array(range(size), pa.int32()), **seen})


def _until_today(days: Days, happened: Days) -> pa.Array:
    unseen = ~happened | (days > _TODAY)
    return pa.array(days, pa.int32(), mask=unseen).cast(pa.date32())
