"""How big the words are, and how many letters a line holds, in each printed look."""

from dataclasses import dataclass
from typing import Literal

#: The width of a letter of Atkinson Hyperlegible, as a share of its size, taken wide.
LETTER = 0.56
POINTS_PER_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """One way to set a document: its name in the template, sizes and width of text."""

    name: Literal["print", "sheet", "large", "easy"]
    points: float
    table_points: float
    text_millimetres: float

    @property
    def running_letters(self) -> int:
        """How many letters the running title may have."""
        return 80 if self.name == "print" else self.letters(1)

    def letters(self, columns: int) -> int:
        """How many letters fit side by side in a table of so many columns."""
        width = self.text_millimetres * POINTS_PER_MILLIMETRE - columns * GUTTER
        return int(width / (self.table_points * LETTER))


#: The space inside a cell, left and right together, in points.
GUTTER = 14

PRINT = Look("print", 12.5, 11, 150)
SHEET = Look("sheet", 11.5, 11, 178)
EASY = Look("easy", 17, 16, 166)


def large(points: int) -> Look:
    """Large print: every word of the page at this size or above."""
    return Look("large", points, points, 174)
