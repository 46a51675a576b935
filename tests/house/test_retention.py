"""Every table says how long it is kept, about whom, and who sees to its end."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from waymark.access import retention
from waymark.access.retention import (
    ByJob,
    Follows,
    Kept,
    Line,
    NumberOnly,
    SaysNothing,
)
from waymark.accounts.models import Account
from waymark.jobs import schedule

#: What a column is called that holds something about somebody.
PERSONAL = {"email", "email_address", "phone", "ip", "user_agent", "last_login", "to"}
#: Bodies publish how to reach them; nobody's own address stands there.
OF_BODIES = {
    "organisations.Helper",
    "organisations.Organisation",
    "organisations.Setting",
}


def tables() -> dict[str, type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    return {
        model._meta.label: model
        for model in found
        if not model.__module__.startswith("tests.")
    }


def of_kind(kind: type[Line]) -> Iterator[tuple[Any, str]]:
    for line in retention.lines():
        if isinstance(line, kind):
            for table in line.tables:
                yield line, table


def test_every_table_has_a_line_and_no_line_speaks_of_a_table_that_is_not_there():
    said = {table for line in retention.lines() for table in line.tables}
    assert said == set(tables())


def test_no_table_is_said_to_be_two_things():
    kinds = {(table, type(line)) for line in retention.lines() for table in line.tables}
    twice = [name for name, times in Counter(t for t, _ in kinds).items() if times > 1]
    assert twice == []
    assert all(len(set(line.tables)) == len(line.tables) for line in retention.lines())


def test_what_ends_by_itself_ends_by_a_job_that_is_in_the_schedule():
    jobs = {
        line.ends.schedule for line, _ in of_kind(Kept) if isinstance(line.ends, ByJob)
    }
    assert jobs <= set(schedule._repeated)
    assert jobs


def test_what_ends_by_a_job_has_a_length():
    for line, table in of_kind(Kept):
        assert line.length or not isinstance(line.ends, ByJob), table


def test_what_follows_another_table_is_deleted_by_the_database_with_it():
    for line, table in of_kind(Follows):
        owners = [
            field.related_model._meta.label
            for field in tables()[table]._meta.concrete_fields
            if field.is_relation and field.remote_field.on_delete is models.CASCADE
        ]
        assert line.of in owners, table


def test_what_follows_ends_up_at_something_that_is_kept_for_a_length():
    of = {table: line.of for line, table in of_kind(Follows)}
    kept = {table for _, table in of_kind(Kept)}
    for table in of:
        seen = [table]
        while seen[-1] in of:
            seen.append(of[seen[-1]])
            assert len(seen) < len(of), f"{table} follows itself"
        assert seen[-1] in kept, table


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.local_concrete_fields}


def owned(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.local_concrete_fields
        if field.is_relation and field.related_model is Account
    ]


def test_what_is_said_to_be_a_number_only_goes_on_without_its_account():
    for _, table in of_kind(NumberOnly):
        model = tables()[table]
        cascading = [
            name
            for name in owned(model)
            if model._meta.get_field(name).remote_field.on_delete is models.CASCADE
        ]
        assert cascading == [], table
        assert not columns(model) & PERSONAL, table


def test_what_is_said_to_hold_nobody_has_no_column_about_anybody():
    for _, table in of_kind(SaysNothing):
        model = tables()[table]
        assert owned(model) == [], table
        if table not in OF_BODIES:
            assert not columns(model) & PERSONAL, table


@pytest.mark.parametrize("table", sorted(OF_BODIES))
def test_the_bodies_whose_addresses_are_public_are_still_there(table):
    assert columns(tables()[table]) & PERSONAL
