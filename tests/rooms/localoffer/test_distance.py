"""How far it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.localoffer.distance import (
    Position,
    box_around,
    in_miles,
    is_inside,
    metres_between,
    nearest,
    tidy_postcode,
)

PIER = Position(51.5144, 0.7223)
STATION = Position(51.5366, 0.7114)

positions = st.builds(
    Position,
    st.floats(-89, 89, allow_nan=False),
    st.floats(-179, 179, allow_nan=False),
)


def test_the_end_of_the_pier_is_a_mile_and_a_half_from_the_station():
    assert in_miles(metres_between(PIER, STATION)) == pytest.approx(1.6, abs=0.1)


@given(positions, positions)
def test_a_way_is_as_long_there_as_back_and_never_below_nothing(one, other):
    there, back = metres_between(one, other), metres_between(other, one)

    assert there == pytest.approx(back, abs=1e-6)
    assert there >= 0


@given(st.floats(50, 56), st.floats(-5, 2), st.floats(1, 50_000), st.floats(0, 6.28))
def test_everything_within_a_distance_is_in_its_box(latitude, longitude, metres, turn):
    import math

    middle = Position(latitude, longitude)
    box = box_around(middle, metres)
    up = math.degrees(metres * 0.999 / 6_371_008.8)
    other = Position(
        latitude + up * math.sin(turn),
        longitude + up * math.cos(turn) / math.cos(math.radians(latitude)),
    )

    if metres_between(middle, other) <= metres:
        assert box.south <= other.latitude <= box.north
        assert box.west <= other.longitude <= box.east


def test_the_nearest_comes_first():
    found = nearest(PIER, [(STATION, "station"), (PIER, "pier")])

    assert [name for _, name in found] == ["pier", "station"]


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("ss1 1aa", "SS1 1AA"),
        (" SS11AA ", "SS1 1AA"),
        ("sw1a1aa", "SW1A 1AA"),
        ("SS1", ""),
        ("here", ""),
        ("", ""),
        ("SS1 1AAA", ""),
    ],
)
def test_a_postcode_is_known_however_it_is_typed(typed, tidy):
    assert tidy_postcode(typed) == tidy


def test_a_point_that_is_not_on_the_earth_is_refused():
    with pytest.raises(ValueError, match="not on the earth"):
        Position(100, 101)


SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
HOLE = [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]]


def test_a_point_is_inside_a_shape_but_not_inside_its_hole():
    shape = {"type": "Polygon", "coordinates": [SQUARE, HOLE]}

    assert is_inside(Position(0.2, 0.2), shape)
    assert not is_inside(Position(1, 1), shape)
    assert not is_inside(Position(3, 3), shape)
    assert is_inside(
        Position(1, 1), {"type": "MultiPolygon", "coordinates": [[SQUARE]]}
    )


@pytest.mark.parametrize(
    "shape", [{}, {"type": "Polygon", "coordinates": "here"}, {"coordinates": [[1]]}]
)
def test_a_shape_that_cannot_be_read_holds_nothing(shape):
    assert not is_inside(Position(1, 1), shape)
