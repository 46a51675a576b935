"""Parts set in lines of forty cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from waymark.formats.braille.cells import Word
from waymark.formats.braille.kinds import Grid, Part, Rule, Strip
from waymark.formats.braille.phrases import Phrase

WIDTH = 40
#: Blank cells that a centred line keeps on each side.
BESIDE = 3
#: Blank cells between two columns of a table.
BETWEEN = 2

NOTE_OPENS, NOTE_CLOSES = "@.<", "@.>"
#: At the end of a line: the word goes on in the next, without a space.
GOES_ON = '"'
_RULES = {
    "top": "7" * WIDTH,
    "foot": "G" * WIDTH,
    "change": ("3" * 12).center(WIDTH).rstrip(),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `above` are blank lines before it, except at the top of a page.

    `stays` keeps it on the page of the next; `more` says that its strip goes on;
    `entry` and `level` name a heading for the contents.
    """

    text: str
    above: int = 0
    stays: bool = False
    more: bool = False
    level: int = 0
    entry: Phrase = ()


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets parts in lines, with the Braille of every phrase at hand."""

    brailled: Mapping[Phrase, tuple[Word, ...]]

    def lines(self, parts: Sequence[Part]) -> list[Line]:
        """All lines of some parts, in their order."""
        made: list[Line] = []
        for part in parts:
            if isinstance(part, Rule) and part.kind == "foot" and made:
                made[-1] = replace(made[-1], stays=True)
            made += self._lines(part)
        return made

    def words(self, phrase: Phrase) -> tuple[Word, ...]:
        """The Braille of a phrase; it was brailled before."""
        return self.brailled[phrase]

    def flat(self, phrase: Phrase) -> str:
        """The Braille of a phrase on one line, however long."""
        return " ".join(" ".join(chunk) for chunk in _chunks(self.words(phrase)))

    def _lines(self, part: Part) -> Iterator[Line]:
        match part:
            case Strip():
                yield from self._strip(part)
            case Grid():
                yield from self._grid(part)
            case Rule(kind="top"):
                yield Line(_RULES["top"], above=1, stays=True)
            case Rule(kind=kind):
                yield Line(_RULES[kind])

    def _strip(self, strip: Strip) -> Iterator[Line]:
        words = self.words(strip.phrase)
        if strip.note:
            words = _noted(words)
        if strip.centred:
            set_lines = [
                line.center(WIDTH).rstrip()
                for line in wrapped(words, width=WIDTH - 2 * BESIDE)
            ]
        else:
            set_lines = wrapped(words, first=strip.first, runover=strip.runover)
        stays = strip.stays or strip.level > 0
        for number, text in enumerate(set_lines):
            first = number == 0
            yield Line(
                text,
                above=strip.above if first else 0,
                stays=stays,
                more=number + 1 < len(set_lines),
                level=strip.level if first else 0,
                entry=strip.phrase if first and strip.level else (),
            )

    def _grid(self, grid: Grid) -> Iterator[Line]:
        """Columns where every row fits on a line of its own, else row by row."""
        rows = [[self.flat(cell) for cell in row] for row in grid.rows]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        if not rows or sum(widths) + BETWEEN * (len(widths) - 1) > WIDTH:
            yield from self.lines(grid.listed)
            return
        for number, row in enumerate(rows):
            if number == grid.heads and number:
                yield Line(
                    _columns([_drawn(width) for width in widths], widths), stays=True
                )
            yield Line(_columns(row, widths), stays=number < grid.heads)


def _columns(row: list[str], widths: list[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return (" " * BETWEEN).join(cells).rstrip()


def _drawn(width: int) -> str:
    """The line under the head of a column, from its first cell to its last."""
    return ('"' + "3" * (width - 1))[:width]


def _noted(words: tuple[Word, ...]) -> tuple[Word, ...]:
    if not words:
        return ()
    opened = replace(words[0], cells=NOTE_OPENS + words[0].cells)
    words = (opened, *words[1:])
    return (*words[:-1], replace(words[-1], cells=words[-1].cells + NOTE_CLOSES))


# ---- wrapping ----------------------------------------------------------------------


def wrapped(
    words: Sequence[Word], *, first: int = 0, runover: int = 0, width: int = WIDTH
) -> list[str]:
    """Words in lines: the first from one margin, the runovers from another."""
    lines: list[str] = []
    line, margin = " " * first, first
    for chunk in _chunks(words):
        for piece in _fitting(chunk, width - max(first, runover)):
            gap = " " if len(line) > margin else ""
            if gap and len(line) + 1 + len(piece) > width:
                lines.append(line)
                line, margin, gap = " " * runover, runover, ""
            line += gap + piece
            if piece.endswith(GOES_ON):
                lines.append(line)
                line, margin = " " * runover, runover
    return [*lines, line] if len(line) > margin else lines


def _chunks(words: Sequence[Word]) -> list[list[str]]:
    """Words in groups that stay on one line."""
    chunks: list[list[str]] = []
    for word in words:
        if word.touches and chunks:
            chunks[-1][-1] += word.cells
        elif word.holds and chunks:
            chunks[-1].append(word.cells)
        else:
            chunks.append([word.cells])
    return chunks


def _fitting(chunk: list[str], room: int) -> Iterator[str]:
    """A group whole where it fits on a line; else word by word, the longest parted."""
    whole = " ".join(chunk)
    if len(whole) <= room:
        yield whole
        return
    for word in chunk:
        while len(word) > room:
            end = _good_end(word[: room - 1])
            yield word[:end] + GOES_ON
            word = word[end:]
        yield word


def _good_end(cells: str) -> int:
    """Where a long word is parted: after a stroke, a stop or a hyphen, if near."""
    places = (cells.rfind(sign) + len(sign) for sign in ("_/", "4", "-"))
    best = max(places)
    return best if best > len(cells) // 2 else len(cells)
