import pytest

from tests.factories.localoffer import a_place, a_record, published
from waymark.finding import services as finding


@pytest.fixture
def found(marram):
    """The invented area's services and some clubs, all in the search."""
    published(
        a_record(
            "Kite short break",
            terms=["kind/short-break", "need/autism"],
            minimum_age=5,
            maximum_age=9,
            service_at_locations=[a_place("MM1 1AA")],
        ),
        a_record("Far short break", service_at_locations=[a_place("MM3 3CC")]),
        *(a_record(f"Drum Club {n}", terms=["kind/activity"]) for n in range(25)),
    )
    finding.rebuild()
