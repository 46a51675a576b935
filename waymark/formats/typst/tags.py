"""What the typesetter's tags leave out: which cells head a row, and captions last.

Typst (0.15) tags the head rows of a table alone, and puts the caption of a figure
before its picture. Both are mended in the tags; the pages stay as they are.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Data = dict[str, Any]


def finished(made: bytes, told: Any) -> bytes:
    """The PDF with the tags mended; the same bytes for the same PDF."""
    tables = list(_of_kind(told, "table"))
    captions = any(figure["caption"] for figure in _of_kind(told, "figure"))
    heads = any(cell["heads"] for table in tables for cell in table["body"])
    if not (captions or heads):
        return made
    with pikepdf.open(io.BytesIO(made)) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot))
        drawn = [each for each in elements if each.S == Name.Table]
        for element, table in zip(drawn, tables, strict=True):
            _head_rows(element, table)
        for element in elements:
            _caption_last(element)
        written = io.BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()


def _of_kind(told: Any, kind: str) -> Iterator[Data]:
    """Every part of the data of a kind, in reading order."""
    if isinstance(told, list):
        for each in told:
            yield from _of_kind(each, kind)
    elif isinstance(told, dict):
        if told.get("kind") == kind:
            yield told
        for each in told.values():
            yield from _of_kind(each, kind)


def _elements(element: Any) -> Iterator[Any]:
    """The structure elements under one, in reading order."""
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _head_rows(element: Any, table: Data) -> None:
    cells = list(_cells(element))
    told = [*table["head"], *table["body"]]
    for cell, said in zip(cells, told, strict=True):
        if said["heads"] and cell.S == Name.TD:
            scope = Name.Row if said["heads"] == "row" else Name.Column
            cell.S = Name.TH
            for attributes in cell.A:
                if attributes.O == Name.Table:
                    attributes.Scope = scope


def _cells(element: Any) -> Iterator[Any]:
    """The cells of one table, without those of a table inside a cell."""
    for kid in _kids(element):
        if kid.S == Name.TR:
            yield from _kids(kid)
        elif kid.S in (Name.THead, Name.TBody, Name.TFoot):
            yield from _cells(kid)


def _caption_last(element: Any) -> None:
    """Put the words under a picture after it, as they are read on the page."""
    kids = _kids(element)
    names = [kid.get("/S") if isinstance(kid, Dictionary) else None for kid in kids]
    if names == [Name.Caption, Name.Figure]:
        element.K = Array([kids[1], kids[0]])
