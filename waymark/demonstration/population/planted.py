"""What is never whole in a real register, so that search and checks have work."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from waymark.demonstration.population.children import InventedChild

#: Pupils whose number nobody wrote down: two in a hundred.
NO_PUPIL_NUMBER = 0.02


def planted(children: Iterable[InventedChild], *, seed: int) -> Iterator[InventedChild]:
    """The same children, some of them without a pupil's number. No total changes."""
    chance = Random(f"waymark {seed} planted")  # noqa: S311
    for child in children:
        missing = chance.random() < NO_PUPIL_NUMBER
        yield replace(child, upn="") if missing else child
