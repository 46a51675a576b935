"""Pandoc in a closed room: a tree on its standard input, a file on its output."""

import functools
from collections.abc import Mapping

import pypandoc

from waymark.formats import confined

TREE = "json"
#: HTML in which a division or a span is no more than what it holds.
PLAIN_HTML = "html-native_divs-native_spans"


def converted(
    words: bytes,
    to: str,
    *switches: str,
    source: str = TREE,
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """A tree or HTML in another format. `files` stand beside it, for switches to name.

    Raises: ToolFailed if Pandoc does not finish.
    """
    command = [_place(), "--sandbox", f"--from={source}", f"--to={to}", *switches]
    return confined.run([*command, "--output=-"], given=words, files=files).out


@functools.cache
def _place() -> str:
    return str(pypandoc.get_pandoc_path())
