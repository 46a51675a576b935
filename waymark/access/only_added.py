"""Triggers by which the database itself refuses to change or delete what is only added.

Asked for in a migration of the table; `missing` says whether they are still there, as a
table that was made anew on SQLite loses them.
"""

from collections.abc import Mapping

from django.db.backends.base.base import BaseDatabaseWrapper

#: What is only added to, and what no two of its rows may share.
KEYS: Mapping[str, tuple[str, ...]] = {
    "access_auditentry": ("number",),
    "access_seal": ("number", "last"),
    "access_emergencyaccess": ("id",),
}
TABLES = tuple(KEYS)
SAYS = "What the audit holds is only added to."

# On SQLite a row can also be put in another's place, which is neither of the two.
_ON_SQLITE = {
    "{table}_no_update": """
CREATE TRIGGER {table}_no_update BEFORE update ON {table}
BEGIN SELECT RAISE(ABORT, '{says}'); END
""",
    "{table}_no_delete": """
CREATE TRIGGER {table}_no_delete BEFORE delete ON {table}
BEGIN SELECT RAISE(ABORT, '{says}'); END
""",
    "{table}_no_replace": """
CREATE TRIGGER {table}_no_replace BEFORE insert ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(ABORT, '{says}'); END
""",
}
_REFUSES = " BEGIN RAISE EXCEPTION '{says}'; END "
_ON_POSTGRESQL = """
CREATE OR REPLACE FUNCTION {table}_is_only_added() RETURNS trigger
LANGUAGE plpgsql AS $${refuses}$$;
CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_is_only_added();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_only_added();
"""
#: Before a row that is changed or deleted, and before a table that is emptied: as
#: PostgreSQL writes the kind of a trigger down.
_KINDS = {"{table}_no_change": 1 + 2 + 8 + 16, "{table}_no_truncate": 2 + 32}
_THERE = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """
SELECT t.tgname, t.tgtype || ':' || coalesce(t.tgqual::text, '') || ':' || p.prosrc
FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgenabled = 'O'
""",
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
    """The guards that are not there, are switched off, or do something else.

    Cost: one query.
    """
    with connection.cursor() as cursor:
        cursor.execute(_THERE[connection.vendor])
        there = {name: _plain(does) for name, does in cursor.fetchall()}
    return [
        name
        for table in TABLES
        for name, does in _wanted(connection.vendor, table).items()
        if there.get(name) != _plain(does)
    ]


def _plain(statement: str) -> str:
    """A statement without what is only its layout."""
    return " ".join(statement.split())


def _wanted(vendor: str, table: str) -> dict[str, str]:
    """Each guard of a table, and what it has to do."""
    if vendor == "sqlite":
        same = " OR ".join(f"{key} = NEW.{key}" for key in KEYS[table])
        return {
            name.format(table=table): does.format(table=table, says=SAYS, same=same)
            for name, does in _ON_SQLITE.items()
        }
    refuses = _REFUSES.format(says=SAYS)
    return {
        name.format(table=table): f"{kind}::{refuses}" for name, kind in _KINDS.items()
    }


def _names(vendor: str, table: str) -> list[str]:
    return list(_wanted(vendor, table))


def _statements(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return list(_wanted(vendor, table).values())
    refuses = _REFUSES.format(says=SAYS)
    return [_ON_POSTGRESQL.format(table=table, refuses=refuses)]
