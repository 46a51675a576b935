"""A running Waymark stands up to the official validator's walk, with warnings too."""

import json

import pytest

from bench.offer_noise import page
from tests.programs import ROOT, Store, an_empty_store
from tests.rooms.localoffer import saved
from tests.rooms.localoffer.walk import Walk

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
MARRAM = ROOT / "tests" / "areas" / "marram"
SOUTHEND = ROOT / "areas" / "southend" / "local_offer" / "services.json"


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    store = an_empty_store(tmp_path_factory.mktemp("offer"))
    started = store.waymark("start", str(MARRAM), "--administrator", "a@example.org")
    assert started.returncode == 0, started.stderr
    return store


def imported(store: Store, file) -> None:
    done = store.waymark("offer", "import", str(file))
    assert done.returncode == 0, done.stderr


def walked(store: Store) -> Walk:
    with store.serving("waymark", "run") as served:
        return Walk(f"{served.address}/open-referral/v3").all()


def test_the_records_of_public_pages_pass(store):
    imported(store, SOUTHEND)
    walk = walked(store)

    assert (walk.errors, walk.warnings) == (set(), set())
    assert walk.totals["/services"] == 39 + 4
    assert len([path for path in walk.asked if path.startswith("/services/")]) == 10


def test_rich_records_and_many_pages_pass(store, tmp_path):
    rich = [saved.read("spec-3.0", "examples", "service_full.json"), *saved.bc211()]
    (tmp_path / "rich.json").write_text(json.dumps(rich))
    (tmp_path / "noise.json").write_text(json.dumps(page(300)))
    imported(store, tmp_path / "rich.json")
    imported(store, tmp_path / "noise.json")
    walk = walked(store)

    assert (walk.errors, walk.warnings) == (set(), set())
    assert walk.totals["/services"] >= 340
    assert walk.totals["/service_at_locations"] > 200


def test_a_file_with_faults_applies_nothing_and_says_where(store, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps([{"id": "1", "name": "Kites", "status": "open"}]))
    done = store.waymark("offer", "import", str(bad))

    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith('row 1, status: is "open"; use ')
    assert "Nothing was applied." in done.stderr
