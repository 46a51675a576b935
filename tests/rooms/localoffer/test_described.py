"""Our own description of the API: what is asked at random is answered as described."""

from collections import Counter, defaultdict
from itertools import islice

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.factories.localoffer import a_place, a_record, published
from waymark.config.wsgi import application
from waymark.localoffer.views import openness
from waymark.localoffer.views.version_3 import api

pytestmark = pytest.mark.django_db
DESCRIPTION = api.get_openapi_schema(path_prefix="")
schema = schemathesis.openapi.from_dict(DESCRIPTION)
#: A distance from nowhere is refused, and no description can say so of two parameters.
UNFAIR = defaultdict(list, {"/service_at_locations": [positive_data_acceptance]})
OPERATIONS = [each.ok() for each in schema.get_all_operations()]


@pytest.fixture
def one_connection():
    """Leave the connection of the test open between requests, as Django's client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def offer(marram, one_connection, monkeypatch):
    """A directory with a little of everything, and no end of questions."""
    published(
        a_record("Kite Club", minimum_age=5, service_at_locations=[a_place()]),
        a_record("Drum Club", status="defunct", terms=["need/autism"]),
    )
    monkeypatch.setattr(openness, "A_MINUTE", 10**9)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.path)
def test_what_is_asked_at_random_is_answered_as_described(offer, operation):
    answered = Counter()

    @settings(
        max_examples=60,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def ask(data):
        case = data.draw(operation.as_strategy())
        answer = case.call(
            app=application, base_url="http://localhost/open-referral/v3"
        )
        case.validate_response(answer, excluded_checks=UNFAIR[operation.path])
        answered[answer.status_code] += 1

    ask()
    assert set(answered) <= {200, 400, 404}
    assert answered.total() >= 1


def test_every_path_of_the_standard_is_described():
    from tests.rooms.localoffer import saved

    theirs = saved.read("spec-3.0", "openapi.json")["paths"]
    ours = {
        path.replace("{key}", "{id}"): each
        for path, each in DESCRIPTION["paths"].items()
    }

    assert theirs.keys() <= ours.keys()
    for path, each in theirs.items():
        asked = {_name(parameter) for parameter in each["get"].get("parameters", [])}
        described = {p["name"] for p in ours[path]["get"].get("parameters", [])}
        assert asked <= described, path


def _name(parameter):
    return parameter.get("name") or parameter["$ref"].rsplit("/", 1)[1]


def test_the_description_is_served_as_it_is(client, marram):
    answer = client.get("/open-referral/v3/openapi.json")

    assert answer.json()["openapi"].startswith("3.1")
    assert list(islice(answer.json()["paths"], 3)) == list(
        islice(DESCRIPTION["paths"], 3)
    )
