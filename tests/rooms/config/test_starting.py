"""A second, invented area starts from its own folder, backs up and comes back."""

import gzip
import urllib.request

import pytest

from tests.programs import ROOT, Store, an_empty_store, free_port, link_in

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
MARRAM = ROOT / "tests" / "areas" / "marram"


@pytest.fixture(scope="module")
def marram(tmp_path_factory) -> Store:
    store = Store(tmp_path_factory.mktemp("marram"))
    store.started = store.waymark(
        "start", str(MARRAM), "--administrator", "first@example.org"
    )
    return store


def home_page(store: Store) -> str:
    with (
        store.serving("waymark", "run") as served,
        urllib.request.urlopen(served.address + "/", timeout=10) as answer,
    ):
        return answer.read().decode()


def test_starting_gives_the_first_administrator_a_link(marram):
    assert marram.started.returncode == 0, marram.started.stderr
    assert "/account/invitation/" in link_in(marram.started.stdout)


def test_the_new_area_has_its_own_name_and_no_other(marram):
    words = home_page(marram)

    assert "Marram" in words
    assert "Southend" not in words


def test_the_new_area_is_no_demonstration(marram):
    assert "demonstration" not in home_page(marram)


def test_a_store_serves_one_area(marram):
    again = marram.waymark("start", str(MARRAM), "--administrator", "a@example.org")

    assert again.returncode == 1
    assert "already serves Marram" in again.stderr


def test_a_folder_that_is_no_area_is_refused_and_leaves_nothing(tmp_path):
    store = an_empty_store(tmp_path / "data")
    (tmp_path / "empty").mkdir()
    answer = store.waymark(
        "start", str(tmp_path / "empty"), "--administrator", "a@example.org"
    )

    assert answer.returncode == 1
    assert "area.toml" in answer.stderr
    good = store.waymark("start", str(MARRAM), "--administrator", "a@example.org")
    assert good.returncode == 0


def test_today_is_refused_outside_the_demonstration(marram):
    answer = marram.waymark("run", f"--port={free_port()}", today="2026-01-13")

    assert answer.returncode == 1
    assert "demonstration only" in answer.stderr


def test_a_backup_comes_back_whole_in_another_folder(marram, tmp_path):
    kept = tmp_path / "kept.tar.gz"
    backed_up = marram.waymark("backup", str(kept))
    assert backed_up.returncode == 0, backed_up.stderr

    drill = Store(tmp_path / "drill")
    restored = drill.waymark("restore", str(kept))

    assert restored.returncode == 0, restored.stderr
    assert home_page(drill) == home_page(marram)
    assert (drill.data / "keys" / "secret").read_text() == (
        marram.data / "keys" / "secret"
    ).read_text()


def test_a_backup_is_for_its_owner_alone(marram, tmp_path):
    kept = tmp_path / "kept.tar.gz"
    marram.waymark("backup", str(kept))

    assert kept.stat().st_mode & 0o077 == 0


def test_a_backup_never_writes_over_a_file(marram, tmp_path):
    kept = tmp_path / "kept.tar.gz"
    kept.write_text("precious")
    answer = marram.waymark("backup", str(kept))

    assert answer.returncode == 1
    assert kept.read_text() == "precious"


def test_a_restore_never_goes_over_a_store_in_use(marram, tmp_path):
    kept = tmp_path / "kept.tar.gz"
    marram.waymark("backup", str(kept))
    answer = marram.waymark("restore", str(kept))

    assert answer.returncode == 1
    assert "in use" in answer.stderr


@pytest.mark.parametrize("damage", ["cut short", "not a backup", "not there"])
def test_a_damaged_backup_is_refused_and_nothing_is_put_in_place(
    marram, tmp_path, damage
):
    kept = tmp_path / "kept.tar.gz"
    marram.waymark("backup", str(kept))
    whole = kept.read_bytes()
    if damage == "cut short":
        kept.write_bytes(whole[: len(whole) // 2])
    elif damage == "not a backup":
        kept.write_bytes(gzip.compress(b"shopping list"))
    else:
        kept.unlink()

    drill = Store(tmp_path / "drill")
    answer = drill.waymark("restore", str(kept))

    assert answer.returncode == 1
    assert not (drill.data / "waymark.sqlite3").exists()
