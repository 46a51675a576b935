"""The OpenAPI description of the API, made from the views and the table of shapes."""

import copy
from typing import Any

from ninja import NinjaAPI

from waymark.localoffer.record.shape import json_schema

#: What each list holds, and each record is.
LISTS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
_NAMES_OF_A_PAGE = {
    "total_items": {"type": "integer", "minimum": 0},
    "total_pages": {"type": "integer", "minimum": 0},
    "page_number": {"type": "integer", "minimum": 1},
    "size": {"type": "integer", "minimum": 0},
    "first_page": {"type": "boolean"},
    "last_page": {"type": "boolean"},
    "empty": {"type": "boolean"},
}
_SENTENCE = {
    "type": "object",
    "properties": {"message": {"type": "string"}},
    "required": ["message"],
}
_ABOUT = {
    "type": "object",
    "properties": {
        "version": {"type": "string"},
        "profile": {"type": "string", "format": "uri"},
        "openapi_url": {"type": "string", "format": "uri"},
    },
    "required": ["version", "profile", "openapi_url"],
}
_TAXONOMY = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "name": {"type": "string"},
        "description": {"type": "string"},
        "uri": {"type": "string", "format": "uri"},
        "version": {"type": "string"},
        "taxonomy_terms": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/taxonomy_term"},
        },
    },
    "required": ["id", "name", "description"],
}


class DescribedAPI(NinjaAPI):
    """The API with our own shapes in its description."""

    def get_openapi_schema(self, **given: Any) -> Any:
        """The description, with every shape that it names."""
        described = super().get_openapi_schema(**given)
        schemas = described.setdefault("components", {}).setdefault("schemas", {})
        schemas.update(_schemas())
        for path in described["paths"].values():
            for operation in path.values():
                operation["responses"].pop(200, None)
        return described


def _schemas() -> dict[str, Any]:
    found = {
        name: _renamed(copy.deepcopy(schema))
        for name, schema in json_schema()["$defs"].items()
    }
    return {**found, "taxonomy": _TAXONOMY, "about": _ABOUT, "sentence": _SENTENCE}


def _renamed(schema: Any) -> Any:
    """The same schema with its references where OpenAPI keeps shapes."""
    if isinstance(schema, list):
        return [_renamed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: value.replace("#/$defs/", "#/components/schemas/")
        if key == "$ref"
        else _renamed(value)
        for key, value in schema.items()
    }


def gives(what: str, *, by_id: bool = False) -> dict[str, Any]:
    """What an operation answers, for its description."""
    answers = {
        "200": {"description": "Found.", "content": _content(what)},
        "304": {"description": "The same as what you hold."},
        "400": _refusal("A value cannot be read."),
        "429": _refusal("Too many questions in one minute."),
    }
    if by_id:
        answers["404"] = _refusal("Nothing published has this id.")
    return {"responses": answers}


def _content(what: str) -> dict[str, Any]:
    if what not in LISTS:
        return {"application/json": {"schema": _named(what)}}
    # In a list of least things there is an id and a day, and no more.
    contents = {"type": "array", "items": {"type": "object", "required": ["id"]}}
    names = {**_NAMES_OF_A_PAGE, "contents": contents}
    page = {"type": "object", "properties": names, "required": list(names)}
    return {
        "application/json": {"schema": page},
        "application/x-ndjson": {"schema": {"type": "string"}},
    }


def _named(what: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{what}"}


def _refusal(says: str) -> dict[str, Any]:
    return {
        "description": says,
        "content": {"application/json": {"schema": _named("sentence")}},
    }
