"""A record as one row of a sheet, and a row of a sheet as a record.

A row holds what people edit in a spreadsheet: the service, its organisation, its first
contact, place, cost and time, and our own terms. Going back, a row changes only what
differs from the record as it stands, so what a sheet has no column for is never lost.
"""

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from waymark.localoffer import taxonomies
from waymark.localoffer.record.faults import Fault
from waymark.localoffer.taxonomies import TermList, attribute

Path = tuple[str | int, ...]

BETWEEN = "; "
_ADDRESS: Path = ("service_at_locations", 0, "location", "addresses", 0)
_PLACE: Path = ("service_at_locations", 0, "location")

#: Columns that hold one value, with where in a record it stands.
PATHS: dict[str, Path] = {
    "id": ("id",),
    "name": ("name",),
    "status": ("status",),
    "organization": ("organization", "name"),
    "organization_id": ("organization", "id"),
    "organization_description": ("organization", "description"),
    "organization_website": ("organization", "website"),
    "description": ("description",),
    "url": ("url",),
    "email": ("email",),
    "alert": ("alert",),
    "eligibility_description": ("eligibility_description",),
    "minimum_age": ("minimum_age",),
    "maximum_age": ("maximum_age",),
    "application_process": ("application_process",),
    "wait_time": ("wait_time",),
    "fees": ("fees",),
    "cost_option": ("cost_options", 0, "option"),
    "cost_amount": ("cost_options", 0, "amount"),
    "cost_description": ("cost_options", 0, "amount_description"),
    "contact_name": ("contacts", 0, "name"),
    "contact_title": ("contacts", 0, "title"),
    "contact_email": ("contacts", 0, "email"),
    "place_name": (*_PLACE, "name"),
    "address_1": (*_ADDRESS, "address_1"),
    "city": (*_ADDRESS, "city"),
    "state_province": (*_ADDRESS, "state_province"),
    "postal_code": (*_ADDRESS, "postal_code"),
    "latitude": (*_PLACE, "latitude"),
    "longitude": (*_PLACE, "longitude"),
    "byday": ("schedules", 0, "byday"),
    "opens_at": ("schedules", 0, "opens_at"),
    "closes_at": ("schedules", 0, "closes_at"),
    "times": ("schedules", 0, "description"),
    "assured_date": ("assured_date",),
}
#: Columns that hold several values: the list, and the field of each of its objects.
LISTS: dict[str, tuple[Path, str]] = {
    "phones": (("contacts", 0, "phones"), "number"),
    "languages": (("languages",), "name"),
    "service_areas": (("service_areas",), "name"),
}
TERMS: dict[str, TermList] = {terms.key: terms for terms in taxonomies.LISTS}
#: Columns that are written for readers and not read back.
FOR_READERS = ("last_modified", "checked_on", "found_in", "source", "licence")
COLUMNS = (*PATHS, *LISTS, *TERMS, *FOR_READERS)

#: What a spreadsheet would take for the start of a formula.
_ACTS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_WRITTEN_HARMLESS = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_A_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def harmless(cell: str) -> str:
    """The cell so that no spreadsheet runs it: an apostrophe goes before a formula."""
    if _ACTS.match(cell) and not _A_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def as_typed(cell: str) -> str:
    """The cell as it was before `harmless`."""
    return cell[1:] if _WRITTEN_HARMLESS.match(cell) else cell


def row_of(
    record: Mapping[str, Any], more: Mapping[str, str] | None = None
) -> dict[str, str]:
    """A whole record as a row. `more` fills the columns that are for readers."""
    found = {name: _as_cell(_at(record, path)) for name, path in PATHS.items()}
    for name, (path, field) in LISTS.items():
        values = [_as_cell(each.get(field)) for each in _objects(_at(record, path))]
        found[name] = BETWEEN.join(value for value in values if value)
    for name, terms in TERMS.items():
        found[name] = BETWEEN.join(_keys_borne(record, terms))
    found.update(dict.fromkeys(FOR_READERS, ""), **(more or {}))
    found["last_modified"] = str(record.get("last_modified", ""))
    return found


def _as_cell(value: Any) -> str:
    return "" if value is None or isinstance(value, (dict, list)) else str(value)


def _objects(value: Any) -> list[dict[str, Any]]:
    return [each for each in value or () if isinstance(each, dict)]


def _at(record: Any, path: Path) -> Any:
    """What stands at a path, or None."""
    for part in path:
        if isinstance(part, int):
            found = isinstance(record, list) and len(record) > part
            record = record[part] if found else None
        else:
            record = record.get(part) if isinstance(record, Mapping) else None
    return record


def _keys_borne(record: Mapping[str, Any], terms: TermList) -> list[str]:
    named = _keys_by_id(terms)
    ids = [_term_id(each) for each in _objects(record.get("attributes"))]
    return [named[key] for key in ids if key in named]


@cache
def _keys_by_id(terms: TermList) -> dict[str, str]:
    return {str(terms.id_of(term.key)): term.key for term in terms.terms}


def _term_id(attributed: Mapping[str, Any]) -> str:
    term = attributed.get("taxonomy_term") or {}
    return str(term.get("id") or attributed.get("taxonomy_term_id"))


@dataclass(frozen=True, slots=True)
class Merged:
    """A record with a row's changes, and whether there were any."""

    record: dict[str, Any]
    changed: bool
    faults: list[Fault]


def merged(
    base: Mapping[str, Any] | None, cells: Mapping[str, str], row: int, this: str
) -> Merged:
    """The record that a row describes. `base` is the record as it stands, if any.

    `this` is the id that the service has or will have here.

    A column that the sheet does not have changes nothing; an empty cell empties what
    was there.
    """
    record: dict[str, Any] = copy.deepcopy(dict(base or {}))
    before = row_of(base) if base else {}
    faults: list[Fault] = []
    different = {
        name: cell.strip()
        for name, cell in cells.items()
        if name not in FOR_READERS and cell.strip() != before.get(name, "").strip()
    }
    for name, cell in different.items():
        if name in PATHS:
            _put(record, PATHS[name], cell)
        elif name in LISTS:
            _put_list(record, LISTS[name], cell)
        elif name in TERMS:
            faults += _put_terms(record, TERMS[name], cell, row, this)
    if different:
        _complete(record)
    return Merged(record, bool(different), faults)


def _put(record: Any, path: Path, cell: str) -> None:
    """Set the value at a path, making what it stands in; an empty cell takes it out."""
    for part, following in zip(path, path[1:], strict=False):
        inner = _at(record, (part,))
        if inner is None:
            if not cell:
                return
            inner = [] if isinstance(following, int) else {}
            _set(record, part, inner)
        record = inner
    if cell:
        _set(record, path[-1], cell)
    elif isinstance(record, dict):
        record.pop(path[-1], None)


def _set(record: Any, part: str | int, value: Any) -> None:
    if isinstance(record, list):
        record.append(value)
    else:
        record[part] = value


def _put_list(record: dict[str, Any], column: tuple[Path, str], cell: str) -> None:
    path, field = column
    kept = {_as_cell(each.get(field)): each for each in _objects(_at(record, path))}
    values = [part.strip() for part in cell.split(";") if part.strip()]
    _put(record, path, "")
    for value in values:
        _append(record, path, kept.get(value, {field: value}))


def _append(record: Any, path: Path, value: dict[str, Any]) -> None:
    for part, following in zip(path, (*path[1:], 0), strict=True):
        inner = _at(record, (part,))
        if inner is None:
            inner = [] if isinstance(following, int) else {}
            _set(record, part, inner)
        record = inner
    record.append(value)


def _put_terms(
    record: dict[str, Any], terms: TermList, cell: str, row: int, this: str
) -> list[Fault]:
    known = {term.key for term in terms.terms}
    by_name = {term.name.casefold(): term.key for term in terms.terms}
    typed = [part.strip() for part in cell.split(";") if part.strip()]
    keys = [by_name.get(each.casefold(), each.casefold()) for each in typed]
    wrong = [
        Fault(row, terms.key, f'is "{each[:60]}"; use {", ".join(sorted(known))}')
        for each, key in zip(typed, keys, strict=True)
        if key not in known
    ]
    if wrong:
        return wrong
    ours = _keys_by_id(terms)
    others = [
        each
        for each in _objects(record.get("attributes"))
        if _term_id(each) not in ours
    ]
    record["attributes"] = others + [attribute(this, terms, key) for key in keys]
    return []


def _complete(record: dict[str, Any]) -> None:
    """Give new objects what the standard asks for and a sheet has no column for."""
    organisation = record.get("organization")
    if isinstance(organisation, dict) and organisation.get("name"):
        organisation.setdefault("id", organisation["name"])
        organisation.setdefault("description", organisation["name"])
        record["organization_id"] = organisation["id"]
    for place in _objects(record.get("service_at_locations")):
        location = place.get("location")
        if isinstance(location, dict):
            location.setdefault("location_type", "physical")
            for address in _objects(location.get("addresses")):
                _complete_address(address)


def _complete_address(address: dict[str, Any]) -> None:
    address.setdefault("country", "GB")
    address.setdefault("address_type", "physical")
    if address.get("city"):
        address.setdefault("state_province", address["city"])
