"""The worked example shows how comments are answered, with invented ones."""

import pytest

from tests.factories.organisations import an_authority
from waymark.demonstration import comments, services
from waymark.localoffer.comments import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    an_authority(is_demonstration=True)
    services.invent_people()
    comments.invent_comments()


def test_last_year_is_published_and_says_that_it_is_invented(loaded, client):
    page = client.get("/local-offer/you-said-we-did/2025/")

    assert "This year is invented" in page.content.decode()
    assert "Done on 20 April 2025" in page.content.decode()


def test_nothing_waits_for_an_answer(loaded):
    assert queries.waiting() == 0


def test_one_persons_case_is_kept_out(loaded, client):
    page = client.get("/local-offer/you-said-we-did/2025/")

    assert "own case" not in page.content.decode()
