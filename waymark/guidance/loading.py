"""Reading an area's words: everything is checked before anything is written.

A file of `areas/england` names no place; {council} and its like are filled from the
area's own `area.toml`. A fault names the file, the place in it and the field.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waymark.guidance.simple_html import Read
from waymark.organisations.services import SHARED_AREA, BadAreaFolder, read_toml

_BLANK = re.compile(r"\{([A-Za-z_-]+)\}")


class BadWords(BadAreaFolder):
    """Words of an area cannot be loaded; the message holds one line for each fault."""


@dataclass
class Faults:
    """Everything found wrong so far, so that a writer can mend it all at once."""

    found: list[str] = field(default_factory=list)

    def add(self, file: Path, where: str, says: str) -> None:
        self.found.append(f"{file.parent.name}/{file.name}, {where}: {says}")

    def stop(self) -> None:
        """Raises: BadWords, if anything was wrong."""
        if self.found:
            raise BadWords("\n".join(self.found))


@dataclass
class Entry:
    """One table of a file, read field by field, with its faults on the shared list."""

    file: Path
    where: str
    values: Mapping[str, Any]
    names: Mapping[str, str]
    faults: Faults

    def text(self, name: str, *, needed: bool = True, at_most: int = 0) -> str:
        """A field of words, with the area's names filled in."""
        value = self.values.get(name, "")
        if not isinstance(value, str):
            self.wrong(name, "should be words in quotation marks")
            return ""
        if needed and not value.strip():
            self.wrong(name, "is empty")
        if at_most and len(value) > at_most:
            self.wrong(name, f"has {len(value)} letters; at most {at_most} fit")
        return self._filled(name, value.strip())

    def html(self, name: str, *, needed: bool = True) -> str:
        """A field of simple HTML."""
        text = self.text(name, needed=needed)
        for fault in Read(text).faults:
            self.wrong(name, fault)
        return text

    def words(self, name: str) -> list[str]:
        """A field that is a list of words."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or any(not isinstance(v, str) for v in value):
            self.wrong(name, 'should be a list, such as ["one", "two"]')
            return []
        return list(value)

    def within(self, name: str, known: Mapping[str, object] | set[str]) -> list[str]:
        """A list of keys, each of which must be known."""
        keys = self.words(name)
        for key in keys:
            if key not in known:
                self.wrong(name, f"{key!r} is not known")
        return keys

    def part(self, name: str) -> "Entry":
        """A table inside this one; an empty one when it is missing."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            self.wrong(name, "should be a table of its own")
            value = {}
        where = f"{self.where}, {name}"
        return Entry(self.file, where, value, self.names, self.faults)

    def parts(self, name: str, called: str) -> Iterator["Entry"]:
        """The tables of a list, each named by its slug or its number."""
        for number, value in enumerate(self.values.get(name, []), start=1):
            where = f"{called} {value.get('slug') or number}"
            yield Entry(self.file, where, value, self.names, self.faults)

    def wrong(self, name: str, says: str) -> None:
        """Note that a field cannot be used, and why."""
        self.faults.add(self.file, f"{self.where}, {name}", says)

    def _filled(self, name: str, text: str) -> str:
        for blank in set(_BLANK.findall(text)) - self.names.keys():
            self.wrong(name, f"{{{blank}}} is no name of this area")
        return _BLANK.sub(lambda b: self.names.get(b.group(1), b.group(0)), text)


def places(folder: Path) -> list[Path]:
    """The folders whose words an area takes: those of England first, then its own."""
    return [folder.parent / SHARED_AREA, folder]


def names_of(folder: Path) -> dict[str, str]:
    """What stands where a text says {council}, {place} and so on."""
    names = read_toml(folder / "area.toml").get("names", {})
    return {key: str(value) for key, value in names.items()}


def whole(file: Path, names: Mapping[str, str], faults: Faults) -> Entry:
    """A whole file as one entry."""
    return Entry(file, "the file", read_toml(file), names, faults)


def entries(
    folder: Path, name: str, table: str, names: Mapping[str, str], faults: Faults
) -> Iterator[Entry]:
    """Every entry of one table, from England's file and then the area's own."""
    for place in places(folder):
        if (place / name).exists():
            yield from whole(place / name, names, faults).parts(table, table)
