"""What every format costs: the worked example's routemaps, beside other makers.

Made by a program of its own with a store that is thrown away. First come all eight
routemaps in every format, from a cold start, while the memory of the program and of
everything it starts is watched; then single formats, warm, turn about with each tool
run alone and with WeasyPrint and Chromium's print.

Our typesetter remembers what it has set, so a PDF has three rows, each with its bar:
the same routemap again, the answer of a family with other days than the one before,
and a routemap in words that nobody has set before. Beside other makers it is always the
last. A maker that is not on this machine is named as such in its row.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.format_days import days_of
from bench.format_peers import PRINTERS, Printer, Typst, voice
from bench.measuring import Row, medians, seconds_of
from bench.memory import peak_megabytes

if TYPE_CHECKING:
    from waymark.formats.document import Document
    from waymark.formats.making import Kind

ROUNDS = 7
PDF, BRAILLE, AUDIO, ALL, MEMORY = 0.1, 0.3, 4.0, 30.0, 400.0
#: Of one recording, in seconds; and the bytes of sound in one second.
SPEECH, SECOND = 600, 4_000
AWAY = "not on this machine"


def rows() -> Iterator[Row]:
    """Every measure, each as soon as it is taken."""
    folder = tempfile.mkdtemp(prefix="waymark-bench-formats-")
    measuring = subprocess.Popen(
        [sys.executable, "-m", "bench.formats"],
        env={**os.environ, "DATA": folder, "WAYMARK_TODAY": "2026-01-13"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert measuring.stdout
        for line in measuring.stdout:
            yield Row(*json.loads(line))
        if measuring.wait():
            raise AssertionError("the formats could not be measured")
    finally:
        measuring.kill()
        measuring.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _measured() -> Iterator[Row]:
    written = _routemaps()
    yield from _everything(written)
    by_length = sorted(written, key=len)
    yield from _pdf_again(by_length)
    yield _pdf_of_days()
    yield from _pdf(by_length)
    longest = by_length[-1]
    yield from _braille(longest)
    yield from _office(longest)
    yield from _audio(longest)


def _routemaps() -> list[str]:
    """The eight routemaps as their documents are written, with nothing to set twice."""
    from waymark.config.store import open_store

    open_store()
    from django.conf import settings

    from waymark.config.starting import start_area
    from waymark.routemaps import queries
    from waymark.routemaps.documents.wholes import write_routemap

    start_area(settings.AREAS / "southend", demonstration=True)
    written = [write_routemap(page) for page in queries.routemaps()]
    if len(written) != 8:
        raise AssertionError(f"there are {len(written)} routemaps, not eight")
    return written


def _made(html: str, kind: "Kind") -> bytes:
    """What the site does for a file: read the document, and make the format."""
    from waymark.formats.making import make

    return make(_read(html), kind)


def _read(html: str) -> "Document":
    from waymark.formats.reading import read

    return read(html)


def _fresh(html: str, number: int) -> str:
    """The same document in words that nobody has set before."""
    for end in ("</p>", "</li>", "</td>", "</h2>", "</h3>"):
        html = html.replace(end, f" {number}{end}")
    return html


def _words(html: str) -> int:
    from waymark.formats.plain_text import text

    return len(text(_read(html)).split())


# ---- everything --------------------------------------------------------------------


def _everything(written: list[str]) -> Iterator[Row]:
    from waymark.formats.making import Kind

    kinds = [kind for kind in Kind if kind is not Kind.ICS]
    taken = {kind: 0.0 for kind in kinds}

    def make_all() -> None:
        for html in written:
            for kind in kinds:
                taken[kind] += seconds_of(lambda h=html, k=kind: _made(h, k))  # type: ignore[misc]

    seconds, megabytes = peak_megabytes(make_all)
    made = len(written) * len(kinds)
    for kind, of_kind in taken.items():
        yield Row("formats", f"eight routemaps, {kind}", len(written), of_kind)
    yield Row("formats", "eight routemaps, every format", made, seconds, within=ALL)
    yield Row(
        "formats",
        "peak memory of that",
        made,
        megabytes,
        within=MEMORY,
        unit="MB",
    )


# ---- one format, warm --------------------------------------------------------------


def _pdf_again(by_length: list[str]) -> Iterator[Row]:
    """A routemap that was set a moment ago, from its HTML to the file."""
    from waymark.formats.making import Kind

    for html in (by_length[0], by_length[4], by_length[-1]):
        _made(html, Kind.PDF)
        (taken,) = medians(
            lambda html=html: _made(html, Kind.PDF),  # type: ignore[misc]
            rounds=ROUNDS,
        )
        name = "a routemap as PDF, set before"
        yield Row("formats", name, _words(html), taken, within=PDF)


def _pdf_of_days() -> Row:
    """One family's own dates after another's: no two told us the same day."""
    from waymark.formats.making import Kind

    told = [days_of(number) for number in range(ROUNDS + 1)]
    each = iter(told)
    (taken,) = medians(lambda: _made(next(each), Kind.PDF), rounds=ROUNDS)
    name = "a family's own dates as PDF, other days each time"
    return Row("formats", name, _words(told[0]), taken, within=PDF)


def _pdf(by_length: list[str]) -> Iterator[Row]:
    from waymark.formats.making import Kind

    typst = Typst()
    for html in (by_length[0], by_length[4], by_length[-1]):
        fresh = [_fresh(html, number) for number in range(ROUNDS + 1)]
        sets = map(typst.sets, map(_read, fresh))
        ours, ready = iter(fresh), iter(list(sets))
        taken, alone = medians(
            lambda mine=ours: _made(next(mine), Kind.PDF),  # type: ignore[misc]
            lambda theirs=ready: next(theirs)(),  # type: ignore[misc]
            rounds=ROUNDS,
        )
        yield Row(
            "formats",
            "a routemap as PDF, words never set before",
            _words(html),
            taken,
            "Typst alone",
            taken / alone,
            within=PDF,
        )
    yield from (_against(each, by_length[-1]) for each in PRINTERS)


def _against(printer: Printer, html: str) -> Row:
    from waymark.formats.making import Kind
    from waymark.formats.whole_page import page

    fresh = [_fresh(html, number) for number in range(100, 101 + ROUNDS)]
    pages = iter([page(_read(each)).decode() for each in fresh])
    mine = iter(fresh)
    with printer.opened() as print_:
        works = [lambda: _made(next(mine), Kind.PDF)]
        if print_ is not None:
            works.append(lambda: print_(next(pages)))
        taken, *theirs = medians(*works, rounds=ROUNDS)
    peer = printer.name if theirs else f"{printer.name}, {AWAY}"
    ratio = taken / theirs[0] if theirs else None
    name = "a routemap as PDF, words never set before"
    return Row("formats", name, _words(html), taken, peer, ratio, 1.0)


def _braille(html: str) -> Iterator[Row]:
    from waymark.formats.braille.tables import ENGLISH
    from waymark.formats.making import Kind
    from waymark.formats.plain_text import text

    words = text(_read(html))
    for grade, kind in ((2, Kind.BRF), (1, Kind.BRF_UNCONTRACTED)):
        alone = ["lou_translate", ENGLISH[grade]]
        taken, theirs = medians(
            lambda kind=kind: _made(html, kind),  # type: ignore[misc]
            lambda alone=alone: _run(alone, words),  # type: ignore[misc]
            rounds=ROUNDS,
        )
        yield Row(
            "formats",
            f"a routemap as {kind}",
            len(words.split()),
            taken,
            "liblouis alone",
            taken / theirs,
            within=BRAILLE,
        )


def _office(html: str) -> Iterator[Row]:
    from waymark.formats.making import Kind
    from waymark.formats.office.pandoc import _place
    from waymark.formats.semantic import html as clean

    given, pandoc = clean(_read(html)).encode(), _place()
    for kind in (Kind.DOCX, Kind.ODT, Kind.EPUB):
        alone = [pandoc, "--sandbox", "--from=html", f"--to={kind}", "--output=-"]
        taken, theirs = medians(
            lambda kind=kind: _made(html, kind),  # type: ignore[misc]
            lambda alone=alone: _run(alone, given),  # type: ignore[misc]
            rounds=3,
        )
        yield Row(
            "formats",
            f"a routemap as {kind}",
            _words(html),
            taken,
            "Pandoc alone",
            taken / theirs,
        )


def _audio(html: str) -> Iterator[Row]:
    from waymark.formats.audio import transcript
    from waymark.formats.making import Kind

    part = _of_length(html)
    words = transcript(_read(part))
    length = len(_made(part, Kind.AUDIO)) / SECOND
    if length < SPEECH:
        raise AssertionError(f"{length:.0f} seconds are less than ten minutes")
    taken, theirs = medians(
        lambda: _made(part, Kind.AUDIO),
        lambda: _run(voice(), words),
        rounds=3,
    )
    yield Row(
        "formats",
        f"{length / 60:.1f} minutes of audio with chapters",
        len(words.split()),
        taken,
        "espeak-ng into ffmpeg alone",
        taken / theirs,
        within=AUDIO,
    )


def _of_length(html: str) -> str:
    """As many whole parts of a routemap as take ten minutes to say."""
    from waymark.formats.making import Kind

    head, *parts = html.split("<h2")
    tail = "</body></html>"
    for number in range(1, len(parts) + 1):
        part = "<h2".join([head, *parts[:number]])
        part = part if number == len(parts) else part + tail
        seconds = len(part) / 12  # about so many letters a second, with their marks
        if seconds > SPEECH and len(_made(part, Kind.AUDIO)) / SECOND > SPEECH:
            return part
    raise AssertionError("no routemap takes ten minutes to say")


def _run(command: list[str], given: bytes) -> bytes:
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


if __name__ == "__main__":
    for row in _measured():
        print(json.dumps(row), flush=True)
