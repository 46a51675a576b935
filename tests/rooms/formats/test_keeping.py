"""What was made is made once, kept whole, and never missed when it cannot be kept."""

import errno
import os
import threading
from datetime import timedelta

import pytest

from waymark.formats import keeping, makers
from waymark.formats.keeping import Busy, Shelf
from waymark.today import now

KEY = "a" * 64
OTHER = "b" * 64


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "formats")


@pytest.fixture
def nowhere(tmp_path):
    """A shelf where nothing can be written: a file stands in the way of its folder."""
    (tmp_path / "formats").write_text("in the way")
    return Shelf(tmp_path / "formats")


def never():
    raise AssertionError("it was made again")


def content(made) -> bytes:
    with made.open() as file:
        return file.read()


def test_what_was_made_is_kept(shelf):
    made = shelf.make_once(KEY, lambda: b"words", wait=0)

    assert content(made) == b"words"
    assert content(shelf.make_once(KEY, never, wait=0)) == b"words"
    assert shelf.find(KEY).size == 5
    assert shelf.find(OTHER) is None


def test_made_anew_it_takes_the_place_of_what_was_kept(shelf):
    shelf.make_once(KEY, lambda: b"old", wait=0)
    shelf.make_once(KEY, lambda: b"new", wait=0, anew=True)

    assert content(shelf.find(KEY)) == b"new"


def test_only_the_owner_of_the_store_may_look_into_it(shelf):
    made = shelf.make_once(KEY, lambda: b"words", wait=0)

    assert made.path.parent.stat().st_mode & 0o077 == 0


def test_what_failed_is_not_kept_and_may_be_tried_again(shelf):
    def fail():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        shelf.make_once(KEY, fail, wait=0)

    assert content(shelf.make_once(KEY, lambda: b"yes", wait=0)) == b"yes"


@pytest.mark.real_time
def test_however_many_ask_at_once_it_is_made_once(shelf):
    begun, made, got = threading.Event(), [], []

    def slowly():
        made.append(1)
        begun.wait(5)
        return b"words"

    def ask():
        got.append(content(shelf.make_once(KEY, slowly, wait=5)))

    askers = [threading.Thread(target=ask) for _ in range(6)]
    for asker in askers:
        asker.start()
    begun.set()
    for asker in askers:
        asker.join()

    assert got == [b"words"] * 6
    assert made == [1]


def test_whoever_waits_too_long_is_told_so(shelf):
    def ask_in_between():
        with pytest.raises(Busy):
            shelf.make_once(KEY, never, wait=0)
        return b"words"

    assert content(shelf.make_once(KEY, ask_in_between, wait=0)) == b"words"


def test_so_many_sit_at_desks_and_the_next_is_told_that_all_are_taken(shelf):
    with shelf.one_of(2, "desk"), shelf.one_of(2, "desk"):
        with pytest.raises(Busy), shelf.one_of(2, "desk"):
            pass
        with shelf.one_of(1, "slow"):
            pass
    with shelf.one_of(2, "desk"):
        pass


def test_where_nothing_can_be_written_everything_is_made_and_nothing_breaks(nowhere):
    made = nowhere.make_once(KEY, lambda: b"words", wait=0)
    nowhere.note("/a/", "pdf", made)

    assert content(made) == b"words"
    assert made.size == 5
    assert nowhere.noted("/a/") == {}
    assert nowhere.tidy(now()) == 0
    with nowhere.one_of(1, "desk"):
        pass


def test_a_full_disk_leaves_nothing_half_written(shelf, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    made = shelf.make_once(KEY, lambda: b"words", wait=0)

    assert content(made) == b"words"
    assert shelf.find(KEY) is None
    assert [path for path in shelf.folder.rglob("*") if "kept" in path.parts] != []
    assert not [p for p in (shelf.folder / "kept").rglob("*") if p.is_file()]


def test_the_newest_of_each_format_is_remembered(shelf):
    for key, words in ((KEY, b"old words"), (OTHER, b"new")):
        shelf.note("/a/", "pdf", shelf.make_once(key, lambda w=words: w, wait=0))
    shelf.note("/a/", "epub", shelf.find(KEY))

    assert shelf.noted("/a/")["pdf"] == keeping.Noted(OTHER, 3)
    assert shelf.noted("/a/")["epub"] == keeping.Noted(KEY, 9)
    assert shelf.noted("/b/") == {}


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"pdf": {"size": 1}}', "null"])
def test_damaged_notes_are_none(shelf, damaged):
    shelf.note("/a/", "pdf", shelf.make_once(KEY, lambda: b"x", wait=0))
    for path in (shelf.folder / "documents").iterdir():
        path.write_text(damaged)

    assert shelf.noted("/a/") == {}


def test_tidying_keeps_the_newest_and_what_is_young(shelf):
    in_use, old, young = ("c" * 64, "d" * 64, "e" * 64)
    for key in (in_use, old, young):
        made = shelf.make_once(key, lambda: b"x", wait=0)
        long_ago = (now() - timedelta(days=30)).timestamp()
        if key != young:
            os.utime(made.path, (long_ago, long_ago))
    shelf.note("/a/", "pdf", shelf.find(in_use))
    os.utime(shelf.find(young).path, (now().timestamp(), now().timestamp()))

    assert shelf.tidy(now() - timedelta(days=7)) == 1
    assert [key for key in (in_use, old, young) if shelf.find(key)] == [in_use, young]


def test_a_name_changes_with_the_words_the_format_and_the_makers(monkeypatch):
    first = makers.key("<p>", "pdf")
    assert first == makers.key("<p>", "pdf")
    assert len({first, makers.key("<h1>", "pdf"), makers.key("<p>", "epub")}) == 3

    monkeypatch.setattr(makers, "version", lambda: "mended")
    assert makers.key("<p>", "pdf") != first


def test_the_version_of_the_makers_follows_programs_and_libraries(
    monkeypatch, tmp_path
):
    read = makers.version.__wrapped__
    before = read()
    assert read() == before

    monkeypatch.setattr(makers.shutil, "which", lambda name: None)
    without_programs = read()
    monkeypatch.setattr(makers, "LIBRARIES", ("a library that nobody has",))
    assert len({before, without_programs, read()}) == 3
