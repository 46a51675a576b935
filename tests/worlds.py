"""Worlds that many tests begin in: made once by the product, then put back as rows.

An area of published words takes most of a second to load, and hundreds of tests begin
in the same one. The first makes it by the real services and its rows are kept; each
later test that starts from the same empty tables on the same day gets the same rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management.color import no_style
from django.db import connection
from django.utils import timezone
from wagtail.models import Site

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class World:
    """The tables that a world changes: their rows before and after."""

    before: dict[str, Rows]
    after: dict[str, Rows]


_worlds: dict[Any, World] = {}


def begin(key: object, make: Callable[[], None]) -> None:
    """Be in the world that `make` makes, on this day, named by `key`."""
    named = (key, timezone.now())
    world = _worlds.get(named)
    if world is None or _rows(world.before) != world.before:
        _worlds[named] = _made(make)
    else:
        _put_back(world)


def _made(make: Callable[[], None]) -> World:
    before = _rows(_tables())
    make()
    after = _rows(before)
    changed = [table for table in before if before[table] != after[table]]
    return World({t: before[t] for t in changed}, {t: after[t] for t in changed})


def _tables() -> list[str]:
    models = apps.get_models(include_auto_created=True)
    tables = {m._meta.db_table for m in models if m._meta.managed}
    # What SQLite's triggers write from another table is written when that one is.
    return sorted(each for each in tables if not each.endswith("_fts"))


def _rows(tables) -> dict[str, Rows]:
    with connection.cursor() as cursor:
        return {table: _read(cursor, table) for table in tables}


def _read(cursor, table: str) -> Rows:
    if connection.vendor == "postgresql":
        cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t ORDER BY 1')
    else:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
    return cursor.fetchall()


def _put_back(world: World) -> None:
    """Write the rows; what ties them together is checked when the test ends."""
    with connection.cursor() as cursor:
        for table in world.after:
            cursor.execute(f'DELETE FROM "{table}"')
        for table, rows in world.after.items():
            _write(cursor, table, rows)
        if connection.vendor == "postgresql":
            for said in connection.ops.sequence_reset_sql(
                no_style(), apps.get_models()
            ):
                cursor.execute(said)
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    cache.clear()


def _write(cursor, table: str, rows: Rows) -> None:
    if not rows:
        return
    if connection.vendor == "postgresql":
        whole = "[" + ",".join(row[0] for row in rows) + "]"
        into = f'INSERT INTO "{table}" OVERRIDING SYSTEM VALUE SELECT * FROM '
        cursor.execute(
            f'{into} json_populate_recordset(null::"{table}", %s::json)', [whole]
        )
    else:
        places = ", ".join(["%s"] * len(rows[0]))
        bound = [tuple(map(_bound, row)) for row in rows]
        cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', bound)


def _bound(value: Any) -> Any:
    """SQLite hands times of day over as such and takes them back as words alone."""
    return value.isoformat() if isinstance(value, time) else value
