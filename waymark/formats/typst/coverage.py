"""Which letters the fonts of this machine hold, and what is done about the others."""

import functools
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

OURS = ("Atkinson Hyperlegible", "Atkinson Hyperlegible Next")

#: Letters without a shape of their own: the typesetter needs no font for them.
_SHAPELESS = {"Cf", "Mn", "Zs", "Zl", "Zp"}


class NoLetters(Exception):
    """No font on this machine has the letters of a script; names it and a remedy."""

    def __init__(self, letter: str) -> None:
        script = script_of(letter)
        package = _PACKAGES.get(script, "fonts-noto-core")
        super().__init__(
            f"has no letters for {script} on this machine. "
            f"Install them with: sudo apt install {package}"
        )


_SCRIPTS = {"CJK": "Chinese", "HANGUL": "Korean", "KATAKANA": "Japanese"}
_SCRIPTS |= {"HIRAGANA": "Japanese"}
_PACKAGES = dict.fromkeys(("Chinese", "Korean", "Japanese"), "fonts-noto-cjk")


def script_of(letter: str) -> str:
    """The script of a letter in plain words, by the first word of its name."""
    first = unicodedata.name(letter, "UNKNOWN").split()[0]
    return _SCRIPTS.get(first, first.capitalize())


class Coverage:
    """The fonts there are, ours first, then the system's that fit best."""

    def __init__(self, fonts: Iterable[Any]) -> None:
        upright = [f for f in fonts if f.style == "normal" and f.path]
        upright.sort(key=lambda f: (abs(f.weight - 400), f.path, f.index))
        self.faces: dict[str, tuple[str, int]] = {}
        for font in upright:
            self.faces.setdefault(font.family, (font.path, font.index))
        self.ours = frozenset().union(*(self.letters(name) for name in OURS))

    @functools.cache  # noqa: B019 (one for the life of the process)
    def letters(self, family: str) -> frozenset[str]:
        """Every letter that a family holds."""
        path, index = self.faces[family]
        with TTFont(Path(path), fontNumber=index, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))

    def fitted(self, data: str) -> tuple[str, list[str]]:
        """The data with every letter in reach, and the families to reach them with.

        A sign that no font has, such as an emoji, is said by its name in brackets.

        Raises: NoLetters for a letter that no font has, which only a font can mend.
        """
        missing = {letter for letter in set(data) - self.ours if _shaped(letter)}
        families = list(OURS)
        for family in self._others(missing):
            if not missing:
                break
            if found := missing & self.letters(family):
                families.append(family)
                missing -= found
        if not missing:
            return data, families
        return data.translate({ord(each): _named(each) for each in missing}), families

    def _others(self, missing: set[str]) -> list[str]:
        """The system's families, those made for the scripts that are missing first."""
        scripts = {unicodedata.name(each, "?").split()[0].title() for each in missing}

        def order(family: str) -> tuple[bool, bool, bool, str]:
            made_for_it = any(script in family for script in scripts)
            plain = "Mono" not in family and "Condensed" not in family
            return (not made_for_it, not plain, "Sans" not in family, family)

        return sorted((name for name in self.faces if name not in OURS), key=order)


def _shaped(letter: str) -> bool:
    return letter > "\x7f" and unicodedata.category(letter) not in _SHAPELESS


def _named(letter: str) -> str:
    if unicodedata.category(letter)[0] in "LMN":
        raise NoLetters(letter)
    return f"({unicodedata.name(letter, 'sign').lower()})"

