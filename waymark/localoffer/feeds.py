"""Reading another publisher's feed, page by page, by what comes and not what it says.

Live feeds promise the wrong number of pages, pass over what they are asked, or give
their records in short. So pages are asked for until one brings nothing new, and short
records are asked for one by one.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from waymark.gateways.fetching import Fetched, NotFetched
from waymark.localoffer.incoming import NotReadable, records_of
from waymark.localoffer.record.faults import Fault
from waymark.localoffer.record.shape import SHAPES, Type

Fetch = Callable[[str], Fetched]
#: Called with how many records have come so far.
Counted = Callable[[int], None]

A_PAGE = 100
MOST_PAGES = 5_000
MOST_RECORDS = 250_000
_MANY = {name for name, about in SHAPES["service"].items() if about.type is Type.MANY}


@dataclass
class Feed:
    """One feed while it is read. `address` is its base or its list of services."""

    address: str
    fetch: Fetch
    counted: Counted = lambda _number: None
    records: dict[str, Any] = field(default_factory=dict)

    def read(self) -> list[Any]:
        """Every record of the feed, whole where the feed gives it whole.

        Raises: NotFetched; incoming.NotReadable, for what is no feed.
        """
        services = self._services_address()
        for number in range(1, MOST_PAGES + 1):
            page = self._page(services, number)
            if not self._take(page):
                break
            self.counted(len(self.records))
            if len(self.records) > MOST_RECORDS:
                raise NotFetched(f"This feed has more than {MOST_RECORDS:,} records.")
        found = list(self.records.values())
        return self._whole(services, found) if _in_short(found) else found

    def _services_address(self) -> str:
        """Where the list of services is, whichever of the two addresses was given."""
        base = self.address.split("#")[0].split("?")[0].rstrip("/")
        if urlsplit(base).path.endswith("services"):
            return base
        return f"{base}/services"

    def _page(self, services: str, number: int) -> list[Any]:
        asked = urlencode({"page": number, "per_page": A_PAGE, "full": "true"})
        return records_of(self._json(f"{services}?{asked}"))

    def _take(self, page: list[Any]) -> bool:
        """Keep what is new of a page; False if nothing was."""
        before = len(self.records)
        for place, record in enumerate(page):
            given = record.get("id") if isinstance(record, dict) else None
            self.records.setdefault(str(given or f"{before}/{place}"), record)
        return len(self.records) > before

    def _whole(self, services: str, found: list[Any]) -> list[Any]:
        whole = []
        for record in found:
            one = self._one(services, record)
            whole.append(one if isinstance(one, dict) and one.get("id") else record)
            self.counted(len(whole))
        return whole

    def _one(self, services: str, record: Any) -> Any:
        try:
            return self._json(f"{services}/{quote(str(record['id']), safe='')}")
        except (NotFetched, NotReadable, KeyError, TypeError):
            return None

    def _json(self, address: str) -> Any:
        answer = self.fetch(address)
        if answer.status != 200:
            where = urlunsplit(urlsplit(address)._replace(query=""))
            raise NotFetched(f"{where} answers {answer.status}.")
        try:
            return json.loads(answer.content, parse_constant=_no_such_number)
        except (ValueError, RecursionError):
            says = "does not answer with JSON that can be read"
            raise NotReadable(Fault(1, "the feed", says)) from None


def _no_such_number(name: str) -> Any:
    raise ValueError(name)


def _in_short(found: list[Any]) -> bool:
    """True if no record of the feed has any of the lists that a whole one has."""
    return bool(found) and not any(
        isinstance(record, dict) and _MANY & record.keys() for record in found
    )
