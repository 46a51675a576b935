"""An area's own folder: its files, and what is said when one cannot be understood."""

import tomllib
from pathlib import Path
from typing import Any


class BadAreaFolder(ValueError):
    """The folder of an area is not there, or a file in it cannot be understood."""


def read_toml(file: Path) -> dict[str, Any]:
    """The contents of one file of an area.

    Raises: BadAreaFolder, if it is missing or is not TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise BadAreaFolder(
            f"{file} cannot be read ({problem.strerror}). An area's folder needs one; "
            "see the areas that come with Waymark."
        ) from problem
    except tomllib.TOMLDecodeError as problem:
        raise BadAreaFolder(f"{file} is not good TOML: {problem}.") from problem
