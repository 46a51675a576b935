"""Who counts searches. A room above says so when it starts; nobody else is told."""

from collections.abc import Callable

#: Gets the words that were asked and how many things were found.
Counter = Callable[[str, int], None]

_counters: list[Counter] = []


def register(counter: Counter) -> None:
    """Have a room count searches; the last to register is the one that does."""
    _counters[:] = [counter]


def count(words: str, found: int) -> None:
    """Tell whoever counts that a search was made. Says nothing of who made it."""
    for counter in _counters:
        counter(words, found)
