"""What is wrong with a file of the register, by row and column."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: the row as a spreadsheet numbers it, the column, and a sentence."""

    row: int
    column: str
    says: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.says}"


class NotARegister(ValueError):
    """A file of which no row can be read, with the faults that say why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = list(faults)


def shown(cell: str) -> str:
    """A wrong value, short enough for one line and with nothing in it that acts."""
    words = "".join(letter for letter in cell if letter.isprintable())
    return f'"{words[:40]}…"' if len(words) > 40 else f'"{words}"'
