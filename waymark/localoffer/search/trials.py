"""How well the search of the Local Offer answers questions as families type them.

The test holds it to a bar; the benchmark shows the figures, alone and at full size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from waymark.finding import trials
from waymark.finding.trials import Score, Trial
from waymark.localoffer.search.asked import Asked
from waymark.localoffer.search.searching import search


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of the questions that words and ranking were tuned to, and of those
    that are held out.
    """

    tuned: Score
    held_out: Score


def score(asked: list[Trial], today: date) -> Scores:
    """Ask every question of the search on a day. Cost: that of so many searches."""

    def names(question: str) -> Iterator[set[str]]:
        for hit in search(Asked(words=question), today).hits:
            yield {hit.name, hit.address.partition("#")[0]}

    tuned, held_out = (
        trials.score(
            trials.outcomes([each for each in asked if each.held_out is held], names)
        )
        for held in (False, True)
    )
    return Scores(tuned, held_out)
