"""`waymark offer import`, as whoever types it meets it."""

import json

import pytest

from tests.factories.localoffer import a_record, published
from tests.rooms.localoffer import saved
from waymark.config import command
from waymark.config.offer import _Progress
from waymark.localoffer import queries
from waymark.localoffer.models import Draft
from waymark.localoffer.presenters import download

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(tmp_path, capsys):
    """Imports what is given as a file; the exit code and what was said."""

    def run(content, *options, name="services.json"):
        file = tmp_path / name
        is_bytes = isinstance(content, bytes)
        file.write_bytes(content if is_bytes else json.dumps(content).encode())
        code = command.main(["offer", "import", str(file), *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.mark.parametrize("shape", [lambda rows: rows, lambda rows: {"contents": rows}])
def test_a_file_is_imported_and_counted(offer, shape):
    code, out, _ = offer(shape(saved.southend()))

    assert code == 0
    assert out.startswith("39 new, 0 changed, 0 the same, 1 ended")
    assert queries.listed_services().count() == 38


def test_a_second_run_changes_nothing(offer):
    offer(saved.southend())

    assert offer(saved.southend())[:2] == (
        0,
        "0 new, 0 changed, 39 the same, 0 ended, 0 left as drafts somebody is writing.\n",
    )


def test_faults_are_said_one_a_line_and_nothing_is_applied(offer):
    code, out, err = offer([a_record("A"), a_record("B", status="open", email="?")])

    assert (code, out) == (2, "")
    assert err.splitlines() == [
        'row 2, email: is "?"; it should be an e-mail address, such as name@example.org',
        'row 2, status: is "open"; use "active", "inactive", "defunct" or '
        '"temporarily closed"',
        "Nothing was applied.",
    ]
    assert not queries.published_services().exists()


def test_a_trial_run_says_what_would_be(offer):
    code, out, _ = offer([a_record("Kite Club")], "--dry-run")

    assert code == 0
    assert "  new: Kite Club\nNothing was applied, as asked." in out
    assert not queries.published_services().exists()


def test_drafts_are_published_by_nobody(offer):
    code, *_ = offer([a_record("Kite Club")], "--as-draft")

    assert code == 0
    assert Draft.objects.count() == 1
    assert not queries.published_services().exists()


def test_our_own_sheet_is_taken_back(offer):
    published(a_record("Kite Club"))
    code, out, _ = offer(b"".join(download.sheet()), name="local-offer.CSV")

    assert (code, out[:31]) == (0, "0 new, 0 changed, 1 the same, 0")


def test_a_bad_sheet_names_row_and_column(offer):
    code, _, err = offer(b"id,name,colour\n1,Kites,blue\n", name="kites.csv")

    assert code == 2
    assert err.splitlines()[0].startswith("row 1, colour: is not one of our columns")


def test_a_file_that_is_not_there_is_said(capsys, tmp_path):
    code = command.main(["offer", "import", str(tmp_path / "none.json")])

    assert code == 2
    assert "No such file" in capsys.readouterr().err


def test_progress_of_a_long_import_is_said_in_tenths():
    said = []
    progress = _Progress(said.append)
    for done in range(0, 5001, 50):
        progress(done, 5000)

    assert said == [f"  {tenth} % done" for tenth in range(10, 101, 10)]


def test_a_short_import_is_done_without_more_words(offer):
    assert offer([a_record("Kite Club")])[2] == ""
