"""Where a service happens: the name and address of each place that has one."""

from typing import Any

FIELDS = ("address_1", "city", "postal_code")


def addresses(record: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each place of the record with the first of its addresses."""
    found = []
    for at in record.get("service_at_locations") or ():
        location = at.get("location") or {}
        for address in (location.get("addresses") or ())[:1]:
            found.append((location, address))
    return found


def read(record: dict[str, Any]) -> dict[str, Any]:
    """Under place-0-city and the like what each address says."""
    found: dict[str, Any] = {}
    for at, (location, address) in enumerate(addresses(record)):
        found[f"place-{at}-name"] = location.get("name", "")
        found.update({f"place-{at}-{name}": address.get(name, "") for name in FIELDS})
    return found


def write(record: dict[str, Any], changed: dict[str, Any]) -> None:
    """Change names and addresses where they stand.

    A place with another postcode has another position, so the old one goes; the new
    one is looked up in the area's own list.
    """
    for at, (location, address) in enumerate(addresses(record)):
        if f"place-{at}-name" in changed:
            location["name"] = changed[f"place-{at}-name"]
        for name in FIELDS:
            if f"place-{at}-{name}" in changed:
                address[name] = changed[f"place-{at}-{name}"]
        if f"place-{at}-postal_code" in changed:
            location.pop("latitude", None)
            location.pop("longitude", None)
