"""What is counted and sorted of a service: its choices, ages, positions and days.

Read from the rows that publishing reads out of every record. Nothing is guessed: what
a record does not say is "not-known", so that it can be asked for and is never lost.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import time
from typing import Any

from waymark.localoffer import taxonomies
from waymark.localoffer.assurance.days import counted_on
from waymark.localoffer.distance import tidy_postcode
from waymark.localoffer.models import Coverage, Service
from waymark.localoffer.search.asked import NOT_KNOWN, OLDEST
from waymark.localoffer.taxonomies import TermList

#: The ages of each stage, where a record gives ages and no stage.
STAGES = {
    "early-years": (0, 4),
    "primary": (5, 10),
    "secondary": (11, 15),
    "post-16": (16, 17),
    "adult-life": (18, OLDEST),
}
NOON, EVENING = time(12), time(17)
WAYS = {
    "comes-to-you": "comes-to-you",
    "at-school": "comes-to-you",
    "online": "online",
    "phone": "online",
}

#: A term of ours: the key of its list and its own.
Term = tuple[str, str]
#: A row of a place: postcode, latitude, longitude.
PlaceRow = tuple[str, float | None, float | None]
#: A row of a time: day, hour of opening, hour of closing.
TimeRow = tuple[str, time | None, time | None]


@dataclass(frozen=True, slots=True)
class About:
    """What is kept of one service beside the index. Plain enough for JSON.

    `lists` holds the values of each list of a search; `ages` the first and last year;
    `positions` its places; `ways` how else it reaches a family; `days` the ordinals of
    the day it counts from and of the first and last day it may be seen, 0 for none.
    """

    lists: dict[str, list[str]]
    ages: tuple[int, int]
    positions: list[tuple[float, float]]
    ways: list[str]
    days: tuple[int, int, int]

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def about(
    service: Service,
    terms: Iterable[Term],
    places: Iterable[PlaceRow],
    times: Iterable[TimeRow],
) -> About:
    """The facts of a service, from its row and those read out of its record."""
    borne, places, times = list(terms), list(places), list(times)
    lists = {
        "needs": _needs(borne),
        "stages": _of(taxonomies.STAGE, borne) or _stages_by_age(service),
        "costs": {None: [], True: ["free"], False: ["paid"]}[service.is_free],
        "days": sorted({day for day, _, _ in times if day}),
        "times": _times(times),
        "areas": sorted({d for code, _, _ in places if (d := district(code))}),
        "access": _of(taxonomies.ACCESS, borne),
        "referrals": _of(taxonomies.REFERRAL, borne),
        "diagnosis": _of(taxonomies.DIAGNOSIS, borne),
    }
    known = {field: values or [NOT_KNOWN] for field, values in lists.items()}
    known["kinds"] = ["service", *_of(taxonomies.KIND, borne)]
    return About(
        known,
        _ages(service),
        [(lat, lon) for _, lat, lon in places if lat is not None and lon is not None],
        _ways(service, borne),
        _days(service),
    )


def district(postcode: str) -> str:
    """The first half of a postcode: SS9 2AB is in SS9. Empty if it is none."""
    return tidy_postcode(postcode).partition(" ")[0]


def _of(terms: TermList, borne: Iterable[Term]) -> list[str]:
    """The keys of one list that are borne, each with those above it."""
    parents = {term.key: term.parent for term in terms.terms}
    found: set[str] = set()
    for name, key in borne:
        while name == terms.key and key in parents and key not in found:
            found.add(key)
            key = parents[key]
    return sorted(found)


def _needs(borne: Iterable[Term]) -> list[str]:
    """What it helps with; a service that is open to any need helps with each."""
    found = _of(taxonomies.NEED, borne)
    if "any-need" in found:
        return sorted(term.key for term in taxonomies.NEED.terms)
    return found


def _stages_by_age(service: Service) -> list[str]:
    if service.minimum_age is None and service.maximum_age is None:
        return []
    first, last = _ages(service)
    return [key for key, (low, high) in STAGES.items() if first <= high and last >= low]


def _ages(service: Service) -> tuple[int, int]:
    """Whole years. A service that says no age takes all, so far as it says."""
    first, last = service.minimum_age or 0, service.maximum_age
    return int(first), OLDEST if last is None else int(last)


def _times(times: Iterable[TimeRow]) -> list[str]:
    """The parts of the day in which it is open for some time."""
    found = set()
    for _day, opens, closes in times:
        if opens is None:
            continue
        closes = closes or opens
        found |= {"morning"} if opens < NOON else set()
        found |= {"afternoon"} if opens < EVENING and closes > NOON else set()
        found |= {"evening"} if max(opens, closes) >= EVENING else set()
    return sorted(found)


def _ways(service: Service, borne: Iterable[Term]) -> list[str]:
    found = {WAYS[key] for name, key in borne if name == "reach" and key in WAYS}
    if _is_virtual(service.document or {}):
        found.add("online")
    if service.coverage == Coverage.NATION:
        found.add("national")
    return sorted(found)


def _is_virtual(record: dict[str, Any]) -> bool:
    places = record.get("service_at_locations") or ()
    kinds = [(place.get("location") or {}).get("location_type") for place in places]
    return "virtual" in kinds


def _days(service: Service) -> tuple[int, int, int]:
    seen = (service.visible_from, service.visible_until)
    first, last = (day.toordinal() if day else 0 for day in seen)
    return counted_on(service).toordinal(), first, last


_SENTENCE = re.compile(r"(?<=[.!?])\s")


def first_words(text: str, most: int = 200) -> str:
    """The first sentences of a text, or its first words, no longer than so much."""
    said = ""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        if len(said) + len(sentence) >= most:
            break
        said = f"{said} {sentence}".strip()
    return said or f"{text[:most].rsplit(' ', 1)[0]} …"
