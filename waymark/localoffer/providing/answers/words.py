"""The fields of a record that are words, a number or a choice."""

from typing import Any

from waymark.localoffer.record.words import plain

RICH = (
    "description",
    "alert",
    "eligibility_description",
    "application_process",
    "wait_time",
    "fees",
)
BARE = ("name", "status", "email", "url", "minimum_age", "maximum_age")
#: What the standard will not do without stays in the record, even when it is empty.
NEVER_LEFT_OUT = ("name", "status")


def read(record: dict[str, Any]) -> dict[str, Any]:
    """Each field as it is asked for; tags are not shown to whoever writes."""
    found = {name: record.get(name, "") for name in BARE}
    return {**found, **{name: plain(str(record.get(name, ""))) for name in RICH}}


def write(record: dict[str, Any], changed: dict[str, Any]) -> None:
    """Put what changed into the record; an empty answer takes the field out."""
    for name in (*BARE, *RICH):
        if name not in changed:
            continue
        if changed[name] == "" and name not in NEVER_LEFT_OUT:
            record.pop(name, None)
        else:
            record[name] = _whole_where_it_is(changed[name])


def _whole_where_it_is(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
