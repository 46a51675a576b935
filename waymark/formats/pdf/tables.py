"""Tables as a grid, and as blocks one after another where the grid would not fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from waymark.formats.document import (
    Block,
    Cell,
    Inline,
    Link,
    Table,
    Term,
    TermList,
    TimeLine,
    Words,
    every_block,
    plain,
)

from .looks import Look
from .words import longest_word

#: The most that one cell may wish for beside others, in letters.
COMFORT = 60
#: A head longer than this would take too much of each page.
_REPEATED = 300


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place; `across` and `down` count the columns and rows it takes."""

    cell: Cell
    column: int
    row: int
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in which every cell has a place and no two share one."""

    columns: int
    head_rows: int
    cells: tuple[Placed, ...]


def grid(table: Table) -> Grid:
    """Give each cell its place, as HTML does; spans end where the table ends."""
    cells = [*_placed(table.head, 0), *_placed(table.body, len(table.head))]
    columns = max((each.column + each.across for each in cells), default=1)
    rows = len(table.head) + len(table.body)
    cells += _gaps(cells, columns, rows)
    cells.sort(key=lambda each: (each.row, each.column))
    return Grid(columns, len(table.head), tuple(cells))


def _gaps(cells: list[Placed], columns: int, rows: int) -> list[Placed]:
    """An empty cell for each place that no cell takes."""
    taken = {
        (each.row + y, each.column + x)
        for each in cells
        for y in range(each.down)
        for x in range(each.across)
    }
    every = ((row, column) for row in range(rows) for column in range(columns))
    return [
        Placed(Cell(()), column, row, 1, 1)
        for row, column in every
        if (row, column) not in taken
    ]


def _placed(rows: tuple[tuple[Cell, ...], ...], first: int) -> list[Placed]:
    taken: set[tuple[int, int]] = set()
    placed = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            down = min(max(cell.rows, 1), len(rows) - number)
            across = _free(taken, number, column, max(cell.columns, 1))
            taken |= {
                (number + y, column + x) for y in range(down) for x in range(across)
            }
            placed.append(Placed(cell, column, first + number, across, down))
            column += across
    return placed


def _free(taken: set[tuple[int, int]], row: int, column: int, wanted: int) -> int:
    across = 1
    while across < wanted and (row, column + across) not in taken:
        across += 1
    return across


# ---- does it fit? ------------------------------------------------------------------


def widths(laid: Grid, look: Look) -> list[int] | None:
    """How wide each column is in letters, or None where the table does not fit.

    Every column holds its longest word; what is left goes to those that ask for more.
    """
    least, wish = [4] * laid.columns, [4] * laid.columns
    for each in laid.cells:
        words = _words(each.cell)
        if each.across > 1:
            continue
        least[each.column] = max(least[each.column], longest_word(words) + 1)
        wish[each.column] = max(wish[each.column], min(len(words), COMFORT))
    room = look.letters(laid.columns)
    if sum(least) > room or (look.name != "print" and laid.columns > 3):
        return None
    return _shared(least, wish, room - sum(least))


def _shared(least: list[int], wish: list[int], spare: int) -> list[int]:
    """Share out what is left: modest wishes first and whole, the rest evenly."""
    given = list(least)
    modest = sorted(range(len(wish)), key=lambda at: wish[at] - least[at])
    for left, at in zip(range(len(modest), 0, -1), modest, strict=True):
        more = max(0, min(wish[at] - least[at], spare // left))
        given[at] += more
        spare -= more
    return given


def _words(cell: Cell) -> str:
    return " ".join(said(cell.blocks))


def said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of blocks, block by block; each stop of a time-line by its title."""
    for block in every_block(blocks):
        inside = getattr(block, "inside", None)
        if inside is not None:
            yield plain(inside)
        elif isinstance(block, TermList):
            yield from (plain(name) for term in block.terms for name in term.names)
        elif isinstance(block, TimeLine):
            yield from (plain(stop.title) for stop in block.stops)


def length(cell: Cell) -> int:
    """How many letters a cell holds, in every block of it."""
    return len(_words(cell))


def may_repeat(head: list[Placed]) -> bool:
    """Whether the head of a table is said again on each page: not if long or linked.

    What is repeated is only seen, and what is only seen may hold no link.
    """
    short = sum(length(each.cell) for each in head) <= _REPEATED
    return short and not any(_leads_somewhere(each.cell) for each in head)


def _leads_somewhere(cell: Cell) -> bool:
    return any(_has_link(getattr(b, "inside", ())) for b in every_block(cell.blocks))


def _has_link(inside: tuple[Inline, ...]) -> bool:
    return any(
        isinstance(part, Link) or _has_link(getattr(part, "inside", ()))
        for part in inside
    )


# ---- one after another -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """A row told by itself: its name, and each column's name with what stands there."""

    name: tuple[Inline, ...]
    terms: tuple[Term, ...]


def one_after_another(laid: Grid) -> tuple[Row, ...]:
    """The rows of a table that would not fit, each told by itself.

    Every word of the head and of the body is there; a column's name is said again in
    each row, because the eye can no longer go up to it.
    """
    last = max((each.row + each.down for each in laid.cells), default=0)
    if last == laid.head_rows:
        return tuple(Row(_line(each.cell), ()) for each in laid.cells)
    rows = tuple(_row(laid, row) for row in range(laid.head_rows, last))
    return (*_over_nothing(laid), *rows)


def _row(laid: Grid, row: int) -> Row:
    here = [each for each in laid.cells if each.row <= row < each.row + each.down]
    here.sort(key=lambda each: each.column)
    names = [_name(laid, each) for each in here if each.cell.heads]
    facts = [each for each in here if not each.cell.heads and each.cell.blocks]
    return Row(
        _joined(names), tuple(Term(_heads(laid, f), f.cell.blocks) for f in facts)
    )


def _name(laid: Grid, placed: Placed) -> tuple[Inline, ...]:
    """What a row is called, after what its column is called: "Step: Ask for it"."""
    over = _joined(list(_heads(laid, placed)))
    called = _line(placed.cell)
    return (*over, Words(": "), *called) if over and called else over or called


def _over_nothing(laid: Grid) -> tuple[Row, ...]:
    """The heads that no row says, since their columns are empty: said once, first."""
    said = [each for each in laid.cells if each.row >= laid.head_rows]
    said = [each for each in said if each.cell.heads or each.cell.blocks]
    alone = [
        _line(each.cell)
        for each in laid.cells
        if each.row < laid.head_rows and not any(_is_over(each, s) for s in said)
    ]
    return (Row(_joined(alone), ()),) if any(alone) else ()


def _heads(laid: Grid, fact: Placed) -> tuple[tuple[Inline, ...], ...]:
    """The names of the columns over a cell, the widest first."""
    over = [
        each
        for each in laid.cells
        if each.row < laid.head_rows and _is_over(each, fact)
    ]
    return tuple(line for line in (_line(each.cell) for each in over) if line)


def _is_over(head: Placed, cell: Placed) -> bool:
    return (
        head.column < cell.column + cell.across
        and cell.column < head.column + head.across
    )


def _line(cell: Cell) -> tuple[Inline, ...]:
    """The words of a header cell in one line."""
    return _joined([getattr(block, "inside", ()) for block in every_block(cell.blocks)])


def _joined(lines: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    said: list[Inline] = []
    for line in lines:
        said += [Words(" "), *line] if said and line else line
    return tuple(said)
