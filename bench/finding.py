"""What a search costs at three sizes, against a plain query of the same index.

The floor asks tantivy for one stemmed word per word of the question in one field,
and reads the ten best records. The search does the rest: it mends slips, adds other
words, weighs fields, rewards coverage, and cuts snippets with the words marked.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial

import tantivy

from waymark.finding import index, queries, services
from waymark.finding.sources import Record
from waymark.finding.words import plain_words, stem

SIZES = (1_000, 10_000, 50_000)
QUESTIONS = 200

#: Invented syllables make an invented vocabulary of a realistic size.
_SYLLABLES = [
    *("ba", "co", "di", "fe", "gu", "ha", "li", "mo", "na", "pe", "ra", "so", "ti"),
    *("vu", "wen", "thor", "ling", "mar", "den", "ric"),
]

Row = tuple[str, int, float, str, float]


def rows() -> list[Row]:
    """Name, size, median milliseconds, name of the floor, and the ratio to it."""
    return [row for size in SIZES for row in _rows(size)]


def _rows(size: int) -> Iterator[Row]:
    from django.conf import settings

    settings.DATA = tempfile.mkdtemp(prefix="waymark-bench-")
    chance = random.Random(size)
    vocabulary = _vocabulary(chance)
    records = list(_records(size, vocabulary, chance))
    built = _milliseconds(lambda: services.rebuild(records))
    yield "build the index", size, built, "", 0.0
    clean = [_question(vocabulary, chance) for _ in range(QUESTIONS)]
    slipped = [_with_a_slip(question, chance) for question in clean]
    index.live()
    floor = _median(_plain_query, clean)
    for name, questions in (("search", clean), ("search with a slip", slipped)):
        median = _median(queries.search, questions)
        yield name, size, median, "plain tantivy query", median / floor


def _plain_query(question: str) -> None:
    opened = index.live()
    words = [
        (
            tantivy.Occur.Should,
            tantivy.Query.term_query(opened.schema, "text", stem(word)),
        )
        for word in plain_words(question)
    ]
    found = opened.searcher.search(tantivy.Query.boolean_query(words), 10)
    for _, address in found.hits:
        opened.searcher.doc(address)


def _median(work: Callable[[str], object], questions: list[str]) -> float:
    return statistics.median(_milliseconds(partial(work, asked)) for asked in questions)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _vocabulary(chance: random.Random) -> list[str]:
    made = {
        "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))
        for _ in range(12_000)
    }
    return sorted(made)


def _records(
    size: int, vocabulary: list[str], chance: random.Random
) -> Iterator[Record]:
    for number in range(size):
        yield Record(
            id=f"service:{number}",
            kind="service",
            name=" ".join(_common(vocabulary, chance, 4)),
            text=" ".join(_common(vocabulary, chance, 90)),
            summary=" ".join(_common(vocabulary, chance, 12)),
            address=f"/local-offer/{number}/",
        )


def _common(vocabulary: list[str], chance: random.Random, many: int) -> list[str]:
    """Words as unevenly common as words are."""
    top = len(vocabulary)
    return [vocabulary[int(top * chance.random() ** 3)] for _ in range(many)]


def _question(vocabulary: list[str], chance: random.Random) -> str:
    return " ".join(_common(vocabulary, chance, chance.randint(1, 3)))


def _with_a_slip(question: str, chance: random.Random) -> str:
    """The question with one letter of its longest word changed."""
    word = max(question.split(), key=len)
    at = chance.randrange(len(word))
    return question.replace(word, f"{word[:at]}x{word[at + 1 :]}", 1)
