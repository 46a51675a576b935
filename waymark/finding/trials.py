"""How well search answers questions as families type them.

The test holds it to a bar; the benchmark shows the figures.
"""

import tomllib
from collections.abc import Callable, Container, Iterable
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


#: Asks a question: for each thing found, in order, what an answer may be named by.
Ask = Callable[[str], Iterable[Container[str]]]


def _addresses(question: str) -> Iterable[Container[str]]:
    return [{hit.address.partition("#")[0]} for hit in search(question).hits]


def outcomes(trials: Iterable[Trial], ask: Ask = _addresses) -> list[Outcome]:
    """Ask every question: of the search of everything, unless another is given."""
    return [Outcome(trial, _place(trial, ask)) for trial in trials]


def score(found: Iterable[Outcome]) -> Score:
    """The figures of these outcomes."""
    places = [outcome.place for outcome in found]
    return Score(
        trials=len(places),
        first=places.count(1),
        near_the_top=sum(1 <= place <= NEAR_THE_TOP for place in places),
        nothing=places.count(0),
    )


def _place(trial: Trial, ask: Ask) -> int:
    for place, names in enumerate(ask(trial.question), start=1):
        if any(name in names for name in trial.to):
            return place
    return 0
