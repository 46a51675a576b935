"""Ids that stay the same: a source's own where they are good, made from them if not."""

import hashlib
import json
from typing import Any
from uuid import UUID, uuid5

from waymark.localoffer.taxonomies import NAMESPACE


def is_id(value: object) -> bool:
    """True for a text that the standard takes as an id."""
    if not isinstance(value, str) or len(value) != 36:
        return False
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def stable_id(source: str, kind: str, value: object) -> str:
    """The id of a source's object: its own if it is a UUID, else one made from it.

    The same source, kind and value always give the same id.
    """
    if is_id(value):
        return str(value)
    return str(uuid5(NAMESPACE, f"{source}/{kind}/{value}"))


def digest(record: dict[str, Any]) -> str:
    """A fingerprint of a record that does not depend on the order of its fields."""
    whole = json.dumps(record, sort_keys=True, ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(whole.encode()).hexdigest()
