"""How the cells of the register are read. Each raises ValueError with a sentence."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from waymark.organisations.registers.faults import shown

#: Reads one cell.
Read = Callable[[str], Any]

#: What the register writes where a question does not arise.
NOTHING = frozenset(
    {"", "not applicable", "not supported", "does not apply", "not recorded"}
)
#: What a byte that Windows-1252 has no letter for becomes when it is read.
_NO_LETTER = re.compile("[\udc80-\udcff]")
_DAY = re.compile(r"(\d\d)[-/](\d\d)[-/](\d{4})", re.ASCII)
_NUMBER = re.compile(r"\d{1,7}", re.ASCII)
_URN = re.compile(r"[1-9]\d{4,6}", re.ASCII)


class Memo(dict[str, Any]):
    """A reader that remembers, because a column says the same things very often."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: str) -> Any:
        value = self[cell] = self.read(cell)
        return value


def words(longest: int) -> Read:
    """Words of at most so many letters, with single spaces between them."""

    def read(cell: str) -> str:
        if "\0" in cell or (not cell.isascii() and _NO_LETTER.search(cell)):
            raise ValueError(
                "holds a letter that cannot be read; the file should be "
                "Windows-1252 or UTF-8, as it was downloaded"
            )
        said = " ".join(cell.split())
        if len(said) > longest:
            raise ValueError(f"is longer than {longest} letters: {shown(said)}")
        return said

    return read


def named(longest: int) -> Read:
    """The name of a choice; empty where the question does not arise."""
    read_words = words(longest)

    def read(cell: str) -> str:
        said: str = read_words(cell)
        return "" if said.lower() in NOTHING else said

    return read


def needed(read_cell: Read) -> Read:
    """A cell that may not be empty."""

    def read(cell: str) -> Any:
        if not cell.strip():
            raise ValueError("is empty; every row needs it")
        return read_cell(cell)

    return read


def urn(cell: str) -> str:
    """The unique reference number of a setting."""
    said = cell.strip()
    if not _URN.fullmatch(said):
        raise ValueError(f"is {shown(said)}; a URN is a number of five to seven digits")
    return said


def digits(number: int) -> Read:
    """A code of exactly so many digits, or nothing."""
    code = re.compile(rf"\d{{{number}}}", re.ASCII)

    def read(cell: str) -> str:
        said = cell.strip()
        if said and not code.fullmatch(said):
            raise ValueError(f"is {shown(said)}; it should be {number} digits")
        return said

    return read


def whole(cell: str) -> int | None:
    """A whole number, or nothing."""
    said = cell.strip()
    if said.lower() in NOTHING:
        return None
    if not _NUMBER.fullmatch(said):
        raise ValueError(f"is {shown(said)}; it should be a whole number")
    return int(said)


def at_most(largest: int) -> Read:
    """A whole number up to the largest, or nothing."""

    def read(cell: str) -> int | None:
        found = whole(cell)
        if found is not None and found > largest:
            raise ValueError(f"is {found}; it should be at most {largest}")
        return found

    return read


def day(cell: str) -> date | None:
    """A day, written as 31-08-2025, or nothing."""
    said = cell.strip()
    if not said:
        return None
    found = _DAY.fullmatch(said)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise ValueError(f"is {shown(said)}; a day is written as 31-08-2025")


def one_of(choices: dict[str, Any]) -> Read:
    """One of the answers that the register gives, in any case of letters."""

    def read(cell: str) -> Any:
        said = " ".join(cell.split())
        try:
            return choices[said.lower()]
        except KeyError:
            raise ValueError(
                f"is {shown(said)}; the register says {_either(choices)}"
            ) from None

    return read


def _either(choices: dict[str, Any]) -> str:
    *most, last = (shown(each) for each in choices if each)
    return f"{', '.join(most)} or {last}" if most else last
