"""Entries of the audit are closed in batches; a batch that was touched is found.

Closing is a job's work, so that a write never waits for another. Whoever reads and
writes the database without the ring of keys can make no mark; whoever has both can be
found by a root that was kept elsewhere.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError, connection, transaction

from waymark.access import only_added
from waymark.access.models import AuditEntry, Seal
from waymark.sealing import CannotOpen, first_key, key_for

#: What stands before the first seal.
BEGINNING = "0" * 64
NUMBER_BYTES, MARK_BYTES = 8, 16
#: Entries in one seal at most, so that no batch outgrows the memory.
MOST = 50_000
PURPOSE = "audit"
COLUMNS = (
    "number",
    "at",
    "account_id",
    "role",
    "child_id",
    "part",
    "act",
    "why",
    "what",
)
_LOCK = "LOCK TABLE access_auditentry IN SHARE ROW EXCLUSIVE MODE"

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """The newest seal: kept elsewhere, it proves that nothing was cut off since."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Found:
    """What verifying found: nothing, or the first thing that is wrong.

    `entry` is the number of the first bad entry, where one can be named.
    """

    entries: int
    seals: int
    says: str = ""
    entry: int | None = None

    def __bool__(self) -> bool:
        return not self.says


def seal_up() -> int:
    """Close what was written since the last seal. How many entries.

    Two at once are one: the second finds nothing. Where writers are at work for longer
    than half a second it gives up, and the next turn closes more.
    Cost: three queries and one insertion for each batch.
    """
    closed = 0
    while number := _seal_some():
        closed += number
    return closed


def root() -> Root | None:
    """The newest seal, to be kept elsewhere; None before there is one.

    Cost: one query.
    """
    last = Seal.objects.order_by("-number").values_list("number", "digest").first()
    return Root(*last) if last else None


def verify(kept: Root | None = None) -> Found:
    """Whether every closed entry is as it was written, in order, and none is missing.

    `kept` is a root from before: its seal must still be there as it was.
    Cost: two queries, whatever their number; a mark for each entry.
    """
    unguarded = only_added.missing(connection)
    if unguarded:
        return Found(0, 0, f"The database no longer guards the audit: {unguarded[0]}.")
    entries = seals = 0
    previous, after = BEGINNING, 0
    digests: dict[int, str] = {}
    rows = _rows()
    for seal in Seal.objects.iterator(chunk_size=20):
        seals += 1
        wrong = _of_the_chain(seal, previous, after)
        if wrong:
            return Found(entries, seals, wrong, after + 1)
        found, wrong, entry = _of_the_entries(seal, rows)
        entries += found
        if wrong:
            return Found(entries, seals, wrong, entry)
        previous, after = seal.digest, seal.last
        digests[seal.number] = seal.digest
    return Found(entries, seals, _of_the_root(kept, digests))


def _seal_some() -> int:
    with transaction.atomic():
        if not _nobody_writes():
            return 0
        before = Seal.objects.order_by("-number").first()
        rows = _rows_after(before.last if before else 0, MOST)
        if not rows:
            return 0
        _close(rows, before)
        return len(rows)


def _nobody_writes() -> bool:
    """Wait shortly for those who write; on SQLite a transaction is alone already.

    A number may be given out before another and seen after it, so a batch is closed
    only while no entry is on its way.
    """
    if connection.vendor != "postgresql":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '500ms'")
            cursor.execute(_LOCK)
    except DatabaseError:
        return False
    return True


def _close(rows: list[Row], before: Seal | None) -> None:
    key_id = first_key()
    key = key_for(PURPOSE, key_id=key_id)
    seal = Seal(
        first=rows[0][0],
        last=rows[-1][0],
        key_id=key_id,
        marks=b"".join(_marked(key, row) for row in rows),
    )
    seal.digest = _digest(seal, before.digest if before else BEGINNING)
    seal.save(force_insert=True)


def _rows() -> Iterator[Row]:
    """Every entry there is, in order, also one with a number that none can have."""
    found = AuditEntry.objects.order_by("number").values_list(*COLUMNS)
    return found.iterator(chunk_size=5_000)


def _rows_after(number: int, most: int) -> list[Row]:
    found = AuditEntry.objects.filter(number__gt=number).order_by("number")
    return list(found.values_list(*COLUMNS)[:most])


def _marked(key: bytes, row: Row) -> bytes:
    """An entry's number and its mark, as they stand in a seal."""
    number: int = row[0]
    return number.to_bytes(NUMBER_BYTES) + _mark(key, row)


def _mark(key: bytes, row: Row) -> bytes:
    said = json.dumps([_plain(value) for value in row], ensure_ascii=False)
    return hmac.digest(key, said.encode(), hashlib.sha256)[:MARK_BYTES]


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)


def _digest(seal: Seal, previous: str) -> str:
    said = f"{previous}:{seal.first}:{seal.last}:{seal.key_id}:".encode()
    key = key_for(PURPOSE, key_id=seal.key_id)
    return hmac.digest(key, said + bytes(seal.marks), hashlib.sha256).hex()


def _of_the_chain(seal: Seal, previous: str, after: int) -> str:
    """What is wrong with a seal itself; empty if nothing is."""
    try:
        expected = _digest(seal, previous)
    except CannotOpen:
        return f"Seal {seal.number} was made with a key that is not on the ring."
    if not hmac.compare_digest(expected, seal.digest) or seal.first <= after:
        return f"Seal {seal.number} was changed, or one before it was taken out."
    return ""


def _of_the_entries(seal: Seal, rows: Iterator[Row]) -> tuple[int, str, int | None]:
    """How many entries of a seal are right, what is wrong with the next, and which."""
    key = key_for(PURPOSE, key_id=seal.key_id)
    right = 0
    for number, mark in _said(bytes(seal.marks)):
        row = next(rows, None)
        if row is None or row[0] > number:
            return right, f"Entry {number} was taken out.", number
        if row[0] < number:
            return right, f"Entry {row[0]} was put in later.", row[0]
        if not hmac.compare_digest(_mark(key, row), mark):
            return right, f"Entry {number} was changed.", number
        right += 1
    return right, "", None


def _said(marks: bytes) -> Iterable[tuple[int, bytes]]:
    each = NUMBER_BYTES + MARK_BYTES
    for at in range(0, len(marks), each):
        split = at + NUMBER_BYTES
        yield int.from_bytes(marks[at:split]), marks[split : at + each]


def _of_the_root(kept: Root | None, digests: dict[int, str]) -> str:
    if kept is None or digests.get(kept.number) == kept.digest:
        return ""
    if kept.number not in digests:
        return f"Seal {kept.number} is not there: cut off, or an old copy was put back."
    return f"Seal {kept.number} is another than the one that was kept."
