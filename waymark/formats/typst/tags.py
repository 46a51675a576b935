"""What the typesetter's tags leave out, mended; the pages stay as they are.

Typst (0.15) tags the head rows of a table alone, puts the caption of a figure before
its picture, and describes a link by its bare address. Here the cells that head a row
say so, a caption follows its picture or stands in its table, and a link is described
by its own words.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Data = dict[str, Any]


#: The parts that are mended, by their names in the data and in the tags.
_TOLD = {
    "table": Name.Table,
    "link": Name.Link,
    "place": Name.Link,
}
_WANTED = set(_TOLD.values())


def finished(made: bytes, told: Any) -> bytes:
    """The PDF with the tags mended; the same bytes for the same PDF.

    Raises: ValueError where the tags are not the parts that were told, in their order.
    """
    with pikepdf.open(io.BytesIO(made)) as pdf:
        found = list(_wanted(pdf.Root.StructTreeRoot))
        for (element, name), part in zip(found, _parts(told), strict=True):
            if name != _TOLD[part["kind"]]:
                raise ValueError(f"{name} was found where {part['kind']} was told")
            if part["kind"] == "table":
                _head_rows(element, part)
            else:
                _describe(element, _said(part["inside"]))
        written = io.BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()


def _parts(told: Any) -> Iterator[Data]:
    """Every part of the data that is mended, in reading order."""
    if isinstance(told, list):
        for each in told:
            yield from _parts(each)
    elif isinstance(told, dict):
        if told.get("kind") in _TOLD:
            yield told
        for each in told.values():
            if isinstance(each, list):
                yield from _parts(each)


def _said(inside: list[Data]) -> str:
    """The words of a line of the data."""
    return "".join(_words_of(part) for part in inside)


def _words_of(part: Data) -> str:
    if part["kind"] == "break":
        return " "
    if part["kind"] == "long":
        return "".join(part["pieces"])
    return part.get("text") or _said(part.get("inside", []))


def _wanted(element: Any) -> Iterator[tuple[Any, Any]]:
    """Every table and link with its name, in reading order, captions put right.

    The links of a contents list are the typesetter's own and stay as they are.
    """
    kids = _kids(element)
    if len(kids) == 2 and _name(kids[0]) == Name.Caption:
        kids = _caption_put_right(element, *kids)
    for kid in kids:
        name = _name(kid)
        if name is None or name == Name.TOC:
            continue
        if name in _WANTED:
            yield kid, name
        yield from _wanted(kid)


def _name(kid: Any) -> Any:
    return kid.get("/S") if isinstance(kid, Dictionary) else None


def _caption_put_right(element: Any, caption: Any, captioned: Any) -> list[Any]:
    """A table's caption goes into the table; another stands after its picture."""
    table = _table_in(captioned)
    kids = [captioned] if table is not None else [captioned, caption]
    element.K = Array(kids)
    if table is not None:
        table.K = Array([caption, *_kids(table)])
        caption.P = table
    return kids


def _table_in(element: Any) -> Any:
    """The table that an element is, or that it holds alone."""
    while _name(element) == Name.Div and len(_kids(element)) == 1:
        element = _kids(element)[0]
    return element if _name(element) == Name.Table else None


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if isinstance(kids, Array):
        return list(kids)
    return [] if kids is None else [kids]


def _head_rows(element: Any, table: Data) -> None:
    cells = list(_cells(element))
    told = [*table["head"], *table["body"]]
    for cell, said in zip(cells, told, strict=True):
        if said["heads"] and cell.S == Name.TD:
            scope = Name.Row if said["heads"] == "row" else Name.Column
            cell.S = Name.TH
            for attributes in cell.A:
                if Name.Table == attributes.O:
                    attributes.Scope = scope


def _cells(element: Any) -> Iterator[Any]:
    """The cells of one table, without those of a table inside a cell."""
    for kid in _kids(element):
        if kid.S == Name.TR:
            yield from _kids(kid)
        elif kid.S in (Name.THead, Name.TBody, Name.TFoot):
            yield from _cells(kid)


def _describe(element: Any, words: str) -> None:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/Obj" in kid:
            kid.Obj.Contents = String(words)
