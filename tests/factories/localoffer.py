"""Invented services, as records and in the store."""

import itertools
from typing import Any
from uuid import UUID, uuid5

from waymark.localoffer import services
from waymark.localoffer.models import Source
from waymark.localoffer.taxonomies import BY_KEY, attribute

NAMESPACE = UUID("9f3d7a30-6c55-5f0c-9d0a-2f5a3f4b8c77")
_numbers = itertools.count(1)


def an_id(*parts: object) -> str:
    """The same id for the same words."""
    return str(uuid5(NAMESPACE, "/".join(map(str, parts))))


def a_record(name: str = "Kite Club", **more: Any) -> dict[str, Any]:
    """A small record that the standard takes. `terms` are ours, as list/term."""
    this = more.pop("id", an_id("service", name))
    terms = more.pop("terms", ())
    record = {
        "id": this,
        "name": name,
        "description": f"{name} is invented.",
        "status": "active",
        "organization": {
            "id": an_id("organisation"),
            "name": "Kites and Co",
            "description": "An invented charity.",
        },
    }
    if terms:
        pairs = (term.split("/") for term in terms)
        record["attributes"] = [attribute(this, BY_KEY[k], t) for k, t in pairs]
    return {**record, **more}


def a_place(postcode: str = "MM1 1AA", **location: Any) -> dict[str, Any]:
    """A service at a place, for `service_at_locations`."""
    number = next(_numbers)
    where = an_id("location", number)
    address = {
        "id": an_id("address", number),
        "address_1": "1 Dune Road",
        "city": "Marram",
        "state_province": "Marram",
        "postal_code": postcode,
        "country": "GB",
        "address_type": "physical",
    }
    return {
        "id": an_id("at", number),
        "location_id": where,
        "location": {
            "id": where,
            "location_type": "physical",
            "name": "Dune Hall",
            "addresses": [address],
            **location,
        },
    }


def a_source(key: str = "sheet", kind: Source.Kind = Source.Kind.SHEET) -> Source:
    """Where records come from."""
    return services.source_for(key, kind=kind)


def published(*records: dict[str, Any]) -> None:
    """Publish records as an import does."""
    outcome = services.import_rows(list(records), a_source())
    assert not outcome.faults, outcome.faults
