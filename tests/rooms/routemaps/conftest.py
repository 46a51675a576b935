import pytest

from tests.factories.accounts import account_of
from tests.people import OONA, PRIYA
from tests.rooms.published import publish


@pytest.fixture
def mereshire(db):
    """A small area whose words are all published."""
    publish()


@pytest.fixture
def oona(mereshire):
    """She writes."""
    return account_of(OONA)


@pytest.fixture
def priya(mereshire):
    """She approves."""
    return account_of(PRIYA)
