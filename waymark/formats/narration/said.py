"""The smallest part of what is read aloud."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Words in one language, and the silence after them.

    `mark` stands before them on paper ("1. ", "• "); `cue` is said in its place.
    `level` is the level of a heading; `joins` that they follow on the same line.
    """

    words: str
    tag: str
    pause: float = 0.0
    mark: str = ""
    cue: str = ""
    level: int = 0
    joins: bool = False
