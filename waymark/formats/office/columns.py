"""How wide the columns of a table should be, from the words in them."""

from collections.abc import Iterator

from waymark.formats.document import Cell, ItemList, Table
from waymark.formats.office.lines import text_of

#: A row with a place for every column, and places by row and column.
Line = list[Cell | None]
Places = set[tuple[int, int]]
#: Letters in a line across the whole paper, with the room between columns.
LINE = 56
#: A column wishes for no more than this many letters, and words longer than the
#: longest are parted.
COMFORT = 40
LONGEST_WORD = 16
BETWEEN = 3
MARK = 4


def shares(table: Table) -> tuple[float, ...]:
    """The part of the whole width that each column takes; they add up to 1.

    A column first gets room for its longest word, so that words stay whole, and what
    is left goes to the columns with most to say.
    """
    least = [BETWEEN + 2] * width(table)
    wish = list(least)
    for column, cell in placed(table):
        if cell.columns > 1:
            continue
        text = text_of(cell.blocks)
        word = max((len(each) for each in text.split()), default=0)
        marks = MARK if any(isinstance(each, ItemList) for each in cell.blocks) else 0
        least[column] = max(least[column], min(word, LONGEST_WORD) + BETWEEN + marks)
        wish[column] = max(wish[column], min(len(text), COMFORT) + BETWEEN)
    if sum(wish) <= LINE:
        return tuple(each / sum(wish) for each in wish)
    more = [max(most - room, 0) for room, most in zip(least, wish, strict=True)]
    spare = max(LINE - sum(least), 0) / (sum(more) or 1)
    given = [room + spare * part for room, part in zip(least, more, strict=True)]
    return tuple(each / sum(given) for each in given)


def width(table: Table) -> int:
    """How many columns a table has."""
    return max((column + cell.columns for column, cell in placed(table)), default=1)


def placed(table: Table) -> Iterator[tuple[int, Cell]]:
    """Each cell with the column it begins in; rows above may reach down into a row."""
    for rows in (table.head, table.body):
        for row in grid(rows):
            yield from (
                (column, cell)
                for column, cell in enumerate(row)
                if isinstance(cell, Cell)
            )


def grid(rows: tuple[tuple[Cell, ...], ...]) -> list[Line]:
    """The rows with every place filled: by a cell, or None where another reaches."""
    filled: list[Line] = []
    below: Places = set()
    for number, row in enumerate(rows):
        line: Line = []
        for cell in row:
            _reached(line, number, below)
            below |= _reach(cell, number, len(line), len(rows))
            line += [cell, *[None] * (cell.columns - 1)]
        _reached(line, number, below)
        filled.append(line)
    return filled


def _reached(line: Line, row: int, below: Places) -> None:
    while (row, len(line)) in below:
        line.append(None)


def _reach(cell: Cell, row: int, column: int, rows: int) -> Places:
    down = range(row + 1, min(row + cell.rows, rows))
    return {(each, column + across) for each in down for across in range(cell.columns)}


def row_heads(table: Table) -> int:
    """How many columns at the left hold nothing but headers of their rows."""
    lines = grid(table.body)
    count = 0
    while lines and all(_heads_its_row(line, count) for line in lines):
        count += 1
    return count


def _heads_its_row(line: Line, column: int) -> bool:
    if column >= len(line):
        return False
    cell = line[column]
    return cell is None or cell.heads == "row"
