"""Numbers so small that somebody could be known by them are not shown."""

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")

#: From this number on a count is shown, and a service may be named.
FEWEST = 5


def may_be_shown(number: int) -> bool:
    """None at all, or at least `FEWEST`."""
    return number == 0 or number >= FEWEST


def shown(counts: Mapping[Key, int]) -> dict[Key, int | None]:
    """The counts that may stand side by side, and None for each that may not.

    Where one alone would be hidden, the smallest of the others is hidden with it:
    whoever knows the sum could else work it out.
    """
    hidden = {key for key, number in counts.items() if not may_be_shown(number)}
    if len(hidden) == 1:
        others = {k: n for k, n in counts.items() if k not in hidden and n}
        hidden |= set(sorted(others, key=lambda key: others[key])[:1])
    return {key: None if key in hidden else n for key, n in counts.items()}
