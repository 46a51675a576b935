"""Records of Open Referral UK 1.0, which some councils still publish: read and written.

Version 1.0 names many things otherwise (`eligibilitys`, `physical_addresses`,
`service_taxonomys`). Reading turns them into the names of 3.0; writing is for the
consumers who have not moved.
"""

from typing import Any

_ONLY_IN_VERSION_1 = {
    "eligibilitys",
    "service_taxonomys",
    "regular_schedules",
    "holiday_schedules",
    "fundings",
    "deliverable_type",
    "attending_type",
    "attending_access",
}


def is_version_1(raw: dict[str, Any]) -> bool:
    """True for a record with a field that only version 1.0 has."""
    if _ONLY_IN_VERSION_1 & raw.keys():
        return True
    return any(
        isinstance(place, dict) and "physical_addresses" in _dict(place.get("location"))
        for place in _list(raw.get("service_at_locations"))
    )


def from_version_1(raw: dict[str, Any]) -> dict[str, Any]:
    """The same service under the names of 3.0. One that says no status is active."""
    found = {k: v for k, v in raw.items() if k not in _ONLY_IN_VERSION_1}
    found["status"] = raw.get("status") or "active"
    _put(found, "organization", _organisation(raw.get("organization")))
    _ages_and_words(found, raw)
    _put(found, "funding", _list(raw.get("fundings")) or raw.get("funding"))
    times = _list(raw.get("regular_schedules")) + _list(raw.get("schedules"))
    _put(found, "schedules", [_schedule(time) for time in times])
    places = _list(raw.get("service_at_locations"))
    _put(found, "service_at_locations", [_place(place) for place in places])
    _put(found, "attributes", _attributes(raw))
    _put(found, "languages", [_language(each) for each in _list(raw.get("languages"))])
    _put(found, "application_process", _access(raw))
    return found


def _put(found: dict[str, Any], name: str, value: Any) -> None:
    if value not in (None, "", [], {}):
        found[name] = value
    else:
        found.pop(name, None)


def _list(value: Any) -> list[Any]:
    return [each for each in value if each] if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _renamed(record: Any, **names: str) -> Any:
    if not isinstance(record, dict):
        return record
    return {names.get(key, key): value for key, value in record.items()}


def _organisation(raw: Any) -> Any:
    found = _renamed(raw, url="website")
    if isinstance(found, dict) and not found.get("description"):
        # Version 3.0 will have one, and the name is all that is known.
        found["description"] = found.get("name")
    return found


def _ages_and_words(found: dict[str, Any], raw: dict[str, Any]) -> None:
    """The widest ages of all eligibilities, and their words one after the other."""
    every = [_dict(each) for each in _list(raw.get("eligibilitys"))]
    for name, choose in (("minimum_age", min), ("maximum_age", max)):
        ages = [each[name] for each in every if _is_number(each.get(name))]
        if ages and name not in found:
            found[name] = choose(ages)
    said = [each["eligibility"] for each in every if each.get("eligibility")]
    if said and not found.get("eligibility_description"):
        found["eligibility_description"] = "; ".join(map(str, said))


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _schedule(raw: Any) -> Any:
    found = _renamed(raw)
    if isinstance(found, dict) and "weekday" in found:
        day = str(found.pop("weekday"))[:2].upper()
        found.setdefault("byday", day)
        found.setdefault("freq", "WEEKLY")
    return found


def _place(raw: Any) -> Any:
    found = _renamed(raw, regular_schedule="schedules")
    if not isinstance(found, dict):
        return found
    if "schedules" in found:
        found["schedules"] = [_schedule(time) for time in _list(found["schedules"])]
    location = _renamed(
        found.get("location"),
        physical_addresses="addresses",
        accessibility_for_disabilities="accessibility",
    )
    if isinstance(location, dict):
        found["location"] = _location(location)
    return found


def _location(location: dict[str, Any]) -> dict[str, Any]:
    location.setdefault("location_type", "physical")
    addresses = [_address(each) for each in _list(location.get("addresses"))]
    _put(location, "addresses", addresses)
    marks = [
        _renamed(each, accessibility="description")
        for each in _list(location.get("accessibility"))
    ]
    _put(location, "accessibility", marks)
    return location


def _address(raw: Any) -> Any:
    if not isinstance(raw, dict):
        return raw
    found = dict(raw)
    if not found.get("state_province"):
        found["state_province"] = found.get("city")
    found.setdefault("country", "GB")
    found.setdefault("address_type", "physical")
    return found


def _attributes(raw: dict[str, Any]) -> list[Any]:
    found = _list(raw.get("attributes"))
    for entry in _list(raw.get("service_taxonomys")):
        term = _renamed(_dict(entry).get("taxonomy"), vocabulary="taxonomy")
        if isinstance(term, dict):
            term["description"] = term.get("description") or term.get("name")
        found.append({"id": _dict(entry).get("id"), "taxonomy_term": term})
    return found


def _language(raw: Any) -> Any:
    return _renamed(raw, language="name")


def _access(raw: dict[str, Any]) -> Any:
    """How to start: the words of 3.0 if there are any, else the word of 1.0."""
    if raw.get("application_process"):
        return raw["application_process"]
    words = {
        "referral": "By referral.",
        "appointment": "By appointment.",
        "membership": "For members.",
        "drop-in": "Drop in.",
    }
    return words.get(str(raw.get("attending_access")))


def to_version_1(record: dict[str, Any]) -> dict[str, Any]:
    """A whole record under the names of 1.0. Nothing empty is sent."""
    same = (
        "id", "name", "description", "url", "email", "status", "fees",
        "accreditations", "assured_date", "cost_options", "contacts",
        "service_areas", "last_modified",
    )  # fmt: skip
    found = {name: record[name] for name in same if name in record}
    organisation = organisation_to_version_1(record.get("organization"))
    _put(found, "organization", organisation)
    _put(found, "eligibilitys", _eligibility_1(record))
    _put(found, "regular_schedules", record.get("schedules"))
    _put(found, "fundings", record.get("funding"))
    languages = [_renamed(x, name="language") for x in _list(record.get("languages"))]
    _put(found, "languages", languages)
    places = [_place_1(place) for place in _list(record.get("service_at_locations"))]
    _put(found, "service_at_locations", places)
    _put(found, "service_taxonomys", _taxonomies_1(record))
    return found


def _eligibility_1(record: dict[str, Any]) -> list[Any]:
    found: dict[str, Any] = {
        name: record[name] for name in ("minimum_age", "maximum_age") if name in record
    }
    _put(found, "eligibility", record.get("eligibility_description"))
    return [{"id": record["id"], **found}] if found else []


def _place_1(place: Any) -> Any:
    found = _renamed(place, schedules="regular_schedule")
    if isinstance(found, dict) and isinstance(found.get("location"), dict):
        found["location"] = _renamed(
            found["location"],
            addresses="physical_addresses",
            accessibility="accessibility_for_disabilities",
        )
    return found


def _taxonomies_1(record: dict[str, Any]) -> list[Any]:
    return [
        {
            "id": attribute.get("id"),
            "taxonomy": term_to_version_1(attribute["taxonomy_term"]),
        }
        for attribute in _list(record.get("attributes"))
        if isinstance(attribute, dict)
        and isinstance(attribute.get("taxonomy_term"), dict)
    ]


def organisation_to_version_1(organisation: Any) -> Any:
    """An organisation under the names of 1.0."""
    return _renamed(organisation, website="url")


def term_to_version_1(term: dict[str, Any]) -> dict[str, Any]:
    """A term under the names of 1.0, which calls terms taxonomies."""
    found: dict[str, Any] = {
        name: term[name] for name in ("id", "name", "parent_id") if name in term
    }
    _put(found, "vocabulary", term.get("taxonomy"))
    return found
