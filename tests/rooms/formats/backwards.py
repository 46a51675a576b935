"""Reads Braille back into words with liblouis, as a proof-reader would."""

import re
import subprocess

TABLES = {1: "en-ueb-g1.ctb", 2: "en-ueb-g2.ctb"}
#: Signs that are not words: of weight, of notes, of another code.
SIGNS = re.compile(
    r"""(?<![^\s])[.^][17](?=\S) | [.^]'(?=\s|$) | @\.[<>] | \^\(|"\('|,"\)""",
    re.VERBOSE,
)
#: What liblouis reads wrongly where a person does not: lower signs beside others.
MISREAD = (
    (r"(?<=https)cc(?=//)", ":"),
    (r"(?<= )en(?= )", "enough"),
    (r"(?<=[A-Z])FF(?=[A-Z])", "!"),
)
DRAWN = re.compile(r"^(7{40}|G{40}| *3{12}|[\"3 ]*\"33[\"3 ]*)$")


def pages(made: bytes) -> list[list[str]]:
    """The lines of each page."""
    text = made.decode("ascii")
    assert text.endswith("\f")
    return [page.split("\r\n")[:-1] for page in text[:-1].split("\f")]


def cells(made: bytes) -> str:
    """All cells of the words, without running heads, lines and guide dots."""
    kept = []
    for number, page in enumerate(pages(made)):
        headed = bool(re.search(r" #[A-J]+$", page[0]))
        assert headed or number == 0, page[0]
        kept += page[1:] if headed else page
    words = "\n".join(line for line in kept if not DRAWN.match(line))
    words = re.sub(r' ""+ ', " ", words)
    words = re.sub(r'"\n *(?=\S)', "", words)
    return SIGNS.sub("", " ".join(words.split()))


def read(made: bytes, grade: int) -> str:
    """The words of a BRF file, with plain quotes and dashes."""
    lines, line = [], ""
    for word in cells(made).split():
        if len(line) > 800:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    given = "\n".join([*lines, line, ""]).replace("\\", "\\\\")
    done = subprocess.run(
        ["lou_translate", "-b", f"en-us-brf.dis,{TABLES[grade]}"],
        input=given.encode(),
        capture_output=True,
        check=True,
    )
    words = plain(done.stdout.decode())
    for misread, meant in MISREAD:
        words = re.sub(misread, meant, words)
    return words


def plain(words: str) -> str:
    """Words with one kind of quote and dash, and one space between them."""
    words = re.sub('[“”"]', '"', words)
    words = re.sub("[‘’′]", "'", words)
    return " ".join(re.sub("[–—]", "-", words).split())
