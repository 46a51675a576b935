"""Whole questions that families ask, joined by hand to the page that answers them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path


def from_file(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each address with the questions it answers; nothing if there is no such file.

    In the file, an address without its first stroke is one under /routemaps/.
    """
    if not path.exists():
        return
    with path.open("rb") as file:
        for row in tomllib.load(file)["answers"]:
            yield address(row["to"]), row["questions"]


def address(to: str) -> str:
    return to if to.startswith("/") else f"/routemaps/{to}/"
