"""Writing very many plain rows at once.

An import of 50,000 services writes half a million rows that are read out of them, and
the register of schools has 50,000 rows of fifty fields. Made as objects first, they
would take as long as all the rest of it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models

#: From so many rows on, a copy on PostgreSQL pays for its four statements.
WORTH_A_COPY = 50


def insert(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows of plain values, one for each field named, into a model's table.

    For tables without anything that happens on saving. Cost: one statement, run for
    all rows together.
    """
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    changes = [_change(field) for field in fields]
    table = f"{connection.ops.quote_name(model._meta.db_table)} ({_columns(fields)})"
    values = _changed(rows, changes)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _copy(cursor, table, values)
        else:
            blanks = ", ".join(["%s"] * len(fields))
            # Every name in it is one of our own models'; the values go beside it.
            statement = " ".join(("INSERT INTO", table, "VALUES", f"({blanks})"))
            cursor.executemany(statement, list(values))


def put(
    model: type[models.Model],
    objects: Sequence[models.Model],
    *,
    changing: Sequence[str] = (),
) -> None:
    """Insert objects; where one's row is there already, give it the fields `changing`.

    Django sends many rows to PostgreSQL as lists in one statement, and writing whole
    records into such lists takes longer than all the rest of an import. There many
    are copied beside the table, and from there into it.
    Cost: one statement for each 500 rows, or four for all of them on PostgreSQL.
    Raises: IntegrityError, where nothing is `changing` and a row is there already.
    """
    if connection.vendor == "postgresql" and len(objects) >= WORTH_A_COPY:
        _put_through_a_copy(model, objects, changing)
        return
    model._base_manager.bulk_create(
        objects,
        update_conflicts=bool(changing),
        unique_fields=["id"] if changing else None,
        update_fields=list(changing) or None,
        batch_size=500,
    )


def _put_through_a_copy(
    model: type[models.Model],
    objects: Sequence[models.Model],
    changing: Sequence[str],
) -> None:
    fields: list[Any] = [
        field
        for field in model._meta.concrete_fields
        if not isinstance(field, models.AutoField)
    ]
    table = connection.ops.quote_name(model._meta.db_table)
    beside = connection.ops.quote_name(f"{model._meta.db_table}_beside")
    columns = _columns(fields)
    # Every name in these is one of our own models'; the values go beside them.
    chosen = " ".join(("SELECT", columns, "FROM"))
    make = ("CREATE TEMPORARY TABLE", beside, "AS", chosen, table, "WITH NO DATA")
    over = ("INSERT INTO", table, f"({columns})", chosen, beside)
    with connection.cursor() as cursor:
        cursor.execute(" ".join(make))
        rows = (_values(fields, each) for each in objects)
        _copy(cursor, f"{beside} ({columns})", rows)
        cursor.execute(" ".join((*over, *_or_change(model, changing))))
        cursor.execute(" ".join(("DROP TABLE", beside)))


def _columns(fields: Sequence[Any]) -> str:
    return ", ".join(connection.ops.quote_name(field.column) for field in fields)


def _or_change(model: type[models.Model], names: Sequence[str]) -> Iterator[str]:
    if names:
        fields: list[Any] = [model._meta.get_field(name) for name in names]
        columns = [connection.ops.quote_name(field.column) for field in fields]
        yield "ON CONFLICT (id) DO UPDATE SET"
        yield ", ".join(f"{column} = EXCLUDED.{column}" for column in columns)


def _values(fields: Sequence[Any], row: models.Model) -> list[Any]:
    """What is sent of an object, one value for each field."""
    return [
        field.get_db_prep_save(field.pre_save(row, True), connection)
        for field in fields
    ]


def update(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Update rows of a model's table: for each the new values, then its key.

    For tables without anything that happens on saving. Cost: one statement, run for
    each row.
    """
    key: Any = model._meta.pk
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    changes = [_change(field) for field in (*fields, key)]
    quoted = connection.ops.quote_name
    sets = ", ".join(f"{quoted(field.column)} = %s" for field in fields)
    table = quoted(model._meta.db_table)
    # Every name in it is one of our own models'; the values go beside it.
    which = f"{quoted(key.column)} = %s"
    statement = " ".join(("UPDATE", table, "SET", sets, "WHERE", which))
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(_changed(rows, changes)))


def _changed(
    rows: Iterable[Sequence[Any]], changes: Sequence[Callable[[Any], Any] | None]
) -> Iterator[list[Any]]:
    for row in rows:
        yield [
            value if change is None or value is None else change(value)
            for change, value in zip(changes, row, strict=True)
        ]


def _copy(cursor: Any, table: str, values: Iterable[Sequence[Any]]) -> None:
    """PostgreSQL's own way for many rows: a statement for each would take longer."""
    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def _change(field: Any) -> Callable[[Any], Any] | None:
    """How this database wants the values of a field, None for as they are."""
    target = field.target_field if field.is_relation else field
    if isinstance(target, models.UUIDField):
        return None if connection.features.has_native_uuid_field else _hex
    if isinstance(target, models.TimeField):
        return connection.ops.adapt_timefield_value
    if isinstance(target, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(target, models.DateField):
        return connection.ops.adapt_datefield_value
    return None


def _hex(value: Any) -> str:
    return str(value.hex)
