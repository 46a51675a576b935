"""Lines bound in pages of twenty-five lines, each with its running head and number.

The first line of every page but a cover holds the running head and, at the right, the
Braille page number. A document of more than `SHORT` pages has a cover that says who
made it, and its contents with Braille page numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waymark.formats.braille.kinds import Strip, Whole
from waymark.formats.braille.lines import WIDTH, Line, Setter, wrapped
from waymark.formats.braille.phrases import Phrase

HEIGHT = 25
#: Up to so many pages a document needs neither cover nor contents.
SHORT = 4
#: Cells at the right that page numbers have to themselves in the contents.
NUMBERS = 6

#: The guide dot.
GUIDE = '"'
_DIGITS = str.maketrans("1234567890", "ABCDEFGHIJ")


def bound(whole: Whole, setter: Setter) -> bytes:
    """The pages as BRF: lines end in CR LF, pages in a form feed."""
    lines = setter.lines(whole.body)
    pages = list(_pages([*lines, *setter.lines(whole.imprint)], HEIGHT - 1))
    if len(pages) <= SHORT:
        numbered = [_Page(lines, number) for number, lines in enumerate(pages, 1)]
        return _written(whole, setter, numbered)
    pages = list(_pages(lines, HEIGHT - 1))
    return _written(whole, setter, _with_contents(whole, setter, pages))


def page_number(number: int) -> str:
    """A page number in cells: the number sign and its figures."""
    return "#" + str(number).translate(_DIGITS)


@dataclass(frozen=True, slots=True)
class _Page:
    lines: Sequence[Line]
    number: int
    cover: bool = False


# ---- pages -------------------------------------------------------------------------


def _pages(lines: list[Line], height: int) -> Iterator[list[Line]]:
    """Lines in pages; lines that stay together are moved to the next page together."""
    page: list[Line] = []
    for group in _groups(lines):
        room = height - len(page)
        if page and _tall(group) > room:
            yield page
            page = []
        for line in group:
            blank = line.above if page else 0
            if len(page) + blank + 1 > height:
                yield page
                page, blank = [], 0
            page += [*[Line("")] * blank, line]
    if page:
        yield page


def _tall(group: list[Line]) -> int:
    return sum(line.above + 1 for line in group)


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that belong on one page: a heading and the first two lines under it."""
    group: list[Line] = []
    for line in lines:
        led = bool(group) and group[-1].stays
        group.append(line)
        if not (line.stays or (led and line.more)):
            yield group
            group = []
    if group:
        yield group


# ---- contents ----------------------------------------------------------------------


def _with_contents(
    whole: Whole, setter: Setter, pages: list[list[Line]]
) -> list[_Page]:
    """Cover, contents and body: the length of the contents does not hang on numbers."""
    covers = list(_pages(setter.lines(whole.cover), HEIGHT))
    unnumbered = _contents(whole, setter, _entries(whole, pages, 1))
    front = len(list(_pages(unnumbered, HEIGHT - 1)))
    entries = _entries(whole, pages, 1 + len(covers) + front)
    listed = list(_pages(_contents(whole, setter, entries), HEIGHT - 1))
    return [
        _Page(lines, number, cover=number <= len(covers))
        for number, lines in enumerate([*covers, *listed, *pages], 1)
    ]


def _entries(
    whole: Whole, pages: list[list[Line]], begins: int
) -> list[tuple[Phrase, int, int]]:
    """Headings with their level and page."""
    return [
        (line.entry, line.level, number)
        for number, page in enumerate(pages, begins)
        for line in page
        if line.entry and 2 <= line.level <= whole.contents_to
    ]


def _contents(
    whole: Whole, setter: Setter, entries: list[tuple[Phrase, int, int]]
) -> list[Line]:
    strip = Strip(whole.contents, centred=True, level=2)
    lines = [*setter.lines([strip]), Line("")]
    for phrase, level, number in entries:
        first = 2 * (level - 2)
        said = wrapped(
            setter.words(phrase), first=first, runover=first + 4, width=WIDTH - NUMBERS
        )
        lines += [Line(text, stays=True) for text in said[:-1]]
        lines.append(Line(_led(said[-1], page_number(number)) if said else ""))
    return lines


def _led(text: str, number: str) -> str:
    """A line of the contents: guide dots lead from the words to the number."""
    dots = WIDTH - len(text) - len(number) - 2
    led = GUIDE * dots if dots > 1 else " " * dots
    return f"{text} {led} {number}"


# ---- writing -----------------------------------------------------------------------


def _written(whole: Whole, setter: Setter, pages: list[_Page]) -> bytes:
    written = []
    for page in pages:
        lines = [line.text for line in page.lines]
        if not page.cover:
            lines.insert(0, _head(whole, setter, page.number))
        written.append("".join(f"{line}\r\n" for line in lines))
    return "\f".join(written).encode("ascii") + b"\f"


def _head(whole: Whole, setter: Setter, number: int) -> str:
    """The running head in the middle, as much of it as fits, and the page number."""
    told = page_number(number)
    room = WIDTH - 2 * (len(told) + 3)
    said = wrapped(setter.words(whole.title), width=room)
    head = said[0].removesuffix('"') if said else ""
    left = (WIDTH - len(head)) // 2
    return " " * left + head + told.rjust(WIDTH - left - len(head))
