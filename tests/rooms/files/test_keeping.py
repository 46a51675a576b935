"""A file is sealed at rest, scanned, and read by those whom its room lets."""

import io
import logging
import os
import socket
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.accounts import account_of
from tests.people import LEILA, QUILL
from tests.rooms.files import samples, scanner
from waymark import sealing
from waymark.access.actor import Actor
from waymark.access.audit import who_looked
from waymark.access.deciding import Ruling
from waymark.access.models import Act
from waymark.access.record import Part, Reach
from waymark.access.roles import Role
from waymark.files import queries, sealed, services, slots
from waymark.files.models import StoredFile
from waymark.gateways import scanning
from waymark.gateways.scanning import Scanned, ScannerAway
from waymark.ids import new_id
from waymark.today import now

ROOM = "invented"


@pytest.fixture(scope="session")
def clamd(tmp_path_factory):
    process, place = scanner.serve(tmp_path_factory.mktemp("clamd"))
    yield place
    process.kill()
    process.wait()


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    settings.CLAMD = ""


@pytest.fixture
def leila(db):
    return account_of(LEILA)


@pytest.fixture
def room(monkeypatch, leila):
    """A room whose files Leila alone may read."""

    def may_read(actor, file):
        allowed = actor.account_id == leila.pk
        role = Role.PARENT if allowed else None
        return Ruling(allowed, "Not yours.", reach=Reach.WHOLE, role=role)

    monkeypatch.setattr(slots, "_readers", {})
    slots.register_reader(ROOM, may_read)


def keep(content=None, name="Rowan's drawing.txt", **more) -> StoredFile:
    said = content if content is not None else samples.GOOD["text"][1]
    return services.keep(
        samples.upload(name, said), actor=Actor(new_id()), room=ROOM, **more
    )


def marked() -> bytes:
    return f"Some words, and {scanner.MARK}.".encode()


# ---- at rest -------------------------------------------------------------------------


def test_nothing_of_a_file_can_be_read_at_rest(db, tmp_path):
    row = keep(b"Only for Rowan.")
    assert b"".join(queries.content(row)) == b"Only for Rowan."
    assert queries.name_of(row) == "Rowan's drawing.txt"
    lying = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in lying] == [row.pk.hex]
    assert b"Rowan" not in lying[0].read_bytes()
    assert "drawing" not in f"{row.sealed_name} {row} {row.sealed_key}"
    assert lying[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("change", ["first", "middle", "last", "cut", "swapped"])
def test_a_file_that_was_touched_at_rest_is_found(db, monkeypatch, change):
    monkeypatch.setattr(sealed, "PIECE", 64)
    row = keep(b"a" * 300)
    path = sealed.path_of(row.pk)
    held = bytearray(path.read_bytes())
    if change == "cut":
        held = held[: 8 + 80 * 2]
    elif change == "swapped":
        held[8:88], held[88:168] = held[88:168], held[8:88]
    else:
        at = {"first": 0, "middle": len(held) // 2, "last": -1}[change]
        held[at] ^= 1
    path.write_bytes(held)
    with pytest.raises(sealed.Broken):
        list(queries.content(row))


@given(st.binary(max_size=300), st.integers(1, 70))
def test_a_file_of_any_length_comes_back_as_it_was(tmp_path_factory, content, piece):
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("sealed")
    before, sealed.PIECE = sealed.PIECE, piece
    try:
        with override_settings(MEDIA_ROOT=folder):
            file_id = new_id()
            key, kept = sealed.new_key(file_id)
            assert sealed.put(io.BytesIO(content), file_id, key) == len(content)
            again = sealed.key_of(file_id, kept)
            assert b"".join(sealed.read(file_id, again)) == content
    finally:
        sealed.PIECE = before


def test_one_files_key_opens_no_other(db):
    one, other = keep(), keep()
    with pytest.raises(sealing.CannotOpen):
        sealed.key_of(one.pk, other.sealed_key)


def test_a_large_upload_that_lay_on_disk_is_kept_too(db, settings):
    upload = TemporaryUploadedFile("a.txt", "text/plain", 5, None)
    upload.write(b"Words")
    row = services.keep(upload, actor=Actor(new_id()), room=ROOM)
    assert b"".join(queries.content(row)) == b"Words"


def test_a_refused_file_leaves_nothing_behind(db, tmp_path):
    with pytest.raises(services.NotAccepted):
        keep(b"<html>", name="a.html")
    assert not StoredFile.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_an_upload_that_breaks_off_leaves_nothing_behind(db, tmp_path, monkeypatch):
    def breaks(*_):
        raise OSError("no room")

    monkeypatch.setattr(os, "fsync", breaks)
    with pytest.raises(OSError, match="no room"):
        keep()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_verifying_names_what_is_not_as_it_was_kept(db):
    whole, gone, touched = keep(), keep(), keep()
    sealed.path_of(gone.pk).unlink()
    sealed.path_of(touched.pk).write_bytes(b"another")
    number, broken = queries.verified()
    assert number == 1
    assert set(broken) == {gone.pk, touched.pk}
    assert whole.pk not in broken


# ---- swept, and taken out ------------------------------------------------------------


def test_what_a_cut_off_upload_left_is_swept_after_an_hour(db, settings):
    row = keep()
    lost = sealed.path_of(new_id())
    young = sealed.path_of(new_id())
    coming = Path(settings.FILE_UPLOAD_TEMP_DIR) / "cut.upload"
    for path in (lost, young, coming):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
    old = (now() - timedelta(hours=2)).timestamp()
    moment = now().timestamp()
    os.utime(young, (moment, moment))
    for path in (lost, coming, sealed.path_of(row.pk)):
        os.utime(path, (old, old))
    assert services.sweep() == 2
    assert young.exists()
    assert sealed.path_of(row.pk).exists()


def test_a_file_whose_form_nobody_sent_goes_after_a_day(db):
    unsent, sent = keep(), keep(reference="voice:1")
    StoredFile.objects.update(kept_at=now() - timedelta(days=2))
    services.sweep()
    assert queries.file_of(unsent.pk) is None
    assert queries.file_of(sent.pk) is not None


def test_a_file_belongs_to_one_thing(db):
    row = keep()
    services.attach(row.pk, "voice:1")
    for reference in ("voice:2", "voice:1"):
        with pytest.raises(services.NotAccepted):
            services.attach(row.pk, reference)


def test_a_file_that_goes_while_it_is_swept_is_no_fault():
    assert not services._is_older(sealed.path_of(new_id()), now())


@pytest.mark.django_db(transaction=True)
def test_a_file_is_taken_out_with_its_row():
    row = keep()
    services.take_out(row.pk)
    assert queries.file_of(row.pk) is None
    assert not sealed.path_of(row.pk).exists()


# ---- scanned -------------------------------------------------------------------------


@pytest.mark.real_time
def test_a_clean_file_is_opened_after_the_real_scanner_said_so(db, settings, clamd):
    settings.CLAMD = clamd
    row = keep()
    row.refresh_from_db()
    assert row.state == StoredFile.State.CLEAN
    assert row.scanned_at is not None


@pytest.mark.real_time
@pytest.mark.parametrize("inside", ["plain", "word"])
def test_what_the_real_scanner_finds_is_refused_and_gone(db, settings, clamd, inside):
    settings.CLAMD = clamd
    if inside == "plain":
        row = keep(marked())
    else:
        row = keep(samples.word(("word/media/a.txt", marked())), name="a.docx")
    row.refresh_from_db()
    assert row.state == StoredFile.State.REFUSED
    assert not sealed.path_of(row.pk).exists()


@pytest.mark.real_time
def test_the_scanner_names_what_it_found(settings, clamd):
    settings.CLAMD = clamd
    assert scanning.scan([b"clean"]) == Scanned(True)
    said = scanning.scan([marked()])
    assert (said.is_clean, said.found) == (False, f"{scanner.NAME}.UNOFFICIAL")


def test_without_a_scanner_a_file_waits_and_the_next_turn_asks_again(
    db, caplog, monkeypatch
):
    row = keep()
    assert services.scan_waiting.func() == 1
    assert "scan_waits files=1" in caplog.text
    row.refresh_from_db()
    assert row.state == StoredFile.State.WAITING
    monkeypatch.setattr(scanning, "scan", lambda pieces: Scanned(bool(list(pieces))))
    assert services.scan_waiting.func() == 0
    row.refresh_from_db()
    assert row.state == StoredFile.State.CLEAN


def test_a_file_that_is_broken_at_rest_is_refused(db, monkeypatch, caplog):
    row = keep()
    sealed.path_of(row.pk).write_bytes(b"another")
    monkeypatch.setattr(scanning, "scan", lambda pieces: Scanned(bool(list(pieces))))
    assert services.scan_waiting.func() == 0
    row.refresh_from_db()
    assert row.state == StoredFile.State.REFUSED
    assert "file_broken" in caplog.text


def test_no_log_line_holds_the_name_of_a_file(db, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(scanning, "scan", lambda pieces: Scanned(False, "Thing"))
    keep()
    assert "file_refused" in caplog.text
    assert "Rowan" not in caplog.text


@pytest.mark.real_time
@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0"])
def test_a_scanner_that_says_neither_yes_nor_no_has_not_said_clean(settings, answer):
    listening = socket.create_server(("127.0.0.1", 0))
    settings.CLAMD = f"tcp:127.0.0.1:{listening.getsockname()[1]}"
    settings.CLAMD_TIMEOUT = 2
    import threading

    def serve():
        with listening, listening.accept()[0] as asked:
            asked.recv(65_536)
            asked.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    with pytest.raises(ScannerAway):
        scanning.scan([b"x"])
    thread.join()


@pytest.mark.real_time
def test_a_scanner_that_never_answers_is_away(settings):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        settings.CLAMD = f"tcp:127.0.0.1:{listening.getsockname()[1]}"
        settings.CLAMD_TIMEOUT = 1
        began = time.monotonic()
        with pytest.raises(ScannerAway, match="does not answer"):
            scanning.scan([b"x" * 1_000_000])
        assert time.monotonic() - began < 30


# ---- served --------------------------------------------------------------------------


def clean(**more) -> StoredFile:
    row = keep(**more)
    StoredFile.objects.filter(pk=row.pk).update(state=StoredFile.State.CLEAN)
    return row


def address(row) -> str:
    return f"/files/{row.pk}/"


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_file_is_a_download_that_runs_nothing(client, room, leila):
    row = clean(content=b"Words", child_id=new_id(), part=Part.STORY)
    client.force_login(leila)
    answer = client.get(address(row))
    assert body(answer) == b"Words"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Content-Length"] == "5"
    assert answer["Content-Type"] == "text/plain"


def test_every_download_is_written_down_for_the_family(client, room, leila):
    row = clean(child_id=new_id(), part=Part.STORY)
    client.force_login(leila)
    client.get(address(row))
    line = who_looked(row.child_id)[0]
    assert (line.act, line.part, line.why) == (Act.READ, Part.STORY, "Opened a file")


def test_a_file_of_no_child_is_downloaded_too(client, room, leila):
    client.force_login(leila)
    assert client.get(address(clean())).status_code == 200


def test_somebody_else_finds_nothing_and_that_is_written_down(client, room):
    row = clean(child_id=new_id(), part=Part.STORY)
    client.force_login(account_of(QUILL))
    assert client.get(address(row)).status_code == 404
    assert who_looked(row.child_id)[0].act == Act.REFUSED
    assert client.get(address(clean())).status_code == 404
    assert client.get(f"/files/{new_id()}/").status_code == 404


def test_nobody_reads_a_file_that_no_room_answers_for(client, room, leila):
    row = clean()
    StoredFile.objects.update(room="no-such-room")
    client.force_login(leila)
    assert client.get(address(row)).status_code == 404


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, room):
    assert client.get(address(clean())).status_code == 302


@pytest.mark.parametrize(
    ("state", "status", "says"),
    [("waiting", 409, "being checked"), ("refused", 410, "not accepted")],
)
def test_nobody_opens_a_file_that_is_not_clean(
    client, room, leila, state, status, says
):
    row = keep()
    StoredFile.objects.filter(pk=row.pk).update(state=state)
    client.force_login(leila)
    answer = client.get(address(row))
    assert answer.status_code == status
    assert says in answer.content.decode()
