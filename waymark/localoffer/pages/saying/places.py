"""Where a service happens, with how easy it is to get there and in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from waymark.localoffer.distance import Position
from waymark.localoffer.models import ServicePlace
from waymark.localoffer.record.words import as_html, plain


@dataclass(frozen=True, slots=True)
class Where:
    """One place: its name, its address line by line, and what is said of it."""

    name: str
    address: tuple[str, ...]
    transport: SafeString
    access: tuple[SafeString, ...]
    position: Position | None = None


def places(record: dict[str, Any], known: list[ServicePlace]) -> list[Where]:
    """Every place that people can go to, in the record's order.

    `known` are the places that were read out of the record, with their positions.
    """
    positions = {str(place.at_id): place for place in known}
    found = (
        _where(each.get("location") or {}, positions.get(str(each.get("id"))))
        for each in record.get("service_at_locations") or ()
    )
    return [where for where in found if where.name or where.address]


def _where(location: dict[str, Any], known: ServicePlace | None) -> Where:
    return Where(
        plain(str(location.get("name") or "")),
        _address(location),
        safe(location.get("transportation")),
        tuple(_access(location)),
        _position(known),
    )


def _address(location: dict[str, Any]) -> tuple[str, ...]:
    """The first address that is not only for letters, without what stands twice."""
    held = [
        each
        for each in location.get("addresses") or ()
        if each.get("address_type") != "postal"
    ]
    if not held or location.get("location_type") == "virtual":
        return ()
    parts = ("attention", "address_1", "address_2", "city", "region", "postal_code")
    said = (plain(str(held[0].get(part) or "")).strip() for part in parts)
    name = plain(str(location.get("name") or "")).strip()
    return tuple(dict.fromkeys(part for part in said if part and part != name))


def _access(location: dict[str, Any]) -> Iterator[SafeString]:
    for each in location.get("accessibility") or ():
        for said in (each.get("description"), each.get("details")):
            words = safe(said)
            if words:
                yield words


def _position(known: ServicePlace | None) -> Position | None:
    if known is None or known.latitude is None or known.longitude is None:
        return None
    return Position(known.latitude, known.longitude)


def safe(value: Any) -> SafeString:
    """Words of a provider as HTML: an allow-list of tags, and nothing else."""
    return mark_safe(as_html(str(value or "")))  # noqa: S308 (as_html cleans)
