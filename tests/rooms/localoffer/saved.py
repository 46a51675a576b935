"""The saved examples, fixtures and records of the standard, and its own schemas."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

HERE = Path(__file__).resolve().parent / "data" / "oruk"
ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = "https://openreferraluk.org/specifications/3.0/schema/"


def read(*parts: str) -> Any:
    return json.loads(HERE.joinpath(*parts).read_text(encoding="utf-8"))


def southend() -> list[dict[str, Any]]:
    file = ROOT / "areas" / "southend" / "local_offer" / "services.json"
    return json.loads(file.read_text(encoding="utf-8"))["contents"]


def bc211() -> list[dict[str, Any]]:
    found = read("bc211_excerpt_services.json")
    return found if isinstance(found, list) else found["contents"]


@cache
def registry() -> jsonschema_rs.Registry:
    """Every published schema under its published address."""
    files = sorted((HERE / "spec-3.0" / "schema").glob("*.json"))
    return jsonschema_rs.Registry(
        [(SCHEMAS + file.name, json.loads(file.read_text())) for file in files]
    )


@cache
def validator(address: str) -> jsonschema_rs.Draft202012Validator:
    """The judge of one published schema, with formats asserted."""
    return jsonschema_rs.Draft202012Validator(
        {"$ref": address}, registry=registry(), validate_formats=True
    )


def faults(schema: str, record: Any) -> list[str]:
    """What the published schema finds wrong, as paths with messages."""
    judge = validator(SCHEMAS + schema)
    return [f"{e.instance_path}: {e.message}" for e in judge.iter_errors(record)]


#: Of each kind of fixture, the schema that the official description names for it.
SCHEMA_OF = {
    "api_details": "api_details.json",
    "organization": "organization.json",
    "organization_full": "organization.json",
    "organization_list": "organization_list.json",
    "service_at_location_full": "service_at_location.json",
    "service_at_location_list": "service_at_location_list.json",
    "service_full": "service.json",
    "service_list": "service_list.json",
    "taxonomy": "taxonomy.json",
    "taxonomy_list": "taxonomy_list.json",
    "taxonomy_term": "taxonomy_term.json",
    "taxonomy_term_list": "taxonomy_term_list.json",
}
