"""Taking a record apart, and putting it together again."""

from collections.abc import Iterator
from typing import Any

from waymark.localoffer.record.facts import moment
from waymark.localoffer.record.shape import in_order


def without_organisation(
    record: dict[str, Any],
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The record without its organisation, and that organisation if it had one."""
    organisation = record.get("organization")
    rest = {name: value for name, value in record.items() if name != "organization"}
    return rest, organisation if isinstance(organisation, dict) else None


def public_part(record: dict[str, Any]) -> dict[str, Any]:
    """The same without the contacts, at any depth, that say they are not public.

    A record that keeps nothing back is returned as it is.
    """
    return _without_kept_back(record) if _keeps_back(record) else record


def _keeps_back(value: Any) -> bool:
    if isinstance(value, dict):
        if value.get("public") is False:
            return True
        value = value.values()
    elif not isinstance(value, list):
        return False
    return any(_keeps_back(inner) for inner in value if isinstance(inner, (dict, list)))


def _without_kept_back(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_kept_back(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    found = {name: _without_kept_back(inner) for name, inner in value.items()}
    if isinstance(found.get("contacts"), list):
        found["contacts"] = [
            contact
            for contact in found["contacts"]
            if not (isinstance(contact, dict) and contact.get("public") is False)
        ]
    return found


def keeping_back(record: dict[str, Any], earlier: dict[str, Any]) -> dict[str, Any]:
    """The record with the contacts that an earlier one keeps back, at the same things.

    Whoever sends a record anew has never seen them, so their silence ends nothing.
    """
    kept = dict(_kept_back_by_owner(earlier))
    return _given_back(record, kept) if kept else record


def _kept_back_by_owner(value: Any) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(value, list):
        for inner in value:
            yield from _kept_back_by_owner(inner)
    elif isinstance(value, dict):
        kept = [
            contact
            for contact in value.get("contacts") or ()
            if isinstance(contact, dict) and contact.get("public") is False
        ]
        if kept:
            yield str(value.get("id")), kept
        for inner in value.values():
            yield from _kept_back_by_owner(inner)


def _given_back(value: Any, kept: dict[str, list[Any]]) -> Any:
    if isinstance(value, list):
        return [_given_back(inner, kept) for inner in value]
    if not isinstance(value, dict):
        return value
    found = {name: _given_back(inner, kept) for name, inner in value.items()}
    owned = kept.get(str(found.get("id")), [])
    there = {str(each.get("id")) for each in found.get("contacts") or ()}
    missing = [contact for contact in owned if str(contact.get("id")) not in there]
    if missing:
        found["contacts"] = [*(found.get("contacts") or ()), *missing]
    return found


def joined(
    document: dict[str, Any],
    organisation: dict[str, Any] | None,
    last_modified: Any = None,
) -> dict[str, Any]:
    """A whole record as the API sends it, its fields in the standard's order.

    Added to what was recorded is only what the standard asks for and we know: the
    organisation, its id, and when the record last changed.
    """
    found = dict(document)
    if organisation:
        found["organization"] = organisation
        found.setdefault("organization_id", organisation["id"])
    if last_modified and moment(found.get("last_modified")) != last_modified:
        found["last_modified"] = written(last_modified)
    return in_order("service", found)


def written(at: Any) -> str:
    """A moment as the standard writes it: UTC, to the thousandth of a second."""
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z"
