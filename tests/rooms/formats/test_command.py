"""`waymark format`: anybody's own document, made whole or not at all."""

import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.programs import ROOT
from tests.rooms.formats.documents import DOT
from waymark.formats.command import TO

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


def format_(desk, *arguments, given=None, path="/usr/bin:/bin"):
    """Run the installed command itself, with no store and no settings."""
    return subprocess.run(
        [COMMAND, "format", *arguments],
        cwd=desk,
        input=given,
        env={"PATH": str(path), "HOME": str(desk)},
        capture_output=True,
        check=False,
    )


#: Format and options, and how its file begins.
MADE = [
    (["html"], b"<!doctype html>"),
    (["pdf"], b"%PDF-1.7"),
    (["large-print"], b"%PDF-1.7"),
    (["large-print", "--size", "24"], b"%PDF-1.7"),
    (["docx"], b"PK\x03\x04"),
    (["odt"], b"PK\x03\x04"),
    (["epub"], b"PK\x03\x04"),
    (["brf"], b""),
    (["brf", "--grade", "1"], b""),
    (["audio"], b"ID3\x03"),
    (["transcript"], b"[1] A letter to families"),
    (["text"], b"A letter to families"),
    (["markdown"], b'---\ntitle: "A letter to families"'),
    (["ics"], b"BEGIN:VCALENDAR"),
]


@pytest.mark.parametrize(("to", "begins"), MADE)
def test_each_format_is_made_and_nothing_else_is_left_behind(desk, to, begins):
    made = format_(
        desk, "letter.html", "--to", *to, "--pictures", "pictures", "-o", "out"
    )

    assert (made.returncode, made.stderr) == (0, b"")
    out = (desk / "out").read_bytes()
    assert out.startswith(begins)
    assert len(out) > 80
    assert {place.name for place in desk.iterdir()} == {
        "letter.html",
        "pictures",
        "out",
    }


def test_every_format_of_the_command_is_tried_here():
    assert {to[0] for to, _begins in MADE} == set(TO)


@pytest.mark.parametrize(
    ("to", "program", "package"),
    [
        ("brf", "lou_translate", "liblouis-bin"),
        ("audio", "ffmpeg", "ffmpeg"),
    ],
)
def test_a_missing_tool_is_named_and_out_stays_as_it_was(
    desk, tmp_path_factory, to, program, package
):
    (desk / "out").write_text("what was there before")
    empty = tmp_path_factory.mktemp("no-programs")

    refused = format_(
        desk, "letter.html", "--to", to, "--pictures", "pictures", "-o", "out",
        path=empty,
    )  # fmt: skip

    assert refused.returncode == 3
    assert refused.stderr.decode() == (
        f"{to} could not be made: {program} is not installed. "
        f"Install it with: sudo apt install {package}\n"
    )
    assert (desk / "out").read_text() == "what was there before"


#: A word of a file of this machine, which no format may hold.
SECRET = "mulberry"
REACHING = [
    "<img alt='x' src='http://127.0.0.1:{port}/x.png'>",
    "<img alt='x' src='//127.0.0.1:{port}/x.png'>",
    "<img alt='x' src='file://{secret}'>",
    "<img alt='x' src='{secret}'>",
    "<img alt='x' src='../../../../../../..{secret}'>",
    "<img alt='x' src='link.png'>",
]
#: What is left out with everything inside it; the words beside it stay.
LEFT_OUT = """
<object data='file://{secret}'></object><embed src='file://{secret}'>
<iframe src='file://{secret}'></iframe>
<style>@import url('file://{secret}'); @import url('http://127.0.0.1:{port}/a.css');</style>
<script src='http://127.0.0.1:{port}/a.js'></script>
<p>!include {secret} #read("{secret}") \\input{{{secret}}} $include({secret})$</p>
<p>.. include:: {secret}</p>
<p><a href='file://{secret}'>a file</a> <a href='javascript:alert(1)'>a script</a></p>
"""
CONVERTERS = [to for to, _begins in MADE if to[0] != "ics"]


@pytest.fixture
def loopback():
    """A listener of this machine that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as heard:
        heard.setblocking(False)
        yield heard


@pytest.fixture
def secret(tmp_path_factory):
    place = tmp_path_factory.mktemp("elsewhere") / "hidden.txt"
    place.write_text(SECRET)
    return place


def nobody_called(heard):
    with pytest.raises(BlockingIOError):
        heard.accept()
    return True


@pytest.mark.parametrize("picture", REACHING)
def test_a_picture_from_elsewhere_is_refused_in_one_sentence(
    desk, loopback, secret, picture
):
    (desk / "pictures" / "link.png").symlink_to(secret)
    port = loopback.getsockname()[1]
    html = "<html lang='en'><title>t</title><h1>a</h1>\n" + picture.format(
        port=port, secret=secret
    )

    refused = format_(
        desk, "-", "--to", "text", "--pictures", "pictures", "-o", "out",
        given=html.encode(),
    )  # fmt: skip

    assert refused.returncode == 2
    assert refused.stderr.startswith(b"line 2: ")
    assert SECRET.encode() not in refused.stderr
    assert not (desk / "out").exists()
    assert nobody_called(loopback)


@pytest.mark.parametrize("to", CONVERTERS, ids=" ".join)
def test_no_converter_reads_a_file_or_calls_anybody(desk, loopback, secret, to):
    reaching = LEFT_OUT.format(port=loopback.getsockname()[1], secret=secret)
    html = f"<html lang='en'><title>t</title><h1>a</h1>{reaching}</html>"

    made = format_(desk, "-", "--to", *to, "-o", "out", given=html.encode())

    assert (made.returncode, made.stderr) == (0, b"")
    assert SECRET not in words_of(desk / "out")
    assert nobody_called(loopback)


def words_of(place):
    """All that a file holds, with whatever is packed in it unpacked."""
    if zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as packed:
            return "".join(
                packed.read(name).decode("latin-1") for name in packed.namelist()
            )
    if place.read_bytes().startswith(b"%PDF"):
        told = subprocess.run(
            ["pdftotext", place, "-"], capture_output=True, check=True
        )
        return told.stdout.decode()
    return place.read_bytes().decode("latin-1")


@pytest.mark.parametrize("to", [["pdf"], ["docx"], ["brf"], ["audio"], ["text"]])
def test_a_huge_document_is_made_or_refused_in_a_sentence(desk, to):
    huge = "<p>" + "one word and another " * 25_000 + "</p>"
    html = f"<html lang='en'><title>t</title><h1>a</h1>{huge}</html>"

    made = format_(desk, "-", "--to", *to, "-o", "out", given=html.encode())

    assert made.returncode in {0, 1, 2}
    assert (desk / "out").exists() is (made.returncode == 0)
    assert b"Traceback" not in made.stderr
    assert len(made.stderr.splitlines()) == (0 if made.returncode == 0 else 1)
    if to == ["audio"]:
        assert b"Make recordings of its parts." in made.stderr


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
