"""How well search answers questions as families type them.

The test holds it to a bar; the benchmark shows the figures.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from waymark.finding.queries import search

#: A result this low on the page counts as found.
NEAR_THE_TOP = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """A question, and the pages of which any one answers it.

    Held-out trials are never looked at while the ranking or the words are tuned.
    """

    question: str
    to: frozenset[str]
    held_out: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the answer stood: 1 for first, 0 for not on the first page."""

    trial: Trial
    place: int


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the trials were answered, and how well."""

    trials: int
    first: int
    near_the_top: int
    nothing: int

    @property
    def share(self) -> float:
        """The share answered near the top, from 0 to 1; 1 if there were no trials."""
        return self.near_the_top / self.trials if self.trials else 1.0


def from_file(path: Path) -> list[Trial]:
    """The trials of a file."""
    with path.open("rb") as file:
        return [
            Trial(row["question"], frozenset(row["to"]), row["held_out"])
            for row in tomllib.load(file)["trials"]
        ]


def outcomes(trials: Iterable[Trial]) -> list[Outcome]:
    """Ask every question of the live index."""
    return [Outcome(trial, _place(trial)) for trial in trials]


def score(found: Iterable[Outcome]) -> Score:
    """The figures of these outcomes."""
    places = [outcome.place for outcome in found]
    return Score(
        trials=len(places),
        first=places.count(1),
        near_the_top=sum(1 <= place <= NEAR_THE_TOP for place in places),
        nothing=places.count(0),
    )


def _place(trial: Trial) -> int:
    for place, hit in enumerate(search(trial.question).hits, start=1):
        if hit.address.partition("#")[0] in trial.to:
            return place
    return 0
