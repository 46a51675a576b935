"""Lets tests empty what the database itself refuses to empty."""

from django.core.management.commands import flush
from django.db import connection

from waymark.access import only_added

_plain = flush.sql_flush


def _lifted(style, flushed, **options):
    """The statements that empty the store, with the guards of the audit lifted."""
    emptied = _plain(style, flushed, **options)
    if flushed.vendor == "postgresql":
        off, on = (
            [f"ALTER TABLE {table} {act} TRIGGER USER" for table in only_added.TABLES]
            for act in ("DISABLE", "ENABLE")
        )
        return [*off, *emptied, *on]
    off = [
        f"DROP TRIGGER IF EXISTS {name}"
        for table in only_added.TABLES
        for name in only_added._names(flushed.vendor, table)
    ]
    on = [
        statement
        for table in only_added.TABLES
        for statement in only_added._statements(flushed.vendor, table)
    ]
    return [*off, *emptied, *on]


def let_tests_empty_the_audit() -> None:
    flush.sql_flush = _lifted


def without_guard(table: str, statement: str, values=()) -> None:
    """Do what somebody does who owns the database: around the guard, and it is back."""
    only_added.unguard(connection, table)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    only_added.guard(connection, table)
