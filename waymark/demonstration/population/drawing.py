"""Drawing people so that they add up: the totals hold, and chance says who is who."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from random import Random
from typing import TypeVar

from waymark.demonstration.population.margins import Margin

Key = TypeVar("Key")
Cell = tuple[object, ...]
#: After so many rounds of fitting the margins are met to a thousandth.
ROUNDS = 60


def shared_out(margin: Margin[Key], number: int) -> list[Key]:
    """A list of `number` keys in the shares of a margin, in its order.

    Whole people, by the largest remainder, so that the same number always comes out.
    """
    whole = sum(margin.shares.values())
    exact = {key: number * share / whole for key, share in margin.shares.items()}
    given = {key: int(value) for key, value in exact.items()}
    left = number - sum(given.values())
    by_rest = sorted(exact, key=lambda key: given[key] - exact[key])
    for key in by_rest[:left]:
        given[key] += 1
    return [key for key, times in given.items() for _ in range(times)]


def dealt(margin: Margin[Key], number: int, chance: Random) -> list[Key]:
    """The same, in an order of chance."""
    keys = shared_out(margin, number)
    chance.shuffle(keys)
    return keys


def fitted(
    margins: Sequence[Margin[object]], leaning: Callable[[Cell], float]
) -> dict[Cell, float]:
    """Weights of every combination that meet each margin, leaning as they are told.

    Iterative proportional fitting: each margin in turn scales what leads to it. Cells
    that lean to nought stay at nought.
    """
    cells = {cell: leaning(cell) for cell in product(*(m.shares for m in margins))}
    for _ in range(ROUNDS):
        for at, margin in enumerate(margins):
            _scale(cells, at, margin.shares)
    return cells


def _scale(cells: dict[Cell, float], at: int, shares: Mapping[object, float]) -> None:
    whole = sum(shares.values())
    sums = dict.fromkeys(shares, 0.0)
    for cell, weight in cells.items():
        sums[cell[at]] += weight
    by = {key: shares[key] / whole / sums[key] for key in shares if sums[key]}
    for cell in cells:
        cells[cell] *= by.get(cell[at], 0.0)


def drawn(cells: Mapping[Cell, float], number: int, chance: Random) -> list[Cell]:
    """`number` combinations, each as often as its weight says, give or take one.

    Systematic: a comb of equal steps laid over the weights from a chance beginning.
    """
    step = sum(cells.values()) / number
    mark = chance.random() * step
    found: list[Cell] = []
    reached = 0.0
    for cell, weight in cells.items():
        reached += weight
        while mark < reached and len(found) < number:
            found.append(cell)
            mark += step
    chance.shuffle(found)
    return found


def one_of(shares: Mapping[Key, float], chance: Random) -> Key:
    """One key by its share."""
    keys: Iterable[Key] = shares
    return chance.choices(list(keys), list(shares.values()))[0]
