"""What every test may rely on: one frozen day, no network, a data folder of its own."""

import socket
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.audit import let_tests_empty_the_audit
from tests.databases import reaches_a_database
from tests.page import Page
from tests.programs import ON_POSTGRESQL

TUESDAY = datetime(2026, 1, 13, 10, 0, tzinfo=ZoneInfo("Europe/London"))
UNCHECKED = ("/editing/", "/account/", "/robots.txt", "/sitemap.xml", "/static/")

hypothesis_settings.register_profile(
    "waymark",
    deadline=None,  # timings live in the benchmarks, never in a test
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
hypothesis_settings.load_profile("waymark")


def pytest_configure():
    let_tests_empty_the_audit()


def pytest_collection_modifyitems(config, items):
    """Run again on PostgreSQL what can tell one database from another, and no more."""
    if ON_POSTGRESQL:
        alike = [each for each in items if not reaches_a_database(each)]
        config.hook.pytest_deselected(items=alike)
        items[:] = [each for each in items if reaches_a_database(each)]


@pytest.fixture(autouse=True)
def an_ordinary_tuesday_in_term(request):
    """Freeze time for every test but those that run programs of their own."""
    if {"journey", "real_time"} & set(request.keywords):
        yield None
        return
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller


LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def nothing_waits_to_be_counted():
    """Start every test without counts of pages that another has read."""
    from waymark.localoffer.measures import gathering

    gathering.taken()


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def only_near(self, address):
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test tried to reach {address[0]}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_near)


class CheckedClient(Client):
    """A client that refuses to hand over a page with faults."""

    def request(self, **parts):
        answer = super().request(**parts)
        path = parts.get("PATH_INFO", "/")
        is_file = answer.get("Content-Disposition", "").startswith("attachment")
        is_page = answer.get("Content-Type", "").startswith("text/html") and not is_file
        if is_page and answer.status_code != 302 and not path.startswith(UNCHECKED):
            faults = Page(answer.content.decode()).faults()
            assert not faults, f"{path}: {'; '.join(faults)}"
        return answer


@pytest.fixture
def client():
    """Fetches pages as a browser without scripts would, and checks each one."""
    return CheckedClient()
