"""Where the cells of a table stand, and what heads them."""

from collections.abc import Iterator

from waymark.formats.document import Cell, Paragraph, Table

Placed = tuple[int, Cell]

#: A span in a table of words is never longer; a longer one is a slip or a prank.
WIDEST = 100


def rows(body: tuple[tuple[Cell, ...], ...]) -> Iterator[list[Placed]]:
    """Each row's cells with their columns; one that spans rows stands in each."""
    hanging = dict[int, tuple[int, Cell]]()
    for row in body:
        placed = list[Placed]()
        waiting = list(row)
        column = 0
        while waiting or column in hanging:
            if column in hanging:
                left, cell = hanging.pop(column)
            else:
                cell = waiting.pop(0)
                left = min(cell.rows, WIDEST)
            placed.append((column, cell))
            if left > 1:
                hanging[column] = (left - 1, cell)
            column += _width(cell)
        yield placed


def heads(table: Table) -> dict[int, list[Cell]]:
    """The cells that head each column, from the top down, each once."""
    found = dict[int, list[Cell]]()
    for row in rows(table.head):
        for column, cell in row:
            for each in range(column, column + _width(cell)):
                above = found.setdefault(each, [])
                if cell not in above:
                    above.append(cell)
    return found


def is_plain(table: Table) -> bool:
    """Whether every cell is one line of words in one column and one row."""
    whole = (*table.head, *table.body)
    return len({len(row) for row in whole}) == 1 and all(
        _is_plain(cell) for row in whole for cell in row
    )


def _is_plain(cell: Cell) -> bool:
    one_line = len(cell.blocks) <= 1 and all(
        isinstance(block, Paragraph) for block in cell.blocks
    )
    return one_line and cell.columns == cell.rows == 1


def _width(cell: Cell) -> int:
    return max(1, min(cell.columns, WIDEST))
