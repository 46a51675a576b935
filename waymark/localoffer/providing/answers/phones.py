"""The telephone numbers of a record, wherever in it they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid5

from waymark.localoffer.taxonomies import NAMESPACE

NEW = "phone-new"


@dataclass(frozen=True, slots=True)
class Found:
    """One number: the list and place it stands at, and whose it is in words."""

    among: list[Any]
    at: int
    whose: str

    @property
    def phone(self) -> dict[str, Any]:
        phone: dict[str, Any] = self.among[self.at]
        return phone


def numbers(record: dict[str, Any]) -> list[Found]:
    """Every number that is published, in the order of the record."""
    return list(_numbers(record, ""))


def _numbers(value: Any, whose: str) -> Iterator[Found]:
    if isinstance(value, list):
        for inner in value:
            yield from _numbers(inner, whose)
    elif isinstance(value, dict) and value.get("public") is not False:
        called = _called(value) or whose
        among = value.get("phones")
        for at, phone in enumerate(among if isinstance(among, list) else ()):
            if isinstance(phone, dict) and phone.get("number"):
                yield Found(among or [], at, str(phone.get("description") or called))
        for name in ("contacts", "service_at_locations", "location"):
            yield from _numbers(value.get(name), called)


def _called(value: dict[str, Any]) -> str:
    """What a contact or a place is called; the service itself needs no name here."""
    if "status" in value:
        return ""
    return str(value.get("title") or value.get("name") or "")


def read(record: dict[str, Any]) -> dict[str, Any]:
    """Each number under phone-0, phone-1 and so on; a new one under phone-new."""
    found = {
        f"phone-{at}": str(each.phone["number"])
        for at, each in enumerate(numbers(record))
    }
    return {**found, NEW: ""}


def write(record: dict[str, Any], changed: dict[str, Any]) -> None:
    """Change numbers where they stand; an empty one goes, a new one comes last."""
    gone = []
    for at, each in enumerate(numbers(record)):
        key = f"phone-{at}"
        if changed.get(key):
            each.among[each.at] = {**each.phone, "number": changed[key]}
        elif key in changed:
            gone.append(each)
    for each in reversed(gone):
        del each.among[each.at]
    if changed.get(NEW):
        _add(record, changed[NEW])


def _add(record: dict[str, Any], number: str) -> None:
    made = str(uuid5(NAMESPACE, f"phone/{record['id']}/{number}"))
    phone = {"id": made, "service_id": record["id"], "number": number}
    record["phones"] = [*(record.get("phones") or ()), phone]
