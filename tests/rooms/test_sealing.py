"""Sealed for one place, by a ring of keys that can be renewed while people work."""

import base64

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import ImproperlyConfigured

from waymark import sealing
from waymark.config.environment import ring
from waymark.sealing import CannotOpen, mark_of, opened, seal

OLD, NEW = "o" * 40, "n" * 40


@pytest.fixture
def old_ring(settings):
    settings.SEALING_KEYS = {"old": OLD}


@pytest.fixture
def renewed(settings):
    """Turns the ring: a new key seals, the old one still opens."""

    def renew(*, without_the_old=False):
        old = {} if without_the_old else {"old": OLD}
        settings.SEALING_KEYS = {"new": NEW, **old}

    return renew


def test_what_is_sealed_is_opened_in_its_place_and_cannot_be_read_before():
    sealed = seal("14 Invented Road", place="address:1")
    assert "Invented" not in sealed
    assert opened(sealed, place="address:1") == "14 Invented Road"


def test_the_same_words_are_never_sealed_the_same_way_twice():
    assert seal("Kite", place="a:1") != seal("Kite", place="a:1")


def test_a_seal_that_was_moved_to_another_place_does_not_open():
    with pytest.raises(CannotOpen):
        opened(seal("Kite", place="address:1"), place="address:2")


@pytest.mark.parametrize(
    "broken", ["", "x", "first:", "first:x", "first:ÿÿÿÿ", "first:AAAA"]
)
def test_what_is_no_seal_does_not_open(broken):
    with pytest.raises(CannotOpen):
        opened(broken, place="address:1")


def test_every_changed_byte_of_a_seal_is_noticed(old_ring):
    whole = sealing.seal_bytes(b"Kite", place="a:1", key_id="old")
    for at in range(len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        with pytest.raises(CannotOpen):
            sealing.open_bytes(changed, place="a:1", key_id="old")


def test_a_new_key_seals_what_is_new_and_the_old_one_opens_what_is_old(
    old_ring, renewed
):
    before = seal("Kite", place="a:1")
    renewed()
    after = seal("Kite", place="a:1")
    assert (before.split(":")[0], after.split(":")[0]) == ("old", "new")
    assert opened(before, place="a:1") == opened(after, place="a:1") == "Kite"


def test_a_key_that_was_taken_out_is_named(old_ring, renewed):
    before = seal("Kite", place="a:1")
    renewed(without_the_old=True)
    with pytest.raises(CannotOpen, match="The key old is not on the ring"):
        opened(before, place="a:1")


def test_what_messages_sealed_before_there_was_a_ring_still_opens(settings):
    key = sealing._drawn(settings.SECRET_KEY, "waymark messages seal")
    nonce = b"n" * sealing.NONCE_BYTES
    whole = nonce + AESGCM(key).encrypt(nonce, b"Kite", b"message:1:to")
    before = base64.urlsafe_b64encode(whole).decode()
    assert opened(before, place="message:1:to") == "Kite"


def test_marks_find_each_other_while_keys_are_renewed(old_ring, renewed):
    before = mark_of("943 476 5919", purpose="number")
    renewed()
    assert mark_of("943 476 5919", purpose="number") == before
    assert mark_of("943 476 5919", purpose="search") != before
    assert "943" not in before


def test_a_ring_is_made_once_and_kept(tmp_path, monkeypatch):
    monkeypatch.delenv("WAYMARK_RING", raising=False)
    made = ring("WAYMARK_RING", tmp_path / "sealing")
    assert list(made) == ["first"]
    assert ring("WAYMARK_RING", tmp_path / "sealing") == made
    assert (tmp_path / "sealing").stat().st_mode & 0o077 == 0


def test_a_ring_has_its_newest_key_first(tmp_path, monkeypatch):
    monkeypatch.setenv("WAYMARK_RING", f"2027 {NEW}\n\n2026 {OLD}\n")
    assert ring("WAYMARK_RING", tmp_path / "none") == {"2027": NEW, "2026": OLD}


@pytest.mark.parametrize(
    "said",
    [f"2026 {'x' * 39}", "2026", f"A:B {NEW}", f"one {NEW}\none {OLD}", f"{NEW}"],
    ids=["short", "no secret", "no name", "said twice", "a secret alone"],
)
def test_a_line_that_is_no_key_stops_the_start_and_is_named(
    tmp_path, monkeypatch, said
):
    monkeypatch.setenv("WAYMARK_RING", said)
    with pytest.raises(ImproperlyConfigured, match=r"WAYMARK_RING, line \d, is no key"):
        ring("WAYMARK_RING", tmp_path / "none")


def test_an_empty_ring_stops_the_start(tmp_path, monkeypatch):
    monkeypatch.delenv("WAYMARK_RING", raising=False)
    (tmp_path / "sealing").write_text("\n", encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match="WAYMARK_RING holds no key"):
        ring("WAYMARK_RING", tmp_path / "sealing")
