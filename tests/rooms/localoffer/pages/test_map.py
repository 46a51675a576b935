"""The drawing of an area, with what stands where on it."""

from pathlib import Path

import pytest
from django.template.loader import render_to_string
from lxml import html

from waymark.localoffer.distance import Position
from waymark.localoffer.pages.map import WIDE, area_map
from waymark.localoffer.services import load_area
from waymark.organisations.services import begin_area

pytestmark = pytest.mark.django_db
SOUTHEND = Path(__file__).resolve().parents[4] / "areas" / "southend"
PIER = Position(51.5333, 0.7150)


def drawing(drawn) -> str:
    return render_to_string("localoffer/map.html", {"map": drawn})


@pytest.fixture
def southend():
    begin_area(SOUTHEND)
    load_area(SOUTHEND)


def test_an_area_with_an_outline_is_drawn_by_it_and_credits_it(southend):
    drawn = area_map([(1, PIER)])

    assert drawn.ground.is_outline
    assert "Office for National Statistics" in drawing(drawn)
    assert "Shoeburyness" in drawing(drawn)
    assert len(drawing(drawn)) < 8_000


def test_every_postcode_of_the_area_lies_on_the_drawing(southend):
    ends = [Position(51.5245, 0.7950), Position(51.5600, 0.6300)]
    drawn = area_map(list(enumerate(ends, start=1)))

    assert len(drawn.pins) == 2
    assert drawn.pins[0].x > WIDE / 2 > drawn.pins[1].x


def test_east_is_right_and_north_is_up(southend):
    drawn = area_map([(1, Position(51.53, 0.70)), (2, Position(51.56, 0.75))])
    south_west, north_east = drawn.pins

    assert north_east.x > south_west.x
    assert north_east.y < south_west.y


def test_an_area_without_an_outline_is_drawn_by_its_postcodes(marram):
    drawn = area_map([(1, Position(52.6, 1.7))])

    assert not drawn.ground.is_outline
    assert drawn.ground.path.count("M") == 3


def test_what_lies_beyond_and_what_has_no_place_is_counted(southend):
    drawn = area_map([(1, PIER), (2, Position(51.4, 0.1)), (3, None)])
    said = " ".join(html.fromstring(drawing(drawn)).text_content().split())

    assert len(drawn.pins) == 1
    assert "1 place is outside this map." in said
    assert "1 on this page has no place to show." in said


def test_those_at_one_place_share_a_pin_that_says_as_many_numbers_as_fit(southend):
    drawn = area_map([(number, PIER) for number in range(1, 6)])
    (pin,) = drawn.pins

    assert pin.says == "1 2 3 +2"
    assert pin.href == "#result-1"


def test_a_pin_at_the_edge_does_not_hang_over_it(southend):
    drawn = area_map([(n, Position(51.53, 0.8205)) for n in range(10, 14)])

    for pin in drawn.pins:
        assert pin.left > 0
        assert pin.left + pin.width < WIDE


def test_there_is_no_map_of_nothing(southend, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert area_map([(1, None)]) is None
        assert area_map([]) is None


def test_there_is_no_map_of_an_area_of_which_nothing_is_known():
    assert area_map([(1, PIER)]) is None


def test_numbers_of_the_drawing_are_the_same_in_every_language(southend, settings):
    settings.LANGUAGE_CODE = "de"
    drawn = drawing(area_map([(1, PIER)]))

    assert not html.fromstring(drawn).xpath("//@*[contains(., ',')][name() != 'd']")
