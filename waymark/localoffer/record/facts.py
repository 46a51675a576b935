"""What a record says, as columns: for lists, filters and rights that must be quick."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from waymark.localoffer.record.identity import is_id
from waymark.localoffer.record.reading import OLDEST
from waymark.localoffer.record.words import plain

#: Names of areas that mean the whole country.
NATION = {
    "england",
    "united kingdom",
    "uk",
    "great britain",
    "national",
    "nationwide",
}


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One place of a service: which, where, and in what order."""

    at_id: UUID
    location_id: UUID | None
    name: str
    postcode: str
    latitude: float | None
    longitude: float | None
    order: int


@dataclass(frozen=True, slots=True)
class TimeFacts:
    """One day on which a service is open: MO to SU or none, and its hours if known."""

    day: str
    opens_at: time | None
    closes_at: time | None


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of a service. None where the record does not say."""

    name: str
    status: str
    minimum_age: float | None
    maximum_age: float | None
    is_free: bool | None
    coverage: str
    words: str
    last_modified: datetime | None
    assured_on: date | None
    assured_by: str
    places: tuple[PlaceFacts, ...]
    terms: tuple[dict[str, Any], ...]
    times: tuple[TimeFacts, ...]


def facts(
    record: dict[str, Any],
    organisation: dict[str, Any] | None = None,
    area_names: frozenset[str] = frozenset(),
) -> Facts:
    """Read a published record. `area_names` are the area's own, in small letters."""
    borne = tuple(terms(record))
    return Facts(
        name=str(record.get("name", ""))[:300],
        status=str(record.get("status", "")),
        minimum_age=_age(record.get("minimum_age")),
        maximum_age=_age(record.get("maximum_age")),
        is_free=is_free(record),
        coverage=coverage(record, area_names),
        words=search_words(record, organisation or {}, borne),
        last_modified=moment(record.get("last_modified")),
        assured_on=_day(record.get("assured_date")),
        assured_by=str(record.get("assurer_email", ""))[:300],
        places=tuple(_places(record)),
        terms=borne,
        times=tuple(_times(record)),
    )


def _age(value: Any) -> float | None:
    if isinstance(value, (int, float)) and 0 <= value <= OLDEST:
        return float(value)
    return None


def is_free(record: dict[str, Any]) -> bool | None:
    """True if all that is known costs nothing, False if anything costs, else None."""
    amounts = [
        option["amount"]
        for option in record.get("cost_options") or ()
        if isinstance(option.get("amount"), (int, float))
    ]
    if amounts:
        return not any(amounts)
    said = plain(str(record.get("fees", ""))).strip(" .").casefold()
    return True if said in {"free", "no charge", "none", "nil"} else None


def coverage(record: dict[str, Any], area_names: frozenset[str]) -> str:
    """Which area the record says it covers: area, nation, shape or not-known.

    The widest that is named counts.
    """
    areas = record.get("service_areas") or ()
    names = {str(area.get("name", "")).strip().casefold() for area in areas}
    if names & NATION:
        return "nation"
    if names & area_names:
        return "area"
    if any(shape_of(area) for area in areas):
        return "shape"
    return "not-known"


def shape_of(area: dict[str, Any]) -> dict[str, Any] | None:
    """The drawn shape of a service area, or None if it draws none we can read."""
    extent = area.get("extent")
    if not isinstance(extent, str) or not extent.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(extent)
    except (ValueError, RecursionError):
        return None
    if isinstance(found, dict) and found.get("type") == "Feature":
        found = found.get("geometry")
    if isinstance(found, dict) and found.get("type") in {"Polygon", "MultiPolygon"}:
        return found
    return None


def search_words(
    record: dict[str, Any],
    organisation: dict[str, Any],
    borne: Iterable[dict[str, Any]],
) -> str:
    """The small letters of what a record's own `search` looks into."""
    parts = [record.get("name"), record.get("alternate_name"), organisation.get("name")]
    parts += [record.get("description"), record.get("eligibility_description")]
    parts += [term.get("name") for term in borne]
    said = [part for part in parts if isinstance(part, str)]
    bare = " ".join(plain(part) if "<" in part else part for part in said)
    return " ".join(bare.casefold().split())


def moment(value: Any) -> datetime | None:
    """A moment written as text, in UTC; None if it cannot be read."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _places(record: dict[str, Any]) -> Iterator[PlaceFacts]:
    for order, place in enumerate(record.get("service_at_locations") or ()):
        location = place.get("location") or {}
        where = place.get("location_id") or location.get("id")
        yield PlaceFacts(
            at_id=UUID(place["id"]),
            location_id=UUID(where) if is_id(where) else None,
            name=str(location.get("name", ""))[:300],
            postcode=_postcode(location),
            latitude=_within(location.get("latitude"), 90),
            longitude=_within(location.get("longitude"), 180),
            order=order,
        )


DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _times(record: dict[str, Any]) -> Iterator[TimeFacts]:
    """Each day of each schedule of a record and of its places, once."""
    seen = set()
    for schedule in schedules(record):
        opens, closes = (
            clock(schedule.get("opens_at")),
            clock(schedule.get("closes_at")),
        )
        for day in _days(schedule) or ("",):
            found = TimeFacts(day, opens, closes)
            if found not in seen:
                seen.add(found)
                yield found


def schedules(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Every schedule of a record: its own and those of its places."""
    found = [*(record.get("schedules") or ())]
    for place in record.get("service_at_locations") or ():
        found += place.get("schedules") or ()
        found += (place.get("location") or {}).get("schedules") or ()
    return found


def _days(schedule: dict[str, Any]) -> list[str]:
    """The days that a rule names. "1MO", the first Monday of a month, is a Monday."""
    named = str(schedule.get("byday", "")).upper().replace(" ", "").split(",")
    bare = [day.lstrip("+-0123456789") for day in named]
    return [day for day in DAYS if day in bare]


def clock(value: Any) -> time | None:
    """A time of day as a record writes it, without its zone; None if it is none."""
    try:
        return time.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError:
        return None


def _postcode(location: dict[str, Any]) -> str:
    for address in location.get("addresses") or ():
        if address.get("postal_code"):
            return str(address["postal_code"]).upper()[:10]
    return ""


def _within(value: Any, most: float) -> float | None:
    if isinstance(value, (int, float)) and abs(value) <= most:
        return float(value)
    return None


def terms(value: Any) -> Iterator[dict[str, Any]]:
    """Every term that a record bears anywhere, each id once, in order."""
    seen: set[str] = set()
    for attribute in _attributes(value):
        term = attribute.get("taxonomy_term") or {}
        term_id = term.get("id") or attribute.get("taxonomy_term_id")
        if is_id(term_id) and str(term_id) not in seen:
            seen.add(str(term_id))
            yield {**term, "id": str(term_id)}


def _attributes(value: Any) -> Iterator[dict[str, Any]]:
    """Every attribute of a record and of what it holds."""
    if isinstance(value, list):
        for inner in value:
            yield from _attributes(inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name == "attributes" and isinstance(inner, list):
                yield from (each for each in inner if isinstance(each, dict))
            elif isinstance(inner, (dict, list)):
                yield from _attributes(inner)
