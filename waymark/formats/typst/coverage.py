"""Which letters the fonts of this machine hold, and what is done about the others."""

import functools
import struct
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

#: A family by name and, if it stands in for some letters alone, which those are.
Family = dict[str, str]

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

    @functools.cache  # noqa: B019 (one for the life of the process)
    def letters(self, family: str) -> frozenset[str]:
        """Every letter that a family holds; none if its file cannot be read."""
        path, index = self.faces[family]
        try:
            with Path(path).open("rb") as file, TTFont(file, fontNumber=index) as font:
                return frozenset(map(chr, font.getBestCmap() or ()))
        except (TTLibError, OSError, struct.error, KeyError):
            return frozenset()

    def fitted(self, data: str) -> tuple[str, list[Family]]:
        """The data with every letter in reach, and the families to reach them with.

        A family that has what ours lack comes first, for those letters alone: ours
        would put an accented letter together from parts, and put the parts badly. It
        comes again at the end for whatever stands with its letters.

        A sign that no font has, such as an emoji, is said by its name in brackets.

        Raises: NoLetters for a letter that no font has, which only a font can mend.
        """
        missing = {each for each in set(data) - self.letters(OURS[0]) if _shaped(each)}
        first: list[Family] = []
        for family in self._others(missing):
            if found := missing & self.letters(family):
                first.append({"name": family, "covers": "".join(sorted(found))})
                missing -= found
            if not missing:
                break
        if missing:
            data = data.translate({ord(each): _named(each) for each in missing})
        return data, [*first, {"name": OURS[0]}, *({"name": f["name"]} for f in first)]

    def _others(self, missing: set[str]) -> list[str]:
        """The other families: our second, then those made for the missing scripts."""
        scripts = {unicodedata.name(each, "?").split()[0].title() for each in missing}

        def order(family: str) -> tuple[bool, bool, bool, str]:
            made_for_it = any(script in family for script in scripts)
            plain = "Mono" not in family and "Condensed" not in family
            return (not made_for_it, not plain, "Sans" not in family, family)

        return [OURS[1], *sorted(self.faces.keys() - set(OURS), key=order)]


def _shaped(letter: str) -> bool:
    return letter > "\x7f" and unicodedata.category(letter) not in _SHAPELESS


def _named(letter: str) -> str:
    if unicodedata.category(letter)[0] in "LMN":
        raise NoLetters(letter)
    return f"({unicodedata.name(letter, 'sign').lower()})"
