"""Triggers by which the database itself refuses to change or delete what is only added.

Asked for in a migration of the table; `missing` says whether they are still there, as a
table that was made anew on SQLite loses them.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("access_auditentry", "access_seal", "access_emergencyaccess")
SAYS = "What the audit holds is only added to."

_ON_SQLITE = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{says}'); END
"""
_ON_POSTGRESQL = """
CREATE OR REPLACE FUNCTION {table}_is_only_added() RETURNS trigger
LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{says}'; END $$;
CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_is_only_added();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_only_added();
"""
_NAMES = {
    "sqlite": ("{table}_no_update", "{table}_no_delete"),
    "postgresql": ("{table}_no_change", "{table}_no_truncate"),
}
_THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'",
}


def guard(connection: BaseDatabaseWrapper, table: str) -> None:
    """Let rows of the table be added from now on, and nothing else."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor, table):
            cursor.execute(statement)


def unguard(connection: BaseDatabaseWrapper, table: str) -> None:
    """Take the guard away, for a migration that goes back."""
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in _names(connection.vendor, table):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The guards that are not there, or do not work. Cost: one query."""
    with connection.cursor() as cursor:
        cursor.execute(_THERE[connection.vendor])
        there = {row[0] for row in cursor.fetchall()}
    wanted = (name for table in TABLES for name in _names(connection.vendor, table))
    return [name for name in wanted if name not in there]


def _names(vendor: str, table: str) -> list[str]:
    return [name.format(table=table) for name in _NAMES[vendor]]


def _statements(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [
            _ON_SQLITE.format(table=table, act=act, says=SAYS)
            for act in ("update", "delete")
        ]
    return [_ON_POSTGRESQL.format(table=table, says=SAYS)]
