"""What may do harm is refused with a sentence; what is kept is what is seen."""

import io
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.rooms.files import samples
from waymark.files.checking import NotAccepted, looked_into
from waymark.files.kinds import BY_KEY, GROUPS, KINDS, LARGEST, Group


def look(name, content):
    """The kind of a file, and what is kept of it."""
    with looked_into(io.BytesIO(content), name, len(content)) as (kind, kept):
        return kind, io.BytesIO(kept.read())


@pytest.mark.parametrize("key", sorted(samples.GOOD))
def test_a_good_file_of_each_kind_is_known_by_its_content(key):
    kind, kept = look(*samples.GOOD[key])
    assert kind.key == key
    assert kept.read(1)


def test_there_is_a_sample_of_every_kind():
    assert set(samples.GOOD) == set(BY_KEY) == {kind.key for kind in KINDS}
    assert set(GROUPS) == set(LARGEST) == set(Group)


@pytest.mark.parametrize("what", sorted(samples.BAD))
def test_what_may_do_harm_is_refused_with_what_to_do(what):
    name, content, says = samples.BAD[what]
    with pytest.raises(NotAccepted, match=says):
        look(name, content)


def test_a_link_in_a_word_file_is_no_harm():
    linked = samples.word(("word/_rels/document.xml.rels", samples.LINK))
    assert look("a.docx", linked)[0].key == "docx"


def test_a_file_that_is_too_large_for_its_kind_is_refused():
    name, content = samples.GOOD["text"]
    with (
        pytest.raises(NotAccepted, match="25 megabytes"),
        looked_into(io.BytesIO(content), name, 25_000_001),
    ):
        pass


def test_a_picture_loses_where_it_was_taken_and_stands_upright():
    taken = samples.picture_with_a_place()
    assert Image.open(io.BytesIO(taken)).getexif()
    _kind, kept = look("a.jpg", taken)
    seen = Image.open(kept)
    assert dict(seen.getexif()) == {}
    assert seen.size == (30, 40)
    kept.seek(0)
    assert b"Invented Phones" not in kept.read()


def test_what_hides_behind_a_picture_is_gone():
    _kind, kept = look("a.png", samples.picture("PNG") + b"<script>hidden</script>")
    assert b"hidden" not in kept.read()


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK", "1"])
def test_pictures_of_every_sort_of_colour_are_kept(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    held = io.BytesIO()
    Image.new(mode, (8, 8)).save(held, kind)
    name = "a.jpg" if kind == "JPEG" else "a.png"
    assert look(name, held.getvalue())[1].read(1)


def test_what_hides_behind_a_pdf_is_gone():
    _kind, kept = look("a.pdf", samples.pdf() + b"\n<script>hidden</script>")
    content = kept.read()
    assert b"hidden" not in content
    with pikepdf.open(io.BytesIO(content)) as made:
        assert len(made.pages) == 1


def test_what_a_part_says_of_its_size_may_be_a_lie():
    content = bytearray(samples.word(("word/media/a.bin", b"\0" * 5_000)))
    lie = (10).to_bytes(4, "little")
    for at in range(len(content) - 4):
        if content[at : at + 4] == (5_000).to_bytes(4, "little"):
            content[at : at + 4] = lie
    with pytest.raises(NotAccepted):
        look("a.docx", bytes(content))


@given(st.binary(max_size=400), st.sampled_from([n for n, _c in samples.GOOD.values()]))
def test_whatever_comes_is_kept_or_refused_and_never_breaks_anything(content, name):
    with suppress(NotAccepted):
        look(name, content)
