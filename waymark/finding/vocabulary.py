"""The words that are really published, and what a mistyped word was meant to be."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from itertools import islice, takewhile

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from waymark.finding import ranking
from waymark.finding.words import stem


class Vocabulary:
    """Words as written, unstemmed, each with the number of records that use it."""

    def __init__(
        self, counts: Mapping[str, int], also: Iterable[str] = (), *, records: int
    ) -> None:
        self.records = records
        self.counts = dict(counts)
        for word in also:
            self.counts.setdefault(word, 0)
        self._stems: dict[str, int] = defaultdict(int)
        for word, count in self.counts.items():
            self._stems[stem(word)] += count
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self.counts:
            self._by_length[len(word)].append(word)
        self._in_order = sorted(self.counts)

    def __contains__(self, word: str) -> bool:
        """Is this word published, in this form or in another?"""
        return word in self.counts or stem(word) in self._stems

    def rarity(self, stem: str) -> float:
        """How much a stem tells: 1 if every record has it, more the fewer do."""
        using = min(self._stems.get(stem, 0), self.records)
        return 1 + math.log((self.records + 1) / (using + 1))

    def meant_by(self, word: str) -> list[str]:
        """The known words nearest to an unknown one, likeliest first; often none.

        Slips are counted as Damerau and Levenshtein did, no letter edited twice
        (rapidfuzz calls that OSA; the unlimited count takes three times as long).
        One slip (a letter missed, added, changed, or two swapped) in words under
        six letters, two in longer ones. Words with figures in them are left alone.
        All words at the least distance are given, as any may be the one meant.
        """
        if len(word) < ranking.SHORTEST_MENDED or not word.isalpha():
            return []
        reach = 2 if len(word) >= ranking.TWO_SLIPS_FROM else 1
        near = extract(
            word,
            self._of_length_near(len(word), reach),
            scorer=OSA.distance,
            score_cutoff=reach,
            limit=None,
        )
        return self._likeliest([(int(slips), found) for found, slips, _ in near])

    def beginning_with(self, word: str) -> list[str]:
        """Known words that an unknown word is the beginning of, commonest first."""
        if len(word) < ranking.SHORTEST_MENDED:
            return []
        return self.starting_with(word, ranking.MOST_BEGINNINGS)

    def starting_with(self, beginning: str, most: int) -> list[str]:
        """Known words with a beginning, commonest first."""
        at = bisect_left(self._in_order, beginning)
        found = takewhile(
            lambda known: known.startswith(beginning),
            islice(self._in_order, at, None),
        )
        return nsmallest(most, found, key=lambda known: (-self.counts[known], known))

    def parts_of(self, word: str) -> tuple[str, str] | None:
        """Two known words that an unknown word is made of: "ss26er", "carersgroup"."""
        pairs = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
        known = [pair for pair in pairs if self.counts.keys() >= set(pair)]
        return max(known, key=self._commonness_of_pair) if known else None

    def _of_length_near(self, length: int, reach: int) -> list[str]:
        shortest = max(ranking.SHORTEST_MENDED, length - reach)
        return [
            word
            for near in range(shortest, length + reach + 1)
            for word in self._by_length.get(near, ())
        ]

    def _likeliest(self, near: list[tuple[int, str]]) -> list[str]:
        if not near:
            return []
        least = min(slips for slips, _ in near)
        best = [word for slips, word in near if slips == least]
        best.sort(key=lambda word: (-self.counts[word], word))
        return best[: ranking.MOST_MENDINGS]

    def _commonness_of_pair(self, pair: tuple[str, str]) -> int:
        return min(self.counts[pair[0]], self.counts[pair[1]])
