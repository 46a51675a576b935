import pytest

from tests.factories.accounts import account_of
from tests.people import OONA, PRIYA
from tests.rooms.localoffer.written import write


@pytest.fixture
def mereshire(db):
    """A small area with its words, one service, and what is written beside it."""
    write()


@pytest.fixture
def oona(mereshire):
    """She writes."""
    return account_of(OONA)


@pytest.fixture
def priya(mereshire):
    """She approves."""
    return account_of(PRIYA)


@pytest.fixture
def time_machine_to(an_ordinary_tuesday_in_term):
    """Go to another day."""
    return an_ordinary_tuesday_in_term.move_to
