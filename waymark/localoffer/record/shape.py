"""The shape of a record: every object's fields, their types and their order.

One table serves reading, validating and writing. The names are the standard's. Where
the UK 3.0 shapes have no field for what families need (a phone, the name of a language,
who may come and how to start), the field of HSDS 3.0 stands here under its own name.

Human Services Data Specification UK: an Open Referral UK resource
(https://openreferraluk.org/), CC BY-SA 4.0. Field names and formats only; the words
are ours.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any


class Type(StrEnum):
    """What a field may hold."""

    TEXT = "text"  # plain words: tags are taken out
    RICH = "rich"  # words in which a few tags are allowed
    WEB = "web"
    MAIL = "mail"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    ID = "id"
    CHOICE = "choice"
    FLAG = "flag"
    ONE = "one"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `of` names the object it holds, or whose id it is."""

    type: Type
    of: str = ""
    choices: tuple[str, ...] = ()


Shape = dict[str, Field]

TEXT, RICH, WEB, MAIL = (Field(t) for t in (Type.TEXT, Type.RICH, Type.WEB, Type.MAIL))
NUMBER, DAY, MOMENT = (Field(t) for t in (Type.NUMBER, Type.DAY, Type.MOMENT))
FLAG = Field(Type.FLAG)


def _id(of: str) -> Field:
    return Field(Type.ID, of)


def _one(of: str) -> Field:
    return Field(Type.ONE, of)


def _many(of: str) -> Field:
    return Field(Type.MANY, of)


def _choice(*choices: str) -> Field:
    return Field(Type.CHOICE, choices=choices)


STATUSES = ("active", "inactive", "defunct", "temporarily closed")
PLACES = ("physical", "postal", "virtual")

SHAPES: dict[str, Shape] = {
    "service": {
        "id": _id("service"),
        "organization_id": _id("organization"),
        "name": TEXT,
        "alternate_name": TEXT,
        "description": RICH,
        "url": WEB,
        "email": MAIL,
        "status": _choice(*STATUSES),
        "alert": RICH,
        "eligibility_description": RICH,
        "minimum_age": NUMBER,
        "maximum_age": NUMBER,
        "application_process": RICH,
        "wait_time": RICH,
        "fees": RICH,
        "fees_description": RICH,
        "accreditations": RICH,
        "licenses": RICH,
        "interpretation_services": RICH,
        "assured_date": DAY,
        "assurer_email": MAIL,
        "last_modified": MOMENT,
        "organization": _one("organization"),
        "phones": _many("phone"),
        "contacts": _many("contact"),
        "schedules": _many("schedule"),
        "cost_options": _many("cost_option"),
        "service_at_locations": _many("service_at_location"),
        "service_areas": _many("service_area"),
        "languages": _many("language"),
        "funding": _many("funding"),
        "required_documents": _many("required_document"),
        "attributes": _many("attribute"),
    },
    "organization": {
        "id": _id("organization"),
        "name": TEXT,
        "alternate_name": TEXT,
        "description": RICH,
        "email": MAIL,
        "website": WEB,
        "logo": TEXT,
        "uri": WEB,
        "parent_organization_id": _id("organization"),
        "organization_identifiers": _many("organization_identifier"),
        "phones": _many("phone"),
        "contacts": _many("contact"),
        "attributes": _many("attribute"),
    },
    "organization_identifier": {
        "id": _id("organization_identifier"),
        "organization_id": _id("organization"),
        "identifier_scheme": TEXT,
        "identifier_type": TEXT,
        "identifier": TEXT,
        "attributes": _many("attribute"),
    },
    "service_at_location": {
        "id": _id("service_at_location"),
        "service_id": _id("service"),
        "location_id": _id("location"),
        "description": RICH,
        "location": _one("location"),
        "contacts": _many("contact"),
        "phones": _many("phone"),
        "schedules": _many("schedule"),
        "attributes": _many("attribute"),
    },
    "location": {
        "id": _id("location"),
        "location_type": _choice(*PLACES),
        "name": TEXT,
        "alternate_name": TEXT,
        "description": RICH,
        "transportation": RICH,
        "latitude": NUMBER,
        "longitude": NUMBER,
        "external_identifier": TEXT,
        "external_identifier_type": TEXT,
        "addresses": _many("address"),
        "accessibility": _many("accessibility"),
        "languages": _many("language"),
        "phones": _many("phone"),
        "contacts": _many("contact"),
        "schedules": _many("schedule"),
        "attributes": _many("attribute"),
    },
    "address": {
        "id": _id("address"),
        "location_id": _id("location"),
        "attention": TEXT,
        "address_1": TEXT,
        "address_2": TEXT,
        "city": TEXT,
        "region": TEXT,
        "state_province": TEXT,
        "postal_code": TEXT,
        "country": TEXT,
        "address_type": _choice(*PLACES),
        "attributes": _many("attribute"),
    },
    "accessibility": {
        "id": _id("accessibility"),
        "location_id": _id("location"),
        "description": RICH,
        "details": RICH,
        "url": WEB,
        "attributes": _many("attribute"),
    },
    "contact": {
        "id": _id("contact"),
        "service_id": _id("service"),
        "organization_id": _id("organization"),
        "service_at_location_id": _id("service_at_location"),
        "location_id": _id("location"),
        "name": TEXT,
        "title": TEXT,
        "department": TEXT,
        "email": MAIL,
        #: Ours: a contact that says False here is kept and never published.
        "public": FLAG,
        "phones": _many("phone"),
        "attributes": _many("attribute"),
    },
    "phone": {
        "id": _id("phone"),
        "contact_id": _id("contact"),
        "service_id": _id("service"),
        "organization_id": _id("organization"),
        "location_id": _id("location"),
        "service_at_location_id": _id("service_at_location"),
        "number": TEXT,
        "extension": NUMBER,
        "type": TEXT,
        "description": TEXT,
        "languages": _many("language"),
    },
    "schedule": {
        "id": _id("schedule"),
        "service_id": _id("service"),
        "location_id": _id("location"),
        "service_at_location_id": _id("service_at_location"),
        "valid_from": DAY,
        "valid_to": DAY,
        "dtstart": DAY,
        "until": TEXT,
        "count": NUMBER,
        "freq": _choice("WEEKLY", "MONTHLY"),
        "interval": NUMBER,
        "byday": TEXT,
        "bymonthday": TEXT,
        "description": RICH,
        "opens_at": TEXT,
        "closes_at": TEXT,
        "schedule_link": WEB,
        "attending_type": TEXT,
        "notes": RICH,
    },
    "cost_option": {
        "id": _id("cost_option"),
        "service_id": _id("service"),
        "valid_from": DAY,
        "valid_to": DAY,
        "option": TEXT,
        "currency": TEXT,
        "amount": NUMBER,
        "amount_description": TEXT,
    },
    "service_area": {
        "id": _id("service_area"),
        "service_id": _id("service"),
        "name": TEXT,
        "description": RICH,
        "extent": Field(Type.TEXT),
        "extent_type": TEXT,
        "uri": TEXT,
    },
    "language": {
        "id": _id("language"),
        "service_id": _id("service"),
        "phone_id": _id("phone"),
        "location_id": _id("location"),
        "name": TEXT,
        "code": TEXT,
        "note": RICH,
    },
    "funding": {
        "id": _id("funding"),
        "service_id": _id("service"),
        "organization_id": _id("organization"),
        "source": RICH,
    },
    "required_document": {
        "id": _id("required_document"),
        "service_id": _id("service"),
        "document": TEXT,
        "uri": WEB,
    },
    "attribute": {
        "id": _id("attribute"),
        "link_id": _id("service"),
        "link_type": TEXT,
        "label": TEXT,
        "value": TEXT,
        "taxonomy_term_id": _id("taxonomy_term"),
        "taxonomy_term": _one("taxonomy_term"),
    },
    "taxonomy_term": {
        "id": _id("taxonomy_term"),
        "code": TEXT,
        "name": TEXT,
        "description": RICH,
        "parent_id": _id("taxonomy_term"),
        "taxonomy": TEXT,
        "taxonomy_id": _id("taxonomy"),
        "term_uri": WEB,
    },
}

REQUIRED: dict[str, tuple[str, ...]] = {
    "service": ("id", "name", "status"),
    "organization": ("id", "name", "description"),
    "organization_identifier": ("id", "identifier_type", "identifier"),
    "location": ("id", "location_type"),
    "address": (
        "id",
        "address_1",
        "city",
        "state_province",
        "postal_code",
        "country",
        "address_type",
    ),
    "phone": ("id", "number"),
    "taxonomy_term": ("id", "name", "description"),
}

_SIMPLE: dict[Type, dict[str, Any]] = {
    Type.TEXT: {"type": "string"},
    Type.RICH: {"type": "string"},
    Type.WEB: {"type": "string", "format": "uri"},
    Type.MAIL: {"type": "string", "format": "email"},
    Type.NUMBER: {"type": "number"},
    Type.DAY: {"type": "string", "format": "date"},
    Type.MOMENT: {"type": "string", "format": "date-time"},
    Type.ID: {"type": "string", "format": "uuid"},
    Type.FLAG: {"type": "boolean"},
}


@cache
def json_schema() -> dict[str, Any]:
    """The JSON Schema of a service, made from the table above.

    No stricter than the published one but for days, which that leaves as words.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": "#/$defs/service",
        "$defs": {name: _object(name, shape) for name, shape in SHAPES.items()},
    }


def _object(name: str, shape: Shape) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field: _property(about) for field, about in shape.items()},
        "required": list(REQUIRED.get(name, ("id",))),
    }


def _property(about: Field) -> dict[str, Any]:
    if about.type is Type.CHOICE:
        return {"enum": list(about.choices)}
    if about.type is Type.ONE:
        return {"$ref": f"#/$defs/{about.of}"}
    if about.type is Type.MANY:
        return {"type": "array", "items": {"$ref": f"#/$defs/{about.of}"}}
    return _SIMPLE[about.type]


def in_order(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """The same object with its fields in the order of its shape, the others last.

    A database may give fields back in an order of its own; consumers and checks of
    sameness should not see that.
    """
    shape = SHAPES.get(name, {})
    found: dict[str, Any] = {}
    for field, about in shape.items():
        if field in record:
            found[field] = _value_in_order(about, record[field])
    found.update((k, record[k]) for k in sorted(record.keys() - shape.keys()))
    return found


def _value_in_order(about: Field, value: Any) -> Any:
    if about.type is Type.ONE and isinstance(value, dict):
        return in_order(about.of, value)
    if about.type is Type.MANY and isinstance(value, list):
        return [
            in_order(about.of, inner) if isinstance(inner, dict) else inner
            for inner in value
        ]
    return value
