"""The languages of an area besides English, and which way each runs. Pure."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

#: How Unicode marks the letters of scripts that run from right to left.
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code, its English name, and the name its speakers give it."""

    code: str
    name: str
    own_name: str

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way it runs, read from the letters of its own name."""
        letters = (unicodedata.bidirectional(letter) for letter in self.own_name)
        return "rtl" if _RIGHT_TO_LEFT & set(letters) else "ltr"
