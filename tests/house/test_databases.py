"""The suite runs a second time, on PostgreSQL, wherever a database is reached."""

from types import ModuleType, SimpleNamespace

import pytest
from django.db import connection

from tests.databases import reaches_a_database
from tests.programs import Store


def a_test(fixtures=(), marked=None, **named):
    module = ModuleType("test_something")
    vars(module).update(named)
    return SimpleNamespace(
        module=module, fixturenames=list(fixtures), get_closest_marker=lambda _: marked
    )


@pytest.mark.parametrize(
    "test",
    [
        a_test(fixtures=["client", "db"]),
        a_test(fixtures=["transactional_db"]),
        a_test(marked=pytest.mark.django_db),
        a_test(Store=Store),
    ],
)
def test_what_reaches_a_database_is_run_on_both(test):
    assert reaches_a_database(test)


def test_what_reaches_none_is_run_once():
    assert not reaches_a_database(a_test(fixtures=["tmp_path"], other=ModuleType("x")))


def test_a_test_that_asks_for_none_is_refused_the_database():
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        connection.ensure_connection()
