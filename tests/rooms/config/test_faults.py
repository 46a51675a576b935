"""A fault is told to people by a reference, and to the log without a word about them."""

import logging
import re
import sys

import pytest
from django.db import InterfaceError, OperationalError

from tests.factories.organisations import an_authority
from waymark.config.faults import Line
from waymark.finding import views

pytestmark = pytest.mark.django_db
SECRET = "Ro Inventson, born in March"


@pytest.fixture
def visitor(client):
    an_authority()
    client.raise_request_exception = False
    return client


@pytest.fixture
def broken_by(monkeypatch):
    def break_by(problem):
        def fall(*_):
            raise problem

        monkeypatch.setattr(views, "render", fall)

    return break_by


def said(caplog):
    return [line for line in caplog.messages if line.startswith("fault")]


def test_the_page_and_the_log_share_a_reference(visitor, broken_by, caplog):
    broken_by(RuntimeError(SECRET))
    answer = visitor.get("/search/")
    (line,) = said(caplog)
    reference = re.search("fault ([0-9a-f]{8}):", line).group(1)

    assert answer.status_code == 500
    assert reference in answer.content.decode()


def test_the_log_says_where_and_not_who(visitor, broken_by, caplog):
    caplog.set_level(logging.DEBUG)
    broken_by(RuntimeError(SECRET))
    visitor.get("/search/?q=Ro+Inventson")
    (line,) = said(caplog)

    assert re.search(
        r": GET finding:\w+: RuntimeError at finding/views.*\.py:\d+", line
    )
    assert "Inventson" not in line


def test_an_exception_in_the_log_has_a_kind_and_a_place_and_no_words():
    try:
        raise RuntimeError(SECRET)
    except RuntimeError:
        record = logging.LogRecord(
            "waymark.jobs", logging.ERROR, "", 0, "task_failed", (), sys.exc_info()
        )
    line = Line("%(message)s").format(record)

    assert line == "task_failed\nRuntimeError at somewhere else"


def test_what_django_says_of_a_request_goes_nowhere(settings):
    assert settings.LOGGING["loggers"]["django"] == {
        "handlers": ["untold"],
        "propagate": False,
    }


@pytest.mark.parametrize("kind", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_said_to_be_away(visitor, broken_by, caplog, kind):
    broken_by(kind("could not connect"))
    answer = visitor.get("/search/")
    page = answer.content.decode()

    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert answer["Cache-Control"] == "no-store"
    assert "Nothing that was acknowledged is lost" in page
    assert 'href="tel:999"' in page
    assert said(caplog)


def test_a_fault_before_there_was_a_page_is_told_too(rf, caplog):
    from waymark.config import faults

    request = rf.get("/people/")
    request.resolver_match = None

    assert faults.in_a_line(request, None, "0a1b2c3d") == (
        "fault 0a1b2c3d: GET no page: NoneType at somewhere else"
    )
