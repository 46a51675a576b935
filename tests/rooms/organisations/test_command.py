"""`waymark register import`, as whoever types it meets it."""

import pytest

from tests.factories.organisations import an_authority
from tests.rooms.organisations.register import ASH, OAK, a_file, links
from waymark.config import command
from waymark.organisations.models import Organisation, Register, Setting, Succession

pytestmark = pytest.mark.django_db
NAME = "edubasealldata20260112.csv"


@pytest.fixture
def register(db, tmp_path, capsys):
    """Imports what is given as a file; the exit code and what was said."""

    an_authority()

    def run(content, *options, name=NAME):
        file = tmp_path / name
        file.write_bytes(content)
        code = command.main(["register", "import", str(file), *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_file_is_taken_in_and_counted(register):
    code, out, err = register(a_file(OAK, ASH))

    assert (code, err) == (0, "")
    assert out == (
        "Settings new: 2. Changed: 0, of them with a new name: 0. "
        "The same as before: 0. Rows left out: 0.\n"
    )
    assert Register.objects.get().as_of == "12 January 2026"


def test_a_second_run_changes_nothing_and_a_missing_setting_is_said(register):
    register(a_file(OAK, ASH))

    assert "The same as before: 2." in register(a_file(OAK, ASH))[1]
    assert "not in the file: 1.\n" in register(a_file(OAK))[1]


def test_a_dry_run_says_so(register):
    assert register(a_file(OAK), "--dry-run")[1].startswith("Would be new: 1.")
    assert not Setting.objects.exists()


def test_faults_are_said_one_a_line_and_nothing_is_changed(register):
    faulty = a_file(OAK, {**ASH, "OpenDate": "soon", "UKPRN": "x"})
    code, out, err = register(faulty)

    assert (code, out) == (2, "")
    assert err.splitlines() == [
        'row 3, OpenDate: is "soon"; a day is written as 31-08-2025',
        'row 3, UKPRN: is "x"; it should be 8 digits',
        "Nothing was changed.",
    ]
    assert not Setting.objects.exists()


def test_the_faulty_rows_may_be_left_out(register):
    code, out, err = register(
        a_file(OAK, {**ASH, "OpenDate": "soon"}), "--leave-out-faulty"
    )

    assert code == 0
    assert "Rows left out: 1." in out
    assert err.startswith("row 3, OpenDate")
    assert Setting.objects.count() == 1


def test_links_are_known_by_their_columns(register):
    register(a_file(OAK, ASH))
    file = links("900001,900002,Ash School,Successor,01-09-2025")
    code, out, _ = register(file, name="links_edubasealldata20260112.csv")

    assert code == 0
    assert out.startswith("Successions new: 1.")
    assert Succession.objects.count() == 1
    assert register(file, "--dry-run")[1].startswith("Would be new: 0.")


def test_faulty_links_change_nothing(register):
    register(a_file(OAK, ASH))
    code, _, err = register(links("900001,900002,Ash School,Successor,soon"))

    assert code == 2
    assert err.startswith("row 2, LinkEstablishedDate")
    code, out, _ = register(
        links("900001,900002,Ash School,Successor,soon"), "--leave-out-faulty"
    )
    assert (code, "Rows left out: 1." in out) == (0, True)


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("schools.csv", (), "Say it with --as-of, such as --as-of 2026-01-13."),
        ("schools.csv", ("--as-of", "soon"), "soon is no day."),
        ("edubasealldata20261399.csv", (), "2026-13-99 is no day."),
    ],
)
def test_a_file_of_no_known_day_is_refused(register, name, options, says):
    code, _, err = register(a_file(OAK), *options, name=name)

    assert code == 2
    assert says in err
    assert not Setting.objects.exists()


def test_the_day_can_be_said(register):
    assert register(a_file(OAK), "--as-of", "2026-01-02", name="a.csv")[0] == 0
    assert Register.objects.get().as_of == "2 January 2026"


def test_an_older_file_is_refused(register):
    register(a_file(OAK))
    code, _, err = register(a_file(ASH), "--as-of", "2025-01-01")

    assert code == 2
    assert "Download a newer one." in err


def test_what_is_no_register_or_no_file_is_refused(register, tmp_path, capsys):
    assert register(b"name,age\r\n")[0] == 2
    assert command.main(["register", "import", str(tmp_path / "none.csv")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_an_area_that_does_not_know_its_own_digits_is_told_and_can_say_them(register):
    own = Organisation.objects.filter(kind=Organisation.Kind.AUTHORITY)
    own.update(code="")

    assert "Say it with --authority" in register(a_file(OAK))[2]
    assert register(a_file(OAK), "--authority", "88")[0] == 2
    code, _, err = register(a_file(OAK), "--authority", "999")
    assert (code, err, own.get().code) == (0, "", "999")
    assert register(a_file(OAK))[2] == ""
