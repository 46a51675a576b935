"""Tables: a caption if there is one, headers that say what they head, and cells."""

from collections.abc import Callable, Iterable
from typing import Literal

from waymark.formats.document import Block, Cell, Inline, Table
from waymark.formats.reading.lines import line
from waymark.formats.reading.lists import spoken
from waymark.formats.reading.nodes import Node
from waymark.formats.reading.sense import Sense

Flow = Callable[[Iterable[Node | str], Sense], tuple[Block, ...]]
Heads = Literal["", "column", "row"]
WIDEST = 200


def table(node: Node, sense: Sense, flow: Flow) -> list[Block]:
    """A table with headers; one without is a fault, for nobody could hear it."""
    caption: tuple[Inline, ...] = ()
    head: list[tuple[Cell, ...]] = []
    body: list[tuple[Cell, ...]] = []
    for part in node.elements():
        if part.name == "caption":
            caption = line(part.inside, sense)
        elif part.name == "thead":
            head += _rows(part, sense, flow, heading=True)
        elif part.name in {"tbody", "tfoot"}:
            body += _rows(part, sense, flow, heading=False)
        elif part.name == "tr":
            body += [_row(part, sense, flow, heading=False)]
    head, body = _first_rows_up(head, [row for row in body if row])
    if not head and not body:
        return []
    if not any(cell.heads for row in (*head, *body) for cell in row):
        sense.fault(
            node, "The table has no headers. Write the first row or column as <th>."
        )
    return [Table(caption, tuple(head), tuple(body))]


Rows = list[tuple[Cell, ...]]


def _first_rows_up(head: Rows, body: Rows) -> tuple[Rows, Rows]:
    """A first row made of headers only is the head, also where nobody wrote <thead>."""
    if head or len(body) < 2 or not all(c.heads == "column" for c in body[0]):
        return head, body
    return body[:1], body[1:]


def _rows(part: Node, sense: Sense, flow: Flow, *, heading: bool) -> Rows:
    rows = (
        _row(row, sense, flow, heading=heading)
        for row in part.elements()
        if row.name == "tr"
    )
    return [row for row in rows if row]


def _row(row: Node, sense: Sense, flow: Flow, *, heading: bool) -> tuple[Cell, ...]:
    cells = [cell for cell in row.elements() if cell.name in {"td", "th"}]
    alone = all(cell.name == "th" for cell in cells)
    return tuple(
        Cell(
            spoken(cell, sense, flow),
            _heads(cell, in_head=heading or alone),
            _span(cell, "colspan"),
            _span(cell, "rowspan"),
        )
        for cell in cells
    )


def _heads(cell: Node, *, in_head: bool) -> Heads:
    if cell.name != "th":
        return ""
    said = cell.said.get("scope", "").lower()
    if said in {"row", "rowgroup"}:
        return "row"
    if said in {"col", "colgroup"} or in_head:
        return "column"
    return "row"


def _span(cell: Node, name: str) -> int:
    said = cell.said.get(name, "1").strip()
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 1
    return min(max(number, 1), WIDEST)
