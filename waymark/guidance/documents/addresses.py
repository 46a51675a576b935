"""The addresses of files to take away: for life, and the same for every page.

A page's files lie under it: /guides/words/take-away/large-print-18.pdf. The name is
that of the format and its ending the file's own; should a format ever change its
ending, the old address leads to the new one.
"""

from dataclasses import dataclass

from waymark.formats.making import FORMATS, Format, Kind
from waymark.guidance.documents.publications import PARTS

FOLDER = "take-away/"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: which part of a page, in which format."""

    part: str
    format: Format


def asked(name: str) -> Asked | None:
    """What the name of a file asks for; None where nothing has that name."""
    if name in PARTS:
        return Asked(name, FORMATS[PARTS[name]])
    if name in set(Kind):
        return Asked("", FORMATS[Kind(name)])
    return None


def file_of(format_: Format, part: str = "") -> str:
    """The address of a file from the page it hangs on."""
    return f"{FOLDER}{part or format_.kind.value}{format_.ending}"


def file_name(begins: str, format_: Format, part: str = "") -> str:
    """How the file is called on the device of whoever takes it: plain words only."""
    return f"{begins}-{part or format_.kind.value}{format_.ending}"
