"""The search of the Local Offer: the worked example alone, then among 50,000 services.

The questions are those of the worked example (see `waymark.localoffer.search.trials`).
Their rows give the share answered in the first three as the ratio, and how long one
question takes. A typing mistake is one letter of one word of what somebody looks for.
"""

import gc
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench.measuring import Row, seconds_of

SIZE = 50_000
SEED = 11
ROUNDS = 200
TYPED = 300
ALONE, AT_FULL_SIZE = 0.95, 0.85
DAY = "2026-01-13"
NEAR = "SS2 6XT"
#: What is typed beside three choices and a distance.
WORDS = (
    *("short break", "football", "speach therapy", "anxiety", "autism support group"),
    *("swimming for my son", "", "youth club", "sleep", "help with talking"),
)
BEGUN = ("spee", "short br", "autis", "foo", "sw", "speech and lang", "support g", "an")


def rows() -> Iterator[Row]:
    """Every measure, made by a program of its own with a store that is thrown away.

    On SQLite, or on the PostgreSQL that `scripts/with_postgres.sh` puts beside it.
    """
    folder = tempfile.mkdtemp(prefix="waymark-bench-offer-search-")
    try:
        measured = subprocess.run(
            [sys.executable, "-m", "bench.offer_search"],
            env={**os.environ, "DATA": folder, "WAYMARK_TODAY": DAY},
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for line in measured.stdout.splitlines():
        yield Row(*json.loads(line))


def measured() -> Iterator[Row]:
    """The rows, in this process and its store."""
    from waymark.config.store import open_store

    open_store()
    from django.conf import settings

    from waymark.config.starting import start_area

    start_area(settings.AREAS / "southend", demonstration=True)
    yield from _trials(512, "alone", ALONE)
    yield from _full()
    yield from _trials(SIZE, "among 50,000", AT_FULL_SIZE)
    yield from _searches()
    yield from _suggestions()


def _row(name: str, size: int, seconds: float, within: float | None = None) -> Row:
    from django.db import connection

    topic = f"local offer search, {connection.vendor}"
    return Row(topic, name, size, seconds, within=within)


def _full() -> Iterator[Row]:
    from bench.offer_noise import services as noise
    from waymark.finding import services as finding
    from waymark.localoffer import services
    from waymark.localoffer.models import Source

    source = services.source_for("noise", kind=Source.Kind.SHEET)
    records = list(noise(SIZE))
    imported = seconds_of(lambda: services.import_rows(records, source))
    yield _row("import beside the worked example", SIZE, imported, 60)
    yield _row("build the index", SIZE, seconds_of(finding.rebuild))


# ---- questions ----------------------------------------------------------------------


def _trials(size: int, where: str, bar: float) -> Iterator[Row]:
    from django.conf import settings

    from waymark.finding import trials
    from waymark.localoffer.search.trials import score
    from waymark.today import today

    file = settings.AREAS / "southend" / "local_offer" / "search_trials.toml"
    every = trials.from_file(file)
    kept = []
    seconds = seconds_of(lambda: kept.append(score(every, today())))
    tuned, held_out = kept[0].tuned, kept[0].held_out
    parts = [(each.near_the_top, each.trials) for each in (tuned, held_out)]
    found, asked = (sum(counted) for counted in zip(*parts, strict=True))
    rows = (("tuned", *parts[0], None), ("held out", *parts[1], None))
    for name, right, of, at_least in (*rows, ("all", found, asked, bar)):
        yield _row(f"questions {where}, {name}", size, seconds / len(every))._replace(
            peer=f"{right} of {of} in the first three",
            ratio=right / of,
            at_least=at_least,
        )


# ---- times --------------------------------------------------------------------------


def _searches() -> Iterator[Row]:
    from waymark.localoffer.search import search
    from waymark.today import today

    chance = random.Random(SEED)
    day = today()
    asked = [_three_choices_and_a_distance(chance) for _ in range(ROUNDS)]
    for each in asked[:5]:
        search(each, day)
    yield from _spread(
        "three choices and a distance",
        [partial(search, each, day) for each in asked],
        within=(0.050, 0.120),
    )
    slips = list(_slips(chance))
    yield _found_in_spite_of(slips)


def _three_choices_and_a_distance(chance: random.Random) -> object:
    from waymark.localoffer import taxonomies
    from waymark.localoffer.record.facts import DAYS
    from waymark.localoffer.search.asked import Asked

    needs = [term.key for term in taxonomies.NEED.terms]
    return Asked(
        words=chance.choice(WORDS),
        near=NEAR,
        within_miles=chance.choice((2.0, 3.0, 5.0, 10.0)),
        needs=tuple(sorted(chance.sample(needs, 2))),
        costs=(chance.choice(("free", "paid")),),
        days=(chance.choice(DAYS),),
        age=chance.choice((None, 7, 12)),
        sort=chance.choice(("best", "nearest")),
    )


def _suggestions() -> Iterator[Row]:
    from waymark.localoffer.search import suggestions
    from waymark.today import today

    day = today()
    works = [partial(suggestions, typed, day) for typed in BEGUN] * (ROUNDS // 8)
    yield from _spread("suggestions", works, within=(0.015, None))


def _spread(
    name: str,
    works: list[Callable[[], object]],
    *,
    within: tuple[float, float | None],
) -> Iterator[Row]:
    """The median and the 95th percentile of many different works."""
    gc.collect()
    gc.freeze()
    taken = [_seconds(work) for work in works]
    gc.unfreeze()
    yield _row(f"{name}, median", SIZE, statistics.median(taken), within[0])
    late = statistics.quantiles(taken, n=20)[-1]
    yield _row(f"{name}, 95th percentile", SIZE, late, within[1])


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


# ---- slips --------------------------------------------------------------------------


def _slips(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Names of services of the worked example with one letter wrong in a long word."""
    from waymark.finding.words import is_stop_word, plain_words
    from waymark.localoffer.models import Service

    services = Service.objects.exclude(source__key="noise").order_by("name")
    names = list(services.values_list("name", flat=True))
    for _ in range(TYPED):
        name = chance.choice(names)
        words = plain_words(name)
        long = [n for n, w in enumerate(words) if len(w) > 4 and not is_stop_word(w)]
        if long:
            at = chance.choice(long)
            words[at] = _with_a_slip(words[at], chance)
            yield name, " ".join(words)


def _with_a_slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        )
    )


def _found_in_spite_of(slips: list[tuple[str, str]]) -> Row:
    from waymark.localoffer.search import search
    from waymark.localoffer.search.asked import Asked
    from waymark.today import today

    def is_found(name: str, typed: str) -> bool:
        return name in [hit.name for hit in search(Asked(words=typed), today()).hits]

    found = []
    seconds = seconds_of(lambda: found.extend(is_found(*each) for each in slips))
    return _row("a letter wrong in a name", SIZE, seconds / len(slips))._replace(
        peer=f"{sum(found)} of {len(found)} on the first page",
        ratio=sum(found) / len(found),
        at_least=0.95,
    )


if __name__ == "__main__":
    for row in measured():
        print(json.dumps(row), flush=True)
