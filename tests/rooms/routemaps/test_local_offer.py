"""A step shows the services that help there, and a service where to go if unhappy."""

import pytest

from tests.factories.localoffer import a_record, published
from waymark.localoffer.services import load_lists
from waymark.routemaps.local_offer import services_at

pytestmark = pytest.mark.usefixtures("mereshire")

ASK = "/routemaps/asking/ask/"
TERMS = """
[[steps]]
step = "asking/ask"
terms = ["kind/advice", "topic/plans"]
"""


@pytest.fixture
def named(tmp_path, settings):
    """An area in which one step names what helps there."""
    settings.AREAS = tmp_path
    (tmp_path / "england").mkdir()
    (tmp_path / "england" / "step_services.toml").write_text(TERMS, encoding="utf-8")
    load_lists()
    published(
        a_record("Some Advice", terms=["kind/advice"]),
        a_record("Advice on Plans", terms=["kind/advice", "topic/plans"]),
        a_record("Old Advice", terms=["kind/advice"], status="defunct"),
        a_record("Drum Club", terms=["kind/activity"]),
    )


def test_a_step_shows_what_bears_most_of_its_terms_first(named, client):
    page = client.get(ASK).content.decode()

    assert "Services that help here" in page
    assert page.index("Advice on Plans") < page.index("Some Advice")
    assert "Old Advice" not in page
    assert "Drum Club" not in page
    assert 'href="/local-offer/kind/advice/"' in page


def test_a_step_shows_a_few_and_leads_to_the_rest(named):
    published(*(a_record(f"Advice {n}", terms=["kind/advice"]) for n in range(9)))

    assert len(services_at("asking", "ask").services) == 4


def test_a_step_that_names_nothing_asks_nothing(named, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert services_at("asking", "draft") is None


def test_a_step_costs_one_query_for_its_services(named, django_assert_num_queries):
    with django_assert_num_queries(1):
        services_at("asking", "ask")


def test_where_nothing_bears_its_terms_a_step_shows_no_empty_part(client, settings):
    assert "Services that help here" not in client.get(ASK).content.decode()
