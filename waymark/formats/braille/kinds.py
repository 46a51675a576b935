"""What a block is to a Braille reader: a strip of words, a rule, or a grid."""

from dataclasses import dataclass, replace
from typing import Literal, TypedDict

from waymark.formats.braille.phrases import Phrase

#: Indents stop here, so that words keep room on a line.
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Strip:
    """Words set from one margin, with runovers at another.

    `above` blank lines before it; a heading (`level`) stays with what follows, and so
    does a strip with `stays`.
    """

    phrase: Phrase
    first: int = 0
    runover: int = 0
    centred: bool = False
    above: int = 0
    level: int = 0
    stays: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page: the top or foot of a box, or a change of subject."""

    kind: Literal["top", "foot", "change"]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: set in columns where it fits, else row by row as `listed` says."""

    rows: tuple[tuple[Phrase, ...], ...]
    heads: int
    listed: "tuple[Part, ...]"


Part = Strip | Rule | Grid


@dataclass(frozen=True, slots=True)
class Whole:
    """A document in parts: the cover of a longer one, or the imprint at its end."""

    title: Phrase
    cover: tuple[Strip, ...]
    body: tuple[Part, ...]
    imprint: tuple[Part, ...]
    contents: Phrase
    contents_to: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its indent, and its language where that is another."""

    indent: int = 0
    tag: str = ""

    def deeper(self, cells: int = 2) -> "Place":
        """The same place, further in."""
        return replace(self, indent=min(self.indent + cells, DEEPEST))


class Form(TypedDict, total=False):
    """How a strip is set."""

    first: int
    runover: int
    centred: bool
    above: int
    stays: bool


#: Headings: a great one centred, a lesser one from the fifth cell, others from the
#: seventh, each under a blank line.
MAJOR: Form = {"centred": True, "above": 1}
MINOR: Form = {"first": 4, "runover": 4, "above": 1}
LEAST: Form = {"first": 6, "runover": 6, "above": 1}
