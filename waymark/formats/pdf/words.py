"""Words as the printed page can hold them: none that hide, none too long for a line."""

import re
import unicodedata

#: A run longer than this may be parted at the end of a line.
LONGEST = 24
PIECE = 12

#: Controls, and the marks that no printed page may hold; tabs and lines are spaces.
#: Hidden hyphens go as well: no look hyphenates, and at the end of a link they break
#: the typesetter's tags.
_SPACES = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
_NEVER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufff9-\ufffb\ufdd0-\ufdef]"
)
_UNKNOWN = {"Cn", "Co", "Cs"}
_LONG = re.compile(rf"\S{{{LONGEST + 1},}}")
_PIECE = re.compile(rf"[^/._?&=@-]{{0,{PIECE - 1}}}[/._?&=@-]|.{{1,{PIECE}}}", re.S)


def clean(text: str) -> str:
    """The words without what no page can show.

    Controls are left out; a code that stands for no letter becomes U+FFFD, so that
    its place is seen. Direction marks stay: they belong to the words. A letter with
    its accent is one code where there is one, because fonts draw that one better.
    """
    text = _NEVER.sub("", _SPACES.sub(" ", text))
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return "".join("\ufffd" if _unknown(letter) else letter for letter in text)


def _unknown(letter: str) -> bool:
    return unicodedata.category(letter) in _UNKNOWN


def shows(text: str) -> bool:
    """Whether anything of the words can be seen."""
    return any(
        not letter.isspace() and unicodedata.category(letter) != "Cf"
        for letter in clean(text)
    )


def pieces(text: str) -> list[str | list[str]]:
    """The text, with each very long word as the list of pieces it may be parted into.

    No hyphen and no hidden mark is put in: an address is copied as it was written.
    """
    found: list[str | list[str]] = []
    at = 0
    for long in _LONG.finditer(text):
        if long.start() > at:
            found.append(text[at : long.start()])
        found.append(_parted(long.group()))
        at = long.end()
    if at < len(text):
        found.append(text[at:])
    return found


def _parted(word: str) -> list[str]:
    """Pieces of a word; a mark that belongs to the letter before it stays with it."""
    parted: list[str] = []
    for piece in _PIECE.findall(word):
        if parted and _leans(piece[0], parted[-1][-1]):
            parted[-1] += piece
        else:
            parted.append(piece)
    return parted


def _leans(letter: str, before: str) -> bool:
    joined = "\u200d" in {letter, before}
    return joined or unicodedata.category(letter) in {"Mn", "Mc", "Me", "Sk", "Cf"}


def longest_word(text: str) -> int:
    """How many letters the longest word that cannot be parted has."""
    return max((min(len(word), LONGEST) for word in text.split()), default=0)
