"""When a service is open: a line for each weekday, and words for the rest.

A record may say more of time than a week of days. What is no plain weekly opening is
not asked for and stays as it is.
"""

from typing import Any
from uuid import uuid5

from waymark.localoffer.record.facts import DAYS, clock
from waymark.localoffer.taxonomies import NAMESPACE

WORDS = "times-words"
#: A schedule with anything but these is not plain.
_PLAIN = {"id", "service_id", "freq", "interval", "byday", "opens_at", "closes_at"}
_WORDS_ONLY = {"id", "service_id", "description"}


def read(record: dict[str, Any]) -> dict[str, Any]:
    """For each day, such as MO, when it opens and closes; and the words."""
    found: dict[str, Any] = {}
    hours = _hours(record)
    for day in DAYS:
        opens, closes = hours.get(day, ("", ""))
        found[f"{day}-opens"], found[f"{day}-closes"] = opens, closes
    speaking = _speaking(record)
    return {**found, WORDS: str(speaking["description"]) if speaking else ""}


def others(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The schedules that are not asked for, and stay as they are."""
    asked = [id(each) for each in _plain(record)]
    speaking = _speaking(record)
    return [
        each
        for each in record.get("schedules") or ()
        if id(each) not in asked and each is not speaking
    ]


def write(record: dict[str, Any], changed: dict[str, Any]) -> None:
    """Put other hours or words in place of those there are."""
    _write_hours(record, changed)
    _write_words(record, changed)


def _plain(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The plain weekly openings, if no day of theirs is opened twice."""
    found = [each for each in record.get("schedules") or () if _is_plain(each)]
    days = [day for each in found for day in each["byday"].split(",")]
    return found if len(days) == len(set(days)) else []


def _is_plain(schedule: dict[str, Any]) -> bool:
    named = str(schedule.get("byday", "")).split(",")
    hours = [clock(schedule.get(end)) for end in ("opens_at", "closes_at")]
    return (
        schedule.keys() <= _PLAIN
        and schedule.get("interval", 1) == 1
        and schedule.get("freq", "WEEKLY") == "WEEKLY"
        and all(day in DAYS for day in named)
        and None not in hours
    )


def _hours(record: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {
        day: (_shown(each["opens_at"]), _shown(each["closes_at"]))
        for each in _plain(record)
        for day in each["byday"].split(",")
    }


def _shown(said: Any) -> str:
    read_as = clock(said)
    return f"{read_as:%H:%M}" if read_as else ""


def _write_hours(record: dict[str, Any], changed: dict[str, Any]) -> None:
    if not any(key.endswith(("-opens", "-closes")) for key in changed):
        return
    answers = {**read(record), **changed}
    plain = _plain(record)
    kept = [each for each in record.get("schedules") or () if each not in plain]
    ids = [each["id"] for each in plain]
    opened: dict[tuple[str, str], list[str]] = {}
    for day in DAYS:
        hours = (answers[f"{day}-opens"], answers[f"{day}-closes"])
        if all(hours):
            opened.setdefault(hours, []).append(day)
    made = []
    for (opens, closes), days in opened.items():
        byday = ",".join(days)
        fresh = str(uuid5(NAMESPACE, f"schedule/{record['id']}/{byday}"))
        made.append(
            {
                "id": ids.pop(0) if ids else fresh,
                "service_id": record["id"],
                "freq": "WEEKLY",
                "interval": 1,
                "byday": byday,
                "opens_at": opens,
                "closes_at": closes,
            }
        )
    _keep(record, [*made, *kept])


def _speaking(record: dict[str, Any]) -> dict[str, Any] | None:
    """The schedule that holds nothing but words."""
    for each in record.get("schedules") or ():
        if each.keys() <= _WORDS_ONLY and each.get("description"):
            found: dict[str, Any] = each
            return found
    return None


def _write_words(record: dict[str, Any], changed: dict[str, Any]) -> None:
    if WORDS not in changed:
        return
    speaking = _speaking(record)
    kept = [each for each in record.get("schedules") or () if each is not speaking]
    if changed[WORDS]:
        fresh = str(uuid5(NAMESPACE, f"schedule/{record['id']}/words"))
        about = speaking or {"id": fresh, "service_id": record["id"]}
        kept.append({**about, "description": changed[WORDS]})
    _keep(record, kept)


def _keep(record: dict[str, Any], schedules: list[dict[str, Any]]) -> None:
    if schedules:
        record["schedules"] = schedules
    else:
        record.pop("schedules", None)
