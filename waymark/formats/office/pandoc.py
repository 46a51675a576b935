"""Pandoc in a closed room: a tree on its standard input, a file on its output."""

import functools
from collections.abc import Mapping

import pypandoc

from waymark.formats import confined


def converted(
    tree: bytes, to: str, *switches: str, files: Mapping[str, bytes] | None = None
) -> bytes:
    """The tree in another format. `files` stand beside it, for the switches to name.

    Raises: ToolFailed if Pandoc does not finish.
    """
    command = [_place(), "--sandbox", "--from=json", f"--to={to}", *switches]
    return confined.run([*command, "--output=-"], given=tree, files=files).out


@functools.cache
def _place() -> str:
    return str(pypandoc.get_pandoc_path())
