"""How entries and their changes are shown to those who keep them."""

from waymark.localoffer.providing.presenters.entries import (
    Line,
    PartShown,
    lines,
    numbers_shown,
    parts_shown,
)
from waymark.localoffer.providing.presenters.versions import VersionLine, version_lines

__all__ = [
    "Line",
    "PartShown",
    "VersionLine",
    "lines",
    "numbers_shown",
    "parts_shown",
    "version_lines",
]
