"""What the words of a language can be had in."""

import pytest

from waymark.formats.languages import out_of_reach
from waymark.formats.making import Kind

HEARD = {Kind.AUDIO, Kind.TRANSCRIPT}
TOUCHED = {Kind.BRF, Kind.BRF_UNCONTRACTED}


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us", "cy"])
def test_english_and_welsh_can_be_had_in_everything(tag):
    assert out_of_reach(tag) == set()


@pytest.mark.parametrize("tag", ["pl", "ur", "zh-Hans", "bn"])
def test_a_code_without_contractions_is_offered_spelled_out_alone(tag):
    assert out_of_reach(tag) == {Kind.BRF}


def test_a_voice_without_a_braille_code_is_heard_and_not_touched():
    assert out_of_reach("so") == TOUCHED | HEARD
    assert out_of_reach("sw") == TOUCHED


@pytest.mark.parametrize("tag", ["sn", "tl"])
def test_no_english_voice_reads_shona_or_tagalog(tag):
    assert out_of_reach(tag) == TOUCHED | HEARD
