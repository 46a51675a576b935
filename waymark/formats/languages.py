"""Which formats the words of a language can be had in."""

from waymark.formats import speech
from waymark.formats.braille import tables
from waymark.formats.making import Kind

_HEARD = frozenset({Kind.AUDIO, Kind.TRANSCRIPT})


def out_of_reach(tag: str) -> frozenset[Kind]:
    """The formats that a document in this language is not offered in.

    Braille needs a code of the language's own, contracted or not; audio needs a voice
    that speaks it. What a reader of the language could not read is no format for them.
    """
    return _braille_without(tag) | (
        frozenset() if speech.maker().speaks(tag) else _HEARD
    )


def _braille_without(tag: str) -> frozenset[Kind]:
    if tables.is_english(tag) or tables.has_contractions(tag):
        return frozenset()
    if tables.known(tag):
        return frozenset({Kind.BRF})
    return frozenset({Kind.BRF, Kind.BRF_UNCONTRACTED})
