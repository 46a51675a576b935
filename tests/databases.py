"""Which tests could answer differently on another database."""

import pytest

from tests.programs import Store, a_demonstration

GRANTS = {"db", "transactional_db", "live_server"}
STORES = {id(Store), id(a_demonstration)}


def reaches_a_database(test: pytest.Item) -> bool:
    """Whether a test may read or write a database, itself or by programs it runs.

    pytest-django refuses the database to every test that does not ask for it, so what
    does not ask gives one answer everywhere; a module that makes stores for programs
    names `Store` or `a_demonstration`.
    """
    named = {id(value) for value in vars(test.module).values()}
    asks = GRANTS & set(test.fixturenames) or test.get_closest_marker("django_db")
    return bool(asks or STORES & named)
