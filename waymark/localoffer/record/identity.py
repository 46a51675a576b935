"""Ids that stay the same: a source's own where they are good, made from them if not."""

import hashlib
import json
import re
from uuid import uuid5

from waymark.localoffer.taxonomies import NAMESPACE

_ID = re.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def is_id(value: object) -> bool:
    """True for a text that the standard takes as an id."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def stable_id(source: str, kind: str, value: object) -> str:
    """The id of a source's object: its own if it is a UUID, else one made from it.

    The same source, kind and value always give the same id.
    """
    if is_id(value):
        return str(value)
    return str(uuid5(NAMESPACE, f"{source}/{kind}/{value}"))


def as_text(record: object) -> str:
    """A record as one text that does not depend on the order of its fields.

    Empty if it cannot be written as JSON: it goes too deep, or holds what is no value.
    """
    try:
        return json.dumps(record, sort_keys=True, ensure_ascii=True, allow_nan=False)
    except (RecursionError, ValueError, TypeError):
        return ""


def digest(text: str) -> str:
    """A fingerprint of such a text."""
    return hashlib.sha256(text.encode()).hexdigest()
