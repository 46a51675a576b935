"""Words on their way into Braille: runs of one language and one weight."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext

from waymark.formats.document import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    Language,
    LineBreak,
    Strong,
    Words,
)

Weight = Literal["", "strong", "emphasis"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one language ("" is the document's own) and one weight."""

    text: str
    tag: str = ""
    weight: Weight = ""


Phrase = tuple[Run, ...]


def words(text: str, tag: str = "") -> Phrase:
    """A phrase of plain words."""
    return (Run(text, tag),) if text else ()


def phrase(inside: tuple[Inline, ...], tag: str = "") -> Phrase:
    """The words of a line, with the language and weight of each."""
    return tuple(run for part in inside for run in _runs(part, Run("", tag)))


def joined(*pieces: Phrase) -> Phrase:
    """Phrases one after the other; nothing is put between them."""
    return tuple(run for piece in pieces for run in piece)


def text(piece: Phrase) -> str:
    """The words of a phrase alone, folded as a line is."""
    return " ".join("".join(run.text for run in piece).split())


def _runs(part: Inline, like: Run) -> Phrase:
    match part:
        case Words(text=said):
            return (replace(like, text=said),)
        case Abbreviation(short=short):
            return (replace(like, text=short),)
        case LineBreak():
            return (replace(like, text=" "),)
        case Strong():
            like = replace(like, weight="strong")
        case Emphasis():
            like = replace(like, weight="emphasis")
        case Foreign(language=language):
            like = replace(like, tag=tag_of(language))
    return tuple(run for each in part.inside for run in _runs(each, like))


def tag_of(language: Language) -> str:
    """The tag that a run carries for a language."""
    return language.tag.lower()


# ---- what Braille has no sign for --------------------------------------------------

_LATIN_OR_GREEK = ("LATIN", "GREEK", "MICRO", "FEMININE", "MASCULINE", "MODIFIER")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}


def readable(said: str, *, any_script: bool = False) -> str:
    """The words without what has no cells: pictures and other scripts are named.

    With `any_script` letters of every script stay, for a table that knows them.
    """
    said = unicodedata.normalize("NFC", said)
    if not any_script:
        said = _OTHER_SCRIPTS.sub(_named_script, said)
    return "".join(_readable(character) for character in said)


def _readable(character: str) -> str:
    if character.isspace():
        return " "
    if character == "\u2011":  # a hyphen that keeps a line together
        return "-"
    kind = unicodedata.category(character)
    if kind in _INVISIBLE:
        return ""
    if kind == "So" and ord(character) > 0x2BFF:
        return _in_words(unicodedata.name(character, "").lower())
    return character


def _in_words(name: str) -> str:
    return f" [{name}] " if name else ""


_OTHER_SCRIPTS = re.compile(r"[^\W\d_\u0000-\u024f\u0370-\u03ff\u1e00-\u1fff]+")


def _named_script(found: re.Match[str]) -> str:
    """A word in letters that Unified English Braille lacks, named by its script."""
    script = unicodedata.name(found[0][0], "OTHER").split(" ")[0]
    if script in _LATIN_OR_GREEK:
        return found[0]
    return gettext("[a word in %(script)s letters]") % {"script": script.capitalize()}
