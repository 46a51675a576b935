"""The pictures of Easy Read: small, safe, each with words, and one file for each."""

import base64

import pytest
from lxml import etree

from waymark.guidance import pictures

FILES = {file.stem: file for file in pictures.FOLDER.glob("*.svg")}
DRAWN = {"svg", "g", "path", "circle", "rect", "ellipse"}
COLOURS = 16


def test_every_picture_has_words_and_every_word_a_picture():
    assert FILES.keys() == pictures.PICTURES.keys()
    assert len({str(words) for words in pictures.PICTURES.values()}) == len(FILES)


@pytest.mark.parametrize("key", FILES)
def test_a_picture_is_light_and_draws_and_does_nothing_else(key):
    drawing = FILES[key].read_bytes()
    root = etree.fromstring(drawing)

    assert len(drawing) < 4000
    assert root.get("viewBox") == "0 0 120 120"
    assert {etree.QName(part).localname for part in root.iter()} <= DRAWN
    names = {name for part in root.iter() for name in part.attrib}
    assert not {n for n in names if n == "style" or n.startswith("on") or "href" in n}


@pytest.mark.parametrize("key", FILES)
def test_a_picture_is_drawn_with_one_bold_line(key):
    root = etree.fromstring(FILES[key].read_bytes())

    assert root.get("stroke") == "#16232e"
    assert 3 <= float(root.get("stroke-width")) <= 4
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"


def test_the_pictures_share_a_few_flat_colours():
    used = {
        value
        for file in FILES.values()
        for part in etree.fromstring(file.read_bytes()).iter()
        for name, value in part.attrib.items()
        if name in {"fill", "stroke"} and value != "none"
    }
    # With the skins and hairs of many people among them.
    assert len(used) <= COLOURS + 8


def test_a_picture_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="no picture called 'dragon'"):
        pictures.file_of("dragon")
    with pytest.raises(KeyError, match="no picture called '../secret'"):
        pictures.data_address("../secret")


def test_a_picture_can_travel_inside_a_document():
    head, held = pictures.data_address("letter").split(",", 1)
    assert head == "data:image/svg+xml;base64"
    assert base64.b64decode(held) == FILES["letter"].read_bytes()


def test_editors_choose_by_name_and_by_what_is_shown():
    assert ("letter", "letter: An envelope") in pictures.choices()
