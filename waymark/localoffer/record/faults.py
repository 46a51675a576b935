"""What is wrong with a record, in sentences that say what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs

from waymark.localoffer.record.shape import json_schema


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: which row of the list, which field of it, and a sentence."""

    row: int
    field: str
    says: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.field}: {self.says}"


_FORMATS = {
    "uuid": "should be a UUID, such as 8f0c1a2e-3b4d-4c5e-9f60-718293a4b5c6",
    "uri": "should be a whole web address, such as https://example.org",
    "email": "should be an e-mail address, such as name@example.org",
    "date": "should be a day, such as 2026-01-13",
    "date-time": "should be a moment, such as 2026-01-13T09:30:00Z",
}
_TYPES = {
    "string": "should be words",
    "number": "should be a number",
    "array": "should be a list",
    "object": "should be an object with fields",
    "boolean": "should be true or false",
}


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json_schema(), validate_formats=True)


def faults_of(record: dict[str, Any], row: int) -> list[Fault]:
    """Every fault of a record against the standard, the same place once."""
    if _validator().is_valid(record):
        return []
    found = {
        Fault(row, path_of(error.instance_path), _sentence(error))
        if error.kind.name != "required"
        else _missing(error, row)
        for error in _validator().iter_errors(record)
    }
    return sorted(found)


def path_of(parts: Iterable[str | int]) -> str:
    """A place in a record as people write it: contacts[0].phones[1].number."""
    words = ""
    for part in parts:
        if isinstance(part, int):
            words += f"[{part}]"
        else:
            words += f".{part}" if words else str(part)
    return words or "the record"


def _missing(error: Any, row: int) -> Fault:
    name = error.kind.property
    return Fault(row, path_of([*error.instance_path, name]), "is missing; give it one")


def _sentence(error: Any) -> str:
    kind, said = error.kind.name, _shortened(error.instance)
    if kind == "enum":
        return f"is {said}; use {_either(error.kind.options)}"
    if kind == "format":
        return f"is {said}; it {_FORMATS.get(error.kind.format, 'is not right')}"
    if kind == "type":
        return f"is {said}; it {' or '.join(_wanted_types(error))}"
    return f"is {said}, which the standard does not allow"


def _wanted_types(error: Any) -> Iterator[str]:
    for name in error.kind.types:
        yield _TYPES.get(name, f"should be {name}")


def _either(options: Iterable[object]) -> str:
    *most, last = (f'"{option}"' for option in options)
    return f"{', '.join(most)} or {last}" if most else last


def _shortened(value: Any) -> str:
    """The wrong value, short enough for one line and with nothing in it that acts."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    words = "".join(letter for letter in str(value) if letter.isprintable())
    return f'"{words[:60]}…"' if len(words) > 60 else f'"{words}"'
