"""What the quick way of measuring finds is what measuring each place finds."""

from collections import defaultdict
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.localoffer.distance import METRES_IN_A_MILE, Position, metres_between
from waymark.localoffer.search import globe
from waymark.localoffer.search.measured import Measured


def rows_of(latitudes, longitudes, most):
    """Places of an index at positions; some places have several."""
    at = st.tuples(st.integers(0, 60), latitudes, longitudes)
    return st.lists(at, min_size=1, max_size=most)


CITY = rows_of(st.floats(51.5, 51.6), st.floats(0.6, 0.8), 220)
WORLD = rows_of(st.floats(-90, 90), st.floats(-180, 180), 220)


def measured(rows, here: Position) -> Measured:
    leaves = globe.leaves(globe.side_by_side(rows))
    points = defaultdict(list)
    for leaf in leaves:
        for point, place in leaf.points:
            points[place].append(point)
    return Measured(SimpleNamespace(leaves=leaves, points=points, size=61), here)


def nearest_by_place(rows, here: Position) -> dict[int, float]:
    found = {}
    for place, latitude, longitude in rows:
        away = metres_between(here, Position(latitude, longitude))
        found[place] = min(away, found.get(place, away))
    return found


@given(CITY, st.floats(0.2, 10))
def test_a_ring_holds_what_is_inside_and_nothing_else(rows, miles):
    here = Position(51.54, 0.71)
    ring, limit = measured(rows, here).ring(miles), miles * METRES_IN_A_MILE
    for place, metres in nearest_by_place(rows, here).items():
        if abs(metres - limit) > 0.001:
            assert (ring >> place) & 1 == (metres < limit)


@given(WORLD, st.floats(1, 13_000), st.floats(-90, 90), st.floats(-180, 180))
def test_it_holds_all_over_the_world(rows, miles, up, along):
    here = Position(up, along)
    ring, limit = measured(rows, here).ring(miles), miles * METRES_IN_A_MILE
    for place, metres in nearest_by_place(rows, here).items():
        if abs(metres - limit) > 1:
            assert (ring >> place) & 1 == (metres < limit)


@given(CITY)
def test_distances_are_those_of_the_nearest_place_in_order(rows):
    here = Position(51.54, 0.71)
    expected = nearest_by_place(rows, here)
    found = measured(rows, here)

    exact = found.metres(set(range(61)))
    assert exact == pytest.approx(expected, abs=0.001)

    wanted = sum(1 << place for place in expected)
    ordered = [expected[place] for place in found.nearest(wanted)]
    assert len(ordered) == len(expected)
    assert ordered == pytest.approx(sorted(ordered), abs=0.001)


def test_what_stands_nowhere_is_nowhere():
    found = measured([(3, 51.5, 0.7)], Position(51.5, 0.7))
    assert found.metres({3, 4}) == {3: 0.0}
    assert found.nearest(0) == []


@given(CITY)
def test_a_leaf_holds_few_places_and_none_is_lost(rows):
    leaves = globe.leaves(globe.side_by_side(rows))
    assert sum(len(leaf.points) for leaf in leaves) == len(rows)
    assert all(len(leaf.points) <= globe.LEAF for leaf in leaves)
