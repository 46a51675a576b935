"""What somebody asks of the Local Offer, as a value and as an address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from waymark.localoffer import taxonomies
from waymark.localoffer.distance import tidy_postcode
from waymark.localoffer.record.facts import DAYS
from waymark.localoffer.taxonomies import TermList

#: Nobody is older in the Local Offer, and a child not yet born has age 0.
OLDEST = 25
#: No page of results stands behind this one.
LAST_PAGE = 9999
#: Words are cut here.
MOST_CHARACTERS = 400
#: A position is never held more exactly than this: about 100 metres.
DECIMALS = 3

SORTS = ("best", "nearest")
COSTS = ("free", "paid")
TIMES = ("morning", "afternoon", "evening")
#: What is found beside services, as values of `kinds`.
PAGES = ("guide", "routemap-step", "event", "news")
#: Where the record does not say. Never guessed, so that it can be asked for.
NOT_KNOWN = "not-known"

_POSITION = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_DISTRICT = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of an address that cannot be read, and what to do about it."""

    field: str
    says: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A search. What is left out does not narrow it.

    `near` is a postcode or 'lat,lon' rounded to about 100 m. `within_miles` holds
    for places; what comes to a family or is online stays. In the lists, any of the
    values will do. `needs`, `stages`, `access`, `referrals` and `diagnosis` are keys
    of our own lists of terms; `kinds` those of the kind of help, and "service",
    "guide" and "routemap-step"; `costs` free or paid; `days` MO to SU; `times`
    morning, afternoon, evening; `areas` are postcode districts. "not-known" in a list
    is where a record does not say. `literal` takes every word as it was typed.
    `older` shows services that nobody has confirmed for a year.
    """

    words: str = ""
    near: str = ""
    within_miles: float | None = None
    age: int | None = None
    needs: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    referrals: tuple[str, ...] = ()
    diagnosis: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sort: str = "best"
    page: int = 1
    literal: bool = False
    older: bool = False
    faults: tuple[Fault, ...] = ()

    @property
    def narrowed(self) -> bool:
        """True if anything but words, position and order is asked for."""
        lists = any(getattr(self, field) for field in LISTED)
        return lists or self.age is not None or self.within_miles is not None

    def with_choice(self, field: str, value: str) -> "Asked":
        """The same search with one value of a list pressed: added, or taken away."""
        before: tuple[str, ...] = getattr(self, field)
        after = tuple(v for v in before if v != value)
        if value not in before:
            after = (*before, value)
        return self.but(**{field: tuple(sorted(after))})

    def but(self, **changes: Any) -> "Asked":
        """The same search with other parts, from its first page."""
        return replace(self, **{"page": 1, **changes})


#: Each list of a search with its name in an address.
LISTED = {
    "needs": "need",
    "stages": "stage",
    "costs": "cost",
    "days": "day",
    "times": "time",
    "areas": "area",
    "access": "access",
    "referrals": "referral",
    "diagnosis": "diagnosis",
    "kinds": "kind",
}


def from_query(params: QueryDict) -> Asked:
    """Read an address. Total: what cannot be read is left out and is in `faults`."""
    reader = _Reader(params)
    lists = {field: reader.listed(field) for field in LISTED}
    asked = Asked(
        words=reader.text("q")[:MOST_CHARACTERS],
        near=reader.near(),
        within_miles=reader.miles(),
        age=reader.age(),
        sort="nearest" if reader.text("sort") == "nearest" else "best",
        page=reader.page(),
        literal=reader.text("literal") == "1",
        older=reader.text("older") == "1",
        **cast(dict[str, Any], lists),
    )
    return replace(asked, faults=tuple(reader.faults))


def to_query(asked: Asked) -> str:
    """The address of a search, without its "?": always in one order, nothing empty."""
    pairs: list[tuple[str, str]] = [
        ("q", asked.words),
        ("near", asked.near),
        ("within", _number(asked.within_miles)),
        ("age", _number(asked.age)),
    ]
    for field, name in LISTED.items():
        pairs += [(name, value) for value in sorted(getattr(asked, field))]
    pairs += [
        ("sort", "" if asked.sort == "best" else asked.sort),
        ("page", "" if asked.page == 1 else str(asked.page)),
        ("literal", "1" if asked.literal else ""),
        ("older", "1" if asked.older else ""),
    ]
    return urlencode([(name, value) for name, value in pairs if value])


def rounded_position(typed: str) -> str:
    """'lat,lon' rounded to about 100 m, or an empty text if it is no position."""
    found = _POSITION.fullmatch(typed)
    if not found:
        return ""
    latitude, longitude = (round(float(part), DECIMALS) for part in found.groups())
    if abs(latitude) > 90 or abs(longitude) > 180:
        return ""
    return f"{latitude:.{DECIMALS}f},{longitude:.{DECIMALS}f}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _keys(terms: TermList) -> frozenset[str]:
    return frozenset(term.key for term in terms.terms)


_ALLOWED: dict[str, frozenset[str]] = {
    "needs": _keys(taxonomies.NEED) | {NOT_KNOWN},
    "stages": _keys(taxonomies.STAGE) | {NOT_KNOWN},
    "costs": frozenset((*COSTS, NOT_KNOWN)),
    "days": frozenset((*DAYS, NOT_KNOWN)),
    "times": frozenset((*TIMES, NOT_KNOWN)),
    "access": _keys(taxonomies.ACCESS) | {NOT_KNOWN},
    "referrals": _keys(taxonomies.REFERRAL) | {NOT_KNOWN},
    "diagnosis": _keys(taxonomies.DIAGNOSIS) | {NOT_KNOWN},
    "kinds": _keys(taxonomies.KIND) | {"service", *PAGES},
}


def _is_allowed(field: str, value: str) -> bool:
    """Is it a value of that list? Areas are whatever districts there are."""
    if field == "areas":
        return value == NOT_KNOWN or bool(_DISTRICT.fullmatch(value))
    return value in _ALLOWED[field]


class _Reader:
    """Reads one address part by part, remembering what it could not read."""

    def __init__(self, params: QueryDict) -> None:
        self.params = params
        self.faults: list[Fault] = []

    def text(self, name: str) -> str:
        return (self.params.get(name) or "").replace("\x00", "").strip()

    def listed(self, field: str) -> tuple[str, ...]:
        """The values of a list, each once, in order. Unknown ones are faults."""
        given = self.params.getlist(LISTED[field])
        wanted = {value.strip() for value in given if value.strip()}
        known = {value for value in wanted if _is_allowed(field, value)}
        if wanted - known:
            says = _("We do not know one of the choices, so we left it out.")
            self._fault(LISTED[field], says)
        return tuple(sorted(known))

    def near(self) -> str:
        """A postcode or a rounded position; what is neither is kept, as a fault.

        Kept, so that a page can show what was typed; the search warns of it again.
        """
        typed = self.text("near")
        found = rounded_position(typed) or tidy_postcode(typed)
        if typed and not found:
            self._fault("near", _("Write a whole postcode, such as SS2 6ER."))
        return found or typed[:40]

    def miles(self) -> float | None:
        says = _("Write the distance as a number of miles, such as 5.")
        found: float | None = self._read("within", _miles, says)
        return found

    def age(self) -> int | None:
        says = _("Write the age as a whole number from 0 to 25.")
        found: int | None = self._read("age", _age, says)
        return found

    def page(self) -> int:
        typed = self.text("page")
        sensible = typed.isascii() and typed.isdigit() and len(typed) <= 4
        return max(1, min(int(typed), LAST_PAGE)) if sensible else 1

    def _read(self, name: str, read: Any, says: str) -> Any:
        typed = self.text(name)
        if not typed:
            return None
        found = read(typed)
        if found is None:
            self._fault(name, says)
        return found

    def _fault(self, field: str, says: str) -> None:
        self.faults.append(Fault(field, says))


def _miles(typed: str) -> float | None:
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", typed, re.ASCII):
        return None
    return float(typed) or None


def _age(typed: str) -> int | None:
    if not re.fullmatch(r"\d{1,2}", typed, re.ASCII):
        return None
    return int(typed) if int(typed) <= OLDEST else None


def listed_values(field: str) -> Iterable[str]:
    """Every value that a list may hold; nothing for areas, which are the area's own."""
    return sorted(_ALLOWED.get(field, ()))
