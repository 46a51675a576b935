"""The directory at full size: how long an import, a page and a filter take."""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench.measuring import Row, rows_apart
from bench.offer_noise import services as noise

SIZE = 50_000
ROUNDS = 25


def rows() -> Iterator[Row]:
    """Every measure, made by a program of its own with a store that is thrown away."""
    yield from rows_apart("bench.localoffer")


def _measured() -> Iterator[Row]:
    from waymark.config.store import open_store

    open_store()
    yield from _imports()
    yield from _answers()


def _imports() -> Iterator[Row]:
    from waymark.localoffer import services
    from waymark.localoffer.models import Source

    services.load_lists()
    source = services.source_for("noise", kind=Source.Kind.SHEET)
    records = list(noise(SIZE))
    first = _seconds(lambda: services.import_rows(records, source))
    yield Row("local offer", "import, every record new", SIZE, first, within=60)
    again = _seconds(lambda: services.import_rows(records, source))
    yield Row("local offer", "the same import again", SIZE, again, within=60)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


#: What is asked of the API, and within how many seconds it should be answered.
QUESTIONS = {
    "API, first page": ("services", 0.1),
    "API, a page in the middle": ("services?page=500", 0.3),
    "API, one page, whole": ("services?full=true", 0.15),
    "API, words and ages": ("services?search=swimming&minimum_age=7", 0.3),
    "API, a day": ("services?day=SA", 0.3),
    "API, places, first page": ("service_at_locations", 1.0),
    "API, within a mile": (
        "service_at_locations?postcode=MM1 1AA&proximity=1609",
        1.0,
    ),
}


def _answers() -> Iterator[Row]:
    from django.conf import settings
    from django.test import Client

    from bench.offer_noise import MIDDLE
    from waymark.localoffer.models import Postcode
    from waymark.localoffer.views import openness

    settings.ALLOWED_HOSTS = ["testserver"]
    openness.A_MINUTE = 10**9
    Postcode.objects.create(postcode="MM1 1AA", latitude=MIDDLE[0], longitude=MIDDLE[1])
    client = Client()
    for name, (question, within) in QUESTIONS.items():
        address = f"/open-referral/v3/{question}"
        client.get(address)
        ask = partial(client.get, address)
        taken = [_seconds(ask) for _ in range(ROUNDS)]
        yield Row("local offer", name, SIZE, statistics.median(taken), within=within)
    streamed = _seconds(
        lambda: client.get("/open-referral/v3/services?format=ndjson").getvalue()
    )
    yield Row("local offer", "API, everything as a stream", SIZE, streamed)


if __name__ == "__main__":
    for row in _measured():
        print(json.dumps(row), flush=True)
