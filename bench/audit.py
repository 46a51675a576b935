"""What the audit costs: a durable change with its entry, and proving a long log."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

from bench.measuring import Row, medians, rows_apart

CHANGES = 200
ENTRIES = 100_000
#: A change with its entry goes at no less than 0.3 times the rate of a bare one.
SLOWEST = 1 / 0.3
#: Proving takes no more than ten times what the hashing alone takes.
DEAREST_PROOF = 10


def rows() -> Iterator[Row]:
    """Every measure, made by a program of its own with a store that is thrown away."""
    yield from rows_apart("bench.audit")


def _measured() -> Iterator[Row]:
    from waymark.config.store import open_store

    open_store()
    yield _of_changes()
    yield _of_proving()


def _of_changes() -> Row:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_note (id char(32) PRIMARY KEY, says text)")
    ours, floor = medians(
        lambda: _many(_change_with_entry), lambda: _many(_change), rounds=5
    )
    return Row(
        "audit",
        "durable changes, each with its entry",
        CHANGES,
        ours,
        "the same changes without one",
        ours / floor,
        at_most=SLOWEST,
    )


def _many(change: Callable[[], None]) -> None:
    for _ in range(CHANGES):
        change()


def _change() -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_note VALUES (%s, %s)", [uuid4().hex, "A note."]
        )


def _change_with_entry() -> None:
    from django.db import transaction

    from waymark.access import audit
    from waymark.access.actor import Actor
    from waymark.access.record import Part

    with transaction.atomic():
        _change()
        audit.record_write(
            Actor(uuid4()), uuid4(), Part.PLAN, why="To write down a note"
        )


def _of_proving() -> Row:
    from waymark.access import sealing_up
    from waymark.access.models import AuditEntry

    AuditEntry.objects.bulk_create(_entries(), batch_size=5_000)
    sealing_up.seal_up()
    said = list(AuditEntry.objects.values_list(*sealing_up.COLUMNS))
    ours, floor = medians(_prove, lambda: _only_hash(said), rounds=3)
    return Row(
        "audit",
        "proving that nothing was touched",
        len(said),
        ours,
        "hashing the same entries alone",
        ours / floor,
        at_most=DEAREST_PROOF,
    )


def _entries() -> list[object]:
    from waymark.access.models import AuditEntry

    who, child = (UUID(int=number) for number in (1, 2))
    moment = datetime(2026, 1, 13, 10, tzinfo=UTC)
    return [
        AuditEntry(
            at=moment,
            account_id=who,
            role="ehc-coordinator",
            child_id=child,
            part="plan",
            act="read",
            why="To prepare the review",
            what=f"plan {number}",
        )
        for number in range(ENTRIES)
    ]


def _prove() -> None:
    from waymark.access import sealing_up

    found = sealing_up.verify()
    if not found:
        raise AssertionError(found.says)


def _only_hash(said: list[tuple[object, ...]]) -> None:
    for row in said:
        words = json.dumps([str(value) for value in row], ensure_ascii=False)
        hmac.digest(b"k" * 32, words.encode(), hashlib.sha256)


if __name__ == "__main__":
    for measured in _measured():
        print(json.dumps(measured), flush=True)
