"""The route line says in words and in its order whatever it draws."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from waymark.ui.gallery.route import MY_ROUTE, WHOLE
from waymark.ui.route_line import RouteLine, Stop
from waymark.ui.time_limits import ClockTag

GOLDEN = Path(__file__).parent / "golden"


def tidy(html: str) -> str:
    """One tag a line, so that a change can be read."""
    spaced = re.sub(r"\s+", " ", html)
    return (
        re.sub(r" ?(<(?:ol|ul|li|/ol|/ul|/li|h4|p|div)\b)", r"\n\1", spaced).strip()
        + "\n"
    )


@pytest.mark.parametrize(("name", "route"), [("my-route", MY_ROUTE), ("whole", WHOLE)])
def test_the_route_line_is_written_as_agreed(name, route):
    golden = GOLDEN / f"route-line-{name}.html"
    if os.environ.get("WAYMARK_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(tidy(str(route)), encoding="utf-8")

    assert tidy(str(route)) == golden.read_text(encoding="utf-8")


def a_route(*stops: Stop) -> RouteLine:
    return RouteLine(stops, "Route")


def test_branches_stand_under_the_stop_they_leave_from():
    route = a_route(Stop("Ask"), Stop("No", joins="or"), Stop("Wait"))

    assert [(leg.stop.title, len(leg.branches)) for leg in route.legs] == [
        ("Ask", 1),
        ("Wait", 0),
    ]
    assert str(route).index("<ul") < str(route).index("No") < str(route).index("</ul>")


def test_a_route_that_begins_with_a_branch_still_shows_it():
    assert a_route(Stop("No", joins="or")).legs[0].stop.title == "No"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("done", "Done"),
        ("late", "Late"),
        ("next", "Next"),
        ("here", "You are here"),
        ("branch", "May happen"),
    ],
)
def test_each_state_is_said_in_words(state, words):
    assert words in str(a_route(Stop("Ask", state=state)))


def test_the_stop_where_you_are_is_the_current_step():
    assert (
        str(a_route(Stop("A", state="here"), Stop("B"))).count('aria-current="step"')
        == 1
    )


def test_late_is_said_once_when_the_clock_says_it():
    clock = ClockTag("overdue", late_from=date(2026, 2, 17))
    drawn = str(a_route(Stop("Decide", state="late", when=clock)))

    assert re.findall(r"\bLate\b", drawn) == ["Late"]


def test_only_a_numbered_route_shows_numbers():
    assert "route__number" not in str(a_route(Stop("Ask")))
    assert "route__number" in str(RouteLine((Stop("Ask"),), "Route", numbered=True))
