"""What a page costs to make and to carry, on SQLite with the worked example's words.

Pages are asked for through Django's test client, one process, warm. The floor is the
plainest page of ours that has a layout and no words of its own: it goes through the
same middleware. "Three sizes" are the shortest, a middling and the longest page of a
kind, for a page has no other size.
"""

import gzip
import os
import re
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.measuring import Row, medians

if TYPE_CHECKING:
    from django.test import Client

ROUNDS = 15
WITHIN = 0.030
DATES = (
    "/routemaps/ehc-needs-assessment/my-dates/?who=parent&request-received=2025-11-24"
)
#: Kind of page, and its addresses from the shortest to the longest.
PAGES: dict[str, tuple[str, ...]] = {
    "routemap": (
        "/routemaps/early-years/",
        "/routemaps/ehc-needs-assessment/",
        "/routemaps/unhappy/",
    ),
    "step": (
        "/routemaps/ehc-needs-assessment/get-ready/",
        "/routemaps/ehc-needs-assessment/decision-to-assess/",
        "/routemaps/unhappy/appeal/",
    ),
    "home": ("/",),
    "my dates": (DATES,),
    "time limits": ("/time-limits/?q=draft", "/time-limits/"),
    "search": ("/search/?q=speach+therapy",),
}
FLOOR = "/feedback/?page=/"


def rows() -> Iterator[Row]:
    """Milliseconds to make each page, and the weight of a first visit."""
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as data:
        client = _a_demonstration(data)
        for kind, addresses in PAGES.items():
            yield from _kind(client, kind, addresses)
        yield from _weight(client)


def _a_demonstration(data: str) -> "Client":
    os.environ["DATA"] = data
    os.environ["WAYMARK_TODAY"] = "2026-01-13"
    from waymark.config.store import open_store

    open_store()
    from django.conf import settings
    from django.test import Client

    from waymark.config.starting import start_area

    settings.ALLOWED_HOSTS = ["testserver"]
    start_area(settings.AREAS / "southend", demonstration=True)
    return Client()


def _kind(client: "Client", kind: str, addresses: tuple[str, ...]) -> Iterator[Row]:
    works = [partial(_get, client, address) for address in (*addresses, FLOOR)]
    *taken, floor = medians(*works, rounds=ROUNDS)
    for address, seconds in zip(addresses, taken, strict=True):
        size = len(_get(client, address))
        yield Row(
            "pages",
            f"{kind} {address.split('?')[0]}",
            size,
            seconds,
            "a form with one question",
            seconds / floor,
            within=WITHIN if kind == "routemap" else None,
        )


def _get(client: "Client", address: str) -> bytes:
    answer = client.get(address)
    if answer.status_code != 200:
        raise AssertionError(f"{address} answered {answer.status_code}")
    return bytes(answer.content)


def _weight(client: "Client") -> Iterator[Row]:
    """Kilobytes of a first visit to a routemap page: words, style, script and fonts."""
    address = PAGES["routemap"][1]
    page = _get(client, address)
    weight = len(gzip.compress(page)) + sum(
        _compressed(place) for place in _parts(page.decode())
    )
    yield Row(
        "weight",
        f"first visit to {address}",
        len(page),
        weight / 1000,
        within=100.0,
        unit="kB",
    )


def _parts(page: str) -> set[Path]:
    """The files that a browser asks for with this page; every font, to be safe."""
    from django.conf import settings

    root = Path(str(settings.STATIC_ROOT))
    named = re.findall(r'(?:href|src)="/static/([^"]+)"', page)
    fonts = (root / "ui" / "fonts").glob("*.*.woff2")
    return {root / name for name in named} | set(fonts)


def _compressed(place: Path) -> int:
    best = place.with_name(f"{place.name}.br")
    return (best if best.exists() else place).stat().st_size
