"""Who looked, who changed, who was turned away: added, never changed, and proved."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from django.test import RequestFactory

from tests.audit import without_guard
from waymark.access import audit, only_added, sealing_up, tasks
from waymark.access.actor import NOBODY, Actor
from waymark.access.deciding import Ruling
from waymark.access.middleware import RefusalMiddleware
from waymark.access.models import Act, AuditEntry, EmergencyAccess, Seal
from waymark.access.record import Part, Reach
from waymark.access.roles import Role

pytestmark = pytest.mark.django_db
SPACE = UUID("00000000-0000-4000-8000-000000000000")
CHILD, OTHER = uuid5(SPACE, "a child"), uuid5(SPACE, "another")
COORDINATOR = Actor(uuid5(SPACE, "a coordinator"))
AS_COORDINATOR = Ruling(True, reach=Reach.WHOLE, role=Role.COORDINATOR)
TEN = datetime(2026, 1, 13, 10, tzinfo=UTC)


def looked(child=CHILD, part=Part.PLAN, why="To prepare the review", **more):
    audit.record_read(COORDINATOR, child, part, why=why, **more)


def looks(number: int) -> list[int]:
    for _ in range(number):
        looked()
    return list(AuditEntry.objects.values_list("number", flat=True))


# ---- writing down ---------------------------------------------------------------------


def test_a_look_is_written_down_with_its_purpose_and_role(django_assert_num_queries):
    with django_assert_num_queries(1):
        looked(what="plan 1", ruling=AS_COORDINATOR)
    entry = AuditEntry.objects.get()
    assert (entry.account_id, entry.child_id) == (COORDINATOR.account_id, CHILD)
    assert (entry.act, entry.part, entry.role) == ("read", "plan", "ehc-coordinator")
    assert (entry.why, entry.what, entry.at) == ("To prepare the review", "plan 1", TEN)


def test_a_look_in_an_emergency_has_a_line_of_its_own():
    looked(ruling=Ruling(True, in_emergency=True))
    assert AuditEntry.objects.get().act == Act.EMERGENCY


def test_a_change_is_written_down_with_the_change_or_not_at_all():
    def undone():
        audit.record_write(COORDINATOR, CHILD, Part.STORY, why="To put a slip right")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        undone()
    assert not AuditEntry.objects.exists()
    audit.record_write(COORDINATOR, CHILD, Part.STORY, why="To put a slip right")
    assert AuditEntry.objects.get().act == Act.WROTE


def test_an_entry_without_a_purpose_is_refused_by_the_database():
    with pytest.raises(DatabaseError), transaction.atomic():
        looked(why="")


@pytest.mark.parametrize(
    ("knows_child", "kind"), [(True, PermissionDenied), (False, Http404)]
)
def test_a_refusal_is_kept_though_everything_else_is_undone(knows_child, kind):
    def view(request):
        with transaction.atomic():
            looked(child=OTHER)
            audit.turn_away(
                NOBODY,
                CHILD,
                Part.LEGAL,
                Ruling(False, "Not open."),
                knows_child=knows_child,
            )

    request = RequestFactory().get("/")
    middleware = RefusalMiddleware(view)
    with pytest.raises(kind) as caught:
        middleware(request)
    middleware.process_exception(request, caught.value)
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.child_id, entry.account_id) == ("refused", CHILD, None)
    assert entry.why == "Not open."


def test_other_faults_are_no_refusals():
    RefusalMiddleware(looked).process_exception(RequestFactory().get("/"), Http404())
    assert not AuditEntry.objects.exists()


# ---- only added -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "act",
    [
        lambda: AuditEntry.objects.update(why="Another"),
        lambda: AuditEntry.objects.all().delete(),
        lambda: Seal.objects.update(first=0),
        lambda: Seal.objects.all().delete(),
    ],
    ids=["change an entry", "delete an entry", "change a seal", "delete a seal"],
)
def test_the_database_itself_refuses_to_change_or_delete(act):
    looks(1)
    sealing_up.seal_up()
    with (
        pytest.raises(DatabaseError, match=r"only added to"),
        transaction.atomic(),
    ):
        act()
    assert sealing_up.verify()


def test_a_guard_that_was_taken_away_is_noticed():
    assert only_added.missing(connection) == []
    only_added.unguard(connection, "access_seal")
    found = sealing_up.verify()
    assert not found
    assert "no longer guards the audit" in found.says


def test_a_guard_that_does_nothing_any_more_is_noticed():
    only_added.unguard(connection, "access_seal")
    does_nothing = {
        "sqlite": """
            CREATE TRIGGER access_seal_no_update BEFORE update ON access_seal
            BEGIN SELECT 1; END""",
        "postgresql": """
            CREATE OR REPLACE FUNCTION access_seal_is_only_added() RETURNS trigger
            LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$""",
    }
    only_added.guard(connection, "access_seal")
    assert only_added.missing(connection) == []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER access_seal_no_update")
        cursor.execute(does_nothing[connection.vendor])
    assert "access_seal" in sealing_up.verify().says


def in_anothers_place(table) -> str:
    """Each row written over itself, which neither updates nor deletes by name."""
    key = only_added.KEYS[table][0]
    whole = f"INTO {table} SELECT * FROM {table} WHERE true"  # noqa: S608
    if connection.vendor == "sqlite":
        return f"INSERT OR REPLACE {whole}"
    return f"INSERT {whole} ON CONFLICT ({key}) DO UPDATE SET {key} = EXCLUDED.{key}"


@pytest.mark.parametrize("table", only_added.TABLES)
def test_no_row_is_put_in_the_place_of_another(table):
    looks(2)
    sealing_up.seal_up()
    EmergencyAccess.objects.create(
        account_id=OTHER, child_id=CHILD, reason="To see", ends_at=TEN
    )
    with (
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="only added to"),
        transaction.atomic(),
    ):
        cursor.execute(in_anothers_place(table))
    assert sealing_up.verify()


@pytest.mark.parametrize("number", [0, -7])
def test_no_entry_has_a_number_that_none_can_have(number):
    looks(1)
    with (
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(
            "INSERT INTO access_auditentry (number, at, role, child_id, part, act, why,"
            " what) SELECT %s, at, role, child_id, part, act, why, what"
            " FROM access_auditentry",
            [number],
        )


# ---- proved ---------------------------------------------------------------------------


def test_what_was_written_is_closed_once_and_proved():
    looks(3)
    assert tasks.seal_audit.func() == 3
    assert tasks.seal_audit.func() == 0
    looks(2)
    assert sealing_up.seal_up() == 2
    found = sealing_up.verify()
    assert (bool(found), found.entries, found.seals) == (True, 5, 2)


@contextmanager
def somebody_who_writes():
    """Another connection in the middle of a write, where there can be one at once."""
    if connection.vendor != "postgresql":
        yield
        return
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            cursor.execute("LOCK TABLE access_auditentry IN ROW EXCLUSIVE MODE")
        yield
    finally:
        other.rollback()
        other.close()


@pytest.mark.django_db(transaction=True)
def test_while_somebody_writes_nothing_is_closed_and_the_next_turn_closes_more():
    looks(2)
    waits = connection.vendor == "postgresql"
    with somebody_who_writes():
        assert sealing_up.seal_up() == (0 if waits else 2)
    assert sealing_up.seal_up() == (2 if waits else 0)
    assert sealing_up.verify()


def test_an_empty_log_is_proved_too_and_has_no_root():
    assert sealing_up.verify()
    assert sealing_up.root() is None


def test_a_large_batch_is_closed_in_pieces(monkeypatch):
    monkeypatch.setattr(sealing_up, "MOST", 2)
    looks(5)
    assert sealing_up.seal_up() == 5
    assert Seal.objects.count() == 3
    assert sealing_up.verify()


@pytest.mark.parametrize(
    "column", ["at", "account_id", "role", "child_id", "part", "act", "why", "what"]
)
def test_a_changed_column_names_the_entry(column):
    numbers = looks(5)
    sealing_up.seal_up()
    value = {
        "at": TEN + timedelta(microseconds=1),
        "account_id": OTHER.hex,
        "child_id": OTHER.hex,
        "part": "story",
        "act": "wrote",
    }.get(column, "x")
    without_guard(
        "access_auditentry",
        f"UPDATE access_auditentry SET {column} = %s WHERE number = %s",  # noqa: S608
        [value, numbers[2]],
    )
    found = sealing_up.verify()
    assert found.entry == numbers[2]
    assert found.says == f"Entry {numbers[2]} was changed."
    assert found.entries == 2


@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_deleted_entry_is_named(at):
    numbers = looks(5)
    sealing_up.seal_up()
    without_guard(
        "access_auditentry",
        "DELETE FROM access_auditentry WHERE number = %s",
        [numbers[at]],
    )
    found = sealing_up.verify()
    assert (found.entry, found.says) == (
        numbers[at],
        f"Entry {numbers[at]} was taken out.",
    )


def test_an_entry_that_was_put_in_later_is_named():
    numbers = looks(2)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_auditentry (number, at, role, child_id, part, act, why,"
            " what) SELECT number + 10, at, role, child_id, part, act, why, what"
            " FROM access_auditentry WHERE number = %s",
            [numbers[1]],
        )
    sealing_up.seal_up()
    between = numbers[1] + 5
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_auditentry (number, at, role, child_id, part, act, why,"
            " what) SELECT %s, at, role, child_id, part, act, why, what"
            " FROM access_auditentry WHERE number = %s",
            [between, numbers[1]],
        )
    found = sealing_up.verify()
    assert (found.entry, found.says) == (between, f"Entry {between} was put in later.")


def test_two_entries_that_changed_places_are_noticed():
    first, second = looks(1)[0], None
    looked(why="Another purpose")
    second = AuditEntry.objects.latest("number").number
    sealing_up.seal_up()
    swap = "UPDATE access_auditentry SET number = %s WHERE number = %s"
    for to, whose in ((9_999, first), (first, second), (second, 9_999)):
        without_guard("access_auditentry", swap, [to, whose])
    assert sealing_up.verify().entry == first


@pytest.mark.parametrize(
    "change", ["first = first - 1", "digest = '0'", "last = last + 1"]
)
def test_a_changed_seal_is_noticed(change):
    looks(3)
    sealing_up.seal_up()
    without_guard("access_seal", f"UPDATE access_seal SET {change}")  # noqa: S608
    assert "Seal" in sealing_up.verify().says


def test_a_seal_that_was_taken_out_with_its_entries_is_noticed_by_the_next():
    numbers = looks(2)
    sealing_up.seal_up()
    looks(2)
    sealing_up.seal_up()
    without_guard(
        "access_auditentry",
        "DELETE FROM access_auditentry WHERE number <= %s",
        [numbers[1]],
    )
    without_guard(
        "access_seal", "DELETE FROM access_seal WHERE last = %s", [numbers[1]]
    )
    assert "taken out" in sealing_up.verify().says


def test_a_key_that_left_the_ring_is_named_and_not_called_a_change(settings):
    looks(1)
    sealing_up.seal_up()
    settings.SEALING_KEYS = {"new": "n" * 40}
    assert "a key that is not on the ring" in sealing_up.verify().says


def test_a_key_may_be_renewed_between_two_seals(settings):
    looks(1)
    sealing_up.seal_up()
    settings.SEALING_KEYS = {"new": "n" * 40, **settings.SEALING_KEYS}
    looks(1)
    sealing_up.seal_up()
    assert sealing_up.verify().seals == 2


def test_a_tail_that_was_cut_off_is_noticed_by_a_root_that_was_kept():
    looks(2)
    sealing_up.seal_up()
    looks(2)
    sealing_up.seal_up()
    kept = sealing_up.root()
    last = Seal.objects.latest("number")
    for table, column in (("access_auditentry", "number"), ("access_seal", "last")):
        without_guard(
            table,
            f"DELETE FROM {table} WHERE {column} >= %s",  # noqa: S608
            [last.first],
        )
    assert sealing_up.verify()
    assert "cut off" in sealing_up.verify(kept).says


def test_an_old_copy_that_went_on_is_noticed_by_a_root_that_was_kept():
    looks(2)
    sealing_up.seal_up()
    kept = sealing_up.Root(sealing_up.root().number, "f" * 64)
    assert "another than the one that was kept" in sealing_up.verify(kept).says


def test_a_root_stays_good_while_the_log_grows():
    looks(1)
    sealing_up.seal_up()
    kept = sealing_up.root()
    looks(1)
    sealing_up.seal_up()
    assert sealing_up.verify(kept)


def test_verifying_costs_the_same_queries_for_many(django_assert_num_queries):
    looks(30)
    sealing_up.seal_up()
    with django_assert_num_queries(3):
        assert sealing_up.verify()


# ---- who looked -----------------------------------------------------------------------


def test_a_family_sees_a_line_for_each_day_person_and_purpose():
    looks(3)
    looked(why="To answer a call")
    looked(child=OTHER)
    with time_machine.travel(TEN + timedelta(days=1), tick=False):
        looked(ruling=AS_COORDINATOR)
    lines = audit.who_looked(CHILD)
    assert [(line.on.day, line.why, line.times) for line in lines] == [
        (14, "To prepare the review", 1),
        (13, "To prepare the review", 3),
        (13, "To answer a call", 1),
    ]
    assert lines[0].role is Role.COORDINATOR
    assert lines[1].role is None


def test_what_happened_before_a_moment_may_be_left_out(django_assert_num_queries):
    looked()
    with time_machine.travel(TEN + timedelta(days=1), tick=False):
        looked(why="To answer a call")
    with django_assert_num_queries(1):
        lines = audit.who_looked(CHILD, since=TEN + timedelta(hours=1))
    assert [line.why for line in lines] == ["To answer a call"]


def test_the_day_is_the_day_in_england():
    with time_machine.travel(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), tick=False):
        looked()
    assert audit.who_looked(CHILD)[0].on.isoformat() == "2026-07-01"


def test_an_entry_and_a_seal_say_no_more_than_their_numbers():
    number = looks(1)[0]
    sealing_up.seal_up()
    assert str(AuditEntry.objects.get()) == f"{number} read"
    assert str(Seal.objects.get()) == f"{number} to {number}"
