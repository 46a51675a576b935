"""`waymark format`: anybody's own document, made whole or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import ROOT
from tests.rooms.formats.documents import DOT

pytestmark = pytest.mark.real_time
COMMAND = Path(sys.executable).with_name("waymark")

SAMPLE = """<!doctype html>
<html lang="en-GB"><head><title>A letter to families</title></head><body>
<h1>A letter to families</h1>
<p>The review is on <time datetime="2026-03-03">3 March 2026</time>.
Read <a href="https://waymark.example/">more</a>.</p>
<img src="dot.png" alt="A grey dot">
<ul><li class="dated" data-on="2026-03-03" data-uid="review">The review</li></ul>
</body></html>
"""


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "letter.html").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "dot.png").write_bytes(DOT)
    return tmp_path


def format_(desk, *arguments, given=None):
    """Run the installed command itself, with no store and no settings."""
    return subprocess.run(
        [COMMAND, "format", *arguments],
        cwd=desk,
        input=given,
        env={"PATH": "/usr/bin:/bin", "HOME": str(desk)},
        capture_output=True,
        check=False,
    )


#: What is asked for, and how a file of that kind begins.
MADE = [
    ("html", b"<!doctype html>"),
    ("pdf", b"%PDF-"),
    ("large-print", b"%PDF-"),
    ("large-print --size 24", b"%PDF-"),
    ("docx", b"PK"),
    ("odt", b"PK"),
    ("epub", b"PK"),
    ("brf", b""),
    ("brf --grade 1", b""),
    ("audio", b"ID3"),
    ("transcript", b"[1] A letter to families"),
    ("text", b"A letter to families"),
    ("markdown", b"---"),
    ("ics", b"BEGIN:VCALENDAR"),
]


@pytest.mark.parametrize(("to", "begins"), MADE)
def test_each_format_is_made_and_nothing_else_is_left_behind(desk, to, begins):
    asked = ["--to", *to.split(), "--pictures", "pictures", "-o", "out"]

    made = format_(desk, "letter.html", *asked)

    assert (made.returncode, made.stderr) == (0, b"")
    assert len((desk / "out").read_bytes()) > 100
    assert (desk / "out").read_bytes().startswith(begins)
    assert {place.name for place in desk.iterdir()} == {
        "letter.html",
        "pictures",
        "out",
    }


@pytest.mark.parametrize("to", ["brf", "audio"])
def test_a_missing_tool_is_named_and_nothing_is_written(desk, to):
    refused = subprocess.run(
        [COMMAND, "format", "letter.html", "--to", to, "--pictures", "pictures",
         "-o", "out"],
        cwd=desk,
        env={"PATH": str(desk), "HOME": str(desk)},
        capture_output=True,
        check=False,
    )  # fmt: skip

    assert refused.returncode == 3
    assert b"is not installed. Install it with: sudo apt install" in refused.stderr
    assert not (desk / "out").exists()


@pytest.mark.parametrize("to", sorted({to.split()[0] for to, _ in MADE}))
@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "//127.0.0.1/x"]
)
def test_no_format_is_made_with_a_picture_from_elsewhere(desk, to, address):
    html = f"<html lang='en'><title>t</title><h1>a</h1><img alt='x' src='{address}'>"

    refused = format_(desk, "-", "--to", to, "-o", "out", given=html.encode())

    assert refused.returncode == 2
    assert refused.stderr.startswith(b"line 1: The picture is at an address outside")
    assert not (desk / "out").exists()


def test_a_document_may_come_from_standard_input(desk):
    made = format_(
        desk, "-", "--to", "text", "--pictures", "pictures", "-o", "out",
        given=SAMPLE.encode(),
    )  # fmt: skip

    assert made.returncode == 0
    assert b"3 March 2026" in (desk / "out").read_bytes()


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<p>a <b>b</p>", ["line 1: <b> is opened here"]),
        ("<html lang='en'><title>t</title><h1>a</h1>\n<table><tr><td>x</table>\n<img src='x.png'>",
         ["line 2: The table has no headers", "line 3: The picture has no text"]),
        ("<html lang='en'><title>t</title><h1>a</h1>\n<img alt='x' src='http://127.0.0.1/x.png'>",
         ["line 2: The picture is at an address outside this document"]),
        ("<html lang='en'><title>t</title><h1>a</h1>\n<img alt='x' src='../letter.html'>",
         ["line 2: There is no such picture in the folder"]),
    ],
)  # fmt: skip
def test_bad_input_is_told_line_by_line_and_out_stays_as_it_was(desk, html, says):
    (desk / "bad.html").write_text(html)
    (desk / "out").write_text("what was there before")

    refused = format_(
        desk, "bad.html", "--to", "text", "--pictures", "pictures", "-o", "out"
    )

    lines = refused.stderr.decode().splitlines()
    assert refused.returncode == 2
    assert all(any(line.startswith(each) for line in lines) for each in says)
    assert (desk / "out").read_text() == "what was there before"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["letter.html", "--to", "text", "--size", "18", "-o", "out"], "--size goes with --to large-print"),
        (["letter.html", "--to", "pdf", "--grade", "1", "-o", "out"], "--grade goes with --to brf"),
        (["letter.html", "--to", "paper", "-o", "out"], "invalid choice: 'paper'"),
        (["letter.html", "--to", "text", "-o", "no/out"], "there is no folder"),
        (["letter.html", "--to", "text", "-o", "pictures"], "is a folder"),
        (["letter.html", "--to", "text", "--pictures", "none", "-o", "out"], "there is no folder none"),
        (["none.html", "--to", "text", "-o", "out"], "none.html: No such file"),
        (["latin.html", "--to", "text", "-o", "out"], "line 2: The file is not UTF-8"),
        (["letter.html", "--to", "text"], "-o/--out"),
    ],
)  # fmt: skip
def test_a_command_that_cannot_be_meant_is_refused_with_what_to_do(
    desk, arguments, says
):
    (desk / "latin.html").write_bytes(b"<p>\ncaf\xe9")

    refused = format_(desk, *arguments)

    assert refused.returncode == 2
    assert says in refused.stderr.decode()
    assert not (desk / "out").exists()


def test_a_document_without_days_makes_no_calendar(desk):
    html = "<html lang='en'><title>t</title><h1>a</h1>"
    refused = format_(desk, "-", "--to", "ics", "-o", "out", given=html.encode())

    assert refused.returncode == 2
    assert b"no days for a calendar" in refused.stderr
    assert not (desk / "out").exists()


def test_the_installed_command_passes_on_how_the_law_answered():
    refused = subprocess.run(
        [COMMAND, "law", "due", "-"],
        cwd=ROOT,
        input=b"tomorrow,W,6\n",
        capture_output=True,
        check=False,
    )

    assert refused.returncode == 2
    assert refused.stdout == b""
