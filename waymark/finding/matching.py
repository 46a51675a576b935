"""Finds the records that answer a question, best first."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tantivy
from tantivy import Occur, Query

from waymark.finding import ranking
from waymark.finding.index import PARTS, Opened
from waymark.finding.likeness import Likeness, rarity
from waymark.finding.question import Asked, Question, Wording
from waymark.finding.sources import Record
from waymark.finding.words import is_stop_word, stem

Place = tuple[int, int]
#: A score by the words alone, and the record's address in the index.
Scored = tuple[float, tantivy.DocAddress]


@dataclass(frozen=True, slots=True)
class Match:
    """A record's place in the index and how well it answers; higher is better."""

    address: tantivy.DocAddress
    score: float


def matches(index: Opened, question: Question) -> list[Match]:
    """The best records, best first; at most `ranking.CANDIDATES`."""
    ranked = reranked(index, question, scored(index, question, ranking.CANDIDATES))
    return [m for m in ranked if m.score >= ranked[0].score * ranking.NOISE]


def scored(index: Opened, question: Question, most: int) -> list[Scored]:
    """Every record that holds any word of the question, by the words alone.

    Best first; `most` at most. Bare pairs, because there may be fifty thousand.
    """
    parts = [_one_word(index, asked) for asked in question.asked]
    if not parts:
        return []
    found: list[Scored] = index.searcher.search(_any_of(parts), most, count=False).hits
    return found


def places_of(index: Opened, found: Sequence[Scored]) -> list[int]:
    """The place of each record in the list the index was built from."""
    addresses = [address for _, address in found]
    places: list[Any] = index.searcher.fast_field_values("place", addresses)
    return places


def reranked(index: Opened, question: Question, found: Sequence[Scored]) -> list[Match]:
    """Some scored records again: by how much of the question each meets, by what
    they are, and the best few by how like their names are.
    """
    if not found:
        return []
    parts = [_one_word(index, asked) for asked in question.asked]
    addresses = [address for _, address in found]
    covered = _coverage(index, question, parts, addresses)
    standing = _standing(index, addresses)
    ranked = [
        Match(address, score * _reward(covered[_place(address)]) * weight)
        for (score, address), weight in zip(found, standing, strict=True)
    ]
    ranked.sort(key=lambda match: -match.score)
    return _with_the_most_alike_first(index, question, ranked)


def _with_the_most_alike_first(
    index: Opened, question: Question, ranked: list[Match]
) -> list[Match]:
    """The best few again, by how like their names and families' questions are."""
    likeness = Likeness(question, index.vocabulary)
    best = [
        Match(
            m.address,
            m.score * (1 + ranking.LIKENESS * likeness.of(_phrases(index, m))),
        )
        for m in ranked[: ranking.COMPARED]
    ]
    best.sort(key=lambda match: -match.score)
    return best + ranked[ranking.COMPARED :]


def _phrases(index: Opened, match: Match) -> list[list[str]]:
    kept = index.searcher.doc(match.address).get_first("phrases")
    found: list[list[str]] = json.loads(bytes(kept or b"[]"))
    return found


def record_at(index: Opened, match: Match) -> Record:
    """The record itself, as its room handed it over."""
    return _record_at(index, match.address)


def records_at(index: Opened, places: Sequence[int]) -> list[Record]:
    """The records at some places of the list the index was built from, in order."""
    wanted = Query.term_set_query(index.schema, "place", list(places))
    found = index.searcher.search(wanted, max(len(places), 1), count=False).hits
    addresses = [address for _, address in found]
    at = dict(zip(places_of(index, found), addresses, strict=True))
    return [_record_at(index, at[place]) for place in places]


def _record_at(index: Opened, address: tantivy.DocAddress) -> Record:
    kept = index.searcher.doc(address).get_first("record")
    parts = dict(zip(PARTS, json.loads(bytes(kept or b"")), strict=True))
    lists = {name: tuple(parts[name]) for name in ("lay_words", "topics")}
    return Record(**{**parts, **lists})


def _one_word(index: Opened, asked: Asked) -> Query:
    """Met in its best field and best wording, with a little for the others."""
    ways = [
        Query.boost_query(_worded(index.schema, field, way), weight * way.nearness)
        for way in asked.wordings
        for field, weight in ranking.FIELDS.items()
    ]
    return Query.disjunction_max_query(ways, ranking.TIE_BREAKER)


def _worded(schema: tantivy.Schema, field: str, way: Wording) -> Query:
    """One word, or a phrase in which small words may be missing."""
    placed = [
        (place, stem(word))
        for place, word in enumerate(way.words)
        if not is_stop_word(word)
    ] or [(place, stem(word)) for place, word in enumerate(way.words)]
    if len(placed) == 1:
        return Query.term_query(schema, field, placed[0][1])
    # A phrase is scored as the sum of its words, but it stands for one thing.
    phrase = _phrase(schema, field, placed, slop=1)
    return Query.boost_query(phrase, 1 / len(placed))


def _phrase(
    schema: tantivy.Schema, field: str, placed: Sequence[tuple[int, str]], *, slop: int
) -> Query:
    words: list[str | tuple[int, str]] = list(placed)
    return Query.phrase_query(schema, field, words, slop=slop)


def _coverage(
    index: Opened,
    question: Question,
    parts: list[Query],
    addresses: list[tantivy.DocAddress],
) -> dict[Place, float]:
    """The share of the question, by rarity of its words, that each record meets."""
    rarities = [rarity(asked, index.vocabulary) for asked in question.asked]
    whole = sum(rarities)
    places = index.searcher.fast_field_values("place", addresses)
    these = Query.term_set_query(index.schema, "place", places)
    shares = [
        (Occur.Should, Query.const_score_query(part, rare / whole))
        for part, rare in zip(parts, rarities, strict=True)
    ]
    only = (Occur.Must, Query.const_score_query(these, 0.0))
    query = Query.boolean_query([only, *shares])
    found = index.searcher.search(query, len(addresses), count=False).hits
    return {_place(address): score for score, address in found}


def _reward(coverage: float) -> float:
    return ranking.COVERAGE_FLOOR + ranking.COVERAGE_REWARD * coverage


def _standing(index: Opened, addresses: list[tantivy.DocAddress]) -> list[float]:
    """What each record gets for its kind, and for being local when others are."""
    local = index.searcher.fast_field_values("local", addresses)
    kinds = index.searcher.fast_field_values("standing", addresses)
    national = ranking.NATIONAL if any(local) else 1.0
    return [
        float(kind or 0) * (1.0 if near else national)
        for kind, near in zip(kinds, local, strict=True)
    ]


def _any_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _place(address: tantivy.DocAddress) -> Place:
    return address.segment_ord, address.doc
