"""Words explained in place: the first time a page uses one, it can be opened.

Pure. The longest match wins, whole words only, never inside a link, a heading or
something that is pressed; each word is explained once on a page, however many
texts the page is made of.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of the field, what else people call it, and what it means."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
    old: bool = False
    instead: str = ""
    source: str = ""


#: Given the words as written and their meaning: the HTML that stands in their place.
Mark = Callable[[str, Meaning], str]

_PART = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?\s*([a-zA-Z0-9]+)")
_LEFT_ALONE = frozenset(
    {"a", "h1", "h2", "h3", "h4", "button", "summary", "abbr", "dfn"}
)


def explain(
    texts: Sequence[str], glossary: tuple[Meaning, ...], mark: Mark
) -> list[str]:
    """The texts of one page, in order, with each word marked where it first stands."""
    if not glossary:
        return list(texts)
    page = _Page(glossary, mark)
    return [page.read(text) for text in texts]


class _Page:
    """What has been explained so far on the page being read."""

    def __init__(self, glossary: tuple[Meaning, ...], mark: Mark) -> None:
        self.pattern, self.terms = _compiled(glossary)
        self.mark = mark
        self.explained: set[str] = set()

    def read(self, html: str) -> str:
        closed_to = ""
        depth = 0
        out: list[str] = []
        for part in _PART.split(html):
            if part.startswith("<"):
                closed_to, depth = _enter(part, closed_to, depth)
                out.append(part)
            else:
                out.append(part if depth else self._text(part))
        return "".join(out)

    def _text(self, text: str) -> str:
        return self.pattern.sub(self._replaced, text) if text.strip() else text

    def _replaced(self, found: re.Match[str]) -> str:
        written = found.group(0)
        meaning = self._meaning(unescape(written))
        if meaning is None or meaning.word in self.explained:
            return written
        self.explained.add(meaning.word)
        return self.mark(unescape(written), meaning)

    def _meaning(self, written: str) -> Meaning | None:
        """Names in capitals must be written so: IT is not "it"."""
        for form in (written, written.removesuffix("s")):
            held = self.terms.get(form.lower())
            if held and (not held[0].isupper() or form == held[0]):
                return held[1]
        return None


def _enter(tag: str, closed_to: str, depth: int) -> tuple[str, int]:
    """How deep we are inside a part that is left alone, and which tag closes it."""
    named = _NAME.match(tag)
    name = named.group(1).lower() if named else ""
    if depth == 0:
        opens = name in _LEFT_ALONE and not tag.startswith("</")
        return (name, 1) if opens else ("", 0)
    if name != closed_to:
        return closed_to, depth
    return closed_to, depth - 1 if tag.startswith("</") else depth + 1


@lru_cache(maxsize=4)
def _compiled(
    glossary: tuple[Meaning, ...],
) -> tuple[re.Pattern[str], dict[str, tuple[str, Meaning]]]:
    """One pattern for the whole glossary, longest term first, plurals allowed."""
    terms: dict[str, tuple[str, Meaning]] = {}
    for meaning in glossary:
        for term in (meaning.word, *meaning.also):
            terms.setdefault(term.lower(), (term, meaning))
    longest = sorted(terms, key=len, reverse=True)
    choice = "|".join(re.escape(escape(term, quote=False)) for term in longest)
    return re.compile(rf"(?<![\w-])(?:{choice})s?(?![\w-])", re.IGNORECASE), terms
