"""Words inside a line: folded, weighed, linked, dated, and in their own language."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from waymark.formats.document import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    Language,
    LineBreak,
    Link,
    Moment,
    Strong,
    Words,
)
from waymark.formats.reading.nodes import Node, folded
from waymark.formats.reading.sense import LEFT_OUT, Sense, day

WEIGHTY = frozenset({"strong", "b"})
SLANTED = frozenset({"em", "i", "cite", "dfn", "var"})
Parts = Iterable[Node | str]


def line(parts: Parts, sense: Sense) -> tuple[Inline, ...]:
    """The words of one line, with no white space at its ends or beside a break."""
    return tidied(_read(parts, sense))


def _read(parts: Parts, sense: Sense) -> list[Inline]:
    read: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            read.append(Words(folded(part)))
        elif part.name not in LEFT_OUT:
            read.extend(_element(part, sense))
    return read


def _element(node: Node, sense: Sense) -> list[Inline]:
    if node.name == "br":
        return [LineBreak()]
    if node.name == "wbr" or node.name == "img":
        return []
    with sense.inside(node) as other:
        inside = _voiced(node, _read(node.inside, sense), sense)
    return _in_language(other, inside)


def _in_language(other: Language | None, inside: list[Inline]) -> list[Inline]:
    return [Foreign(other, tuple(inside))] if other and inside else inside


def _voiced(node: Node, inside: list[Inline], sense: Sense) -> list[Inline]:
    if node.name == "abbr":
        short = node.words()
        full = " ".join(node.said.get("title", "").split())
        return [Abbreviation(short, full)] if short else []
    if not inside:
        return []
    if node.name == "q":
        return [Words("“"), *inside, Words("”")]
    return _wrapped(node, inside, sense)


def _wrapped(node: Node, inside: list[Inline], sense: Sense) -> list[Inline]:
    held = tuple(inside)
    if node.name in WEIGHTY:
        return [Strong(held)]
    if node.name in SLANTED:
        return [Emphasis(held)]
    if node.name == "a":
        address = sense.leads_to(node.said.get("href", ""))
        return [Link(address, held)] if address else inside
    if node.name == "time":
        moment = day(node.said.get("datetime", ""))
        return [Moment(moment, held)] if moment else inside
    return inside


# ---- white space -------------------------------------------------------------------

_HOLDS = Strong | Emphasis | Link | Moment | Foreign


def tidied(read: Sequence[Inline]) -> tuple[Inline, ...]:
    """Folded across elements: one space where there were several, none at the ends."""
    kept, _spaced = _folded(read, spaced=True)
    return _without_end(kept)


def _folded(read: Sequence[Inline], *, spaced: bool) -> tuple[list[Inline], bool]:
    """The parts with double spaces gone; `spaced` is whether a space came before."""
    kept: list[Inline] = []
    for part in read:
        match part:
            case Words(text=text):
                text = text[1:] if spaced and text.startswith(" ") else text
                spaced = text.endswith(" ") if text else spaced
                _add_words(kept, text)
            case LineBreak():
                kept = list(_without_end(kept))
                kept.append(part)
                spaced = True
            case Abbreviation():
                kept.append(part)
                spaced = False
            case _:
                inside, spaced = _folded(part.inside, spaced=spaced)
                if inside:
                    kept.append(replace(part, inside=tuple(inside)))
    return kept, spaced


def _add_words(kept: list[Inline], text: str) -> None:
    """Join words to the words before them, so that one run is one part."""
    if not text:
        return
    if kept and isinstance(kept[-1], Words):
        kept[-1] = Words(kept[-1].text + text)
    else:
        kept.append(Words(text))


def _without_end(kept: Sequence[Inline]) -> tuple[Inline, ...]:
    """The parts without white space or breaks at the end."""
    parts = list(kept)
    while parts:
        last = parts.pop()
        match last:
            case Words(text=text):
                stripped = text.rstrip(" ")
                if stripped:
                    return (*parts, Words(stripped))
            case LineBreak():
                continue
            case Abbreviation():
                return (*parts, last)
            case _:
                inside = _without_end(last.inside)
                if inside:
                    return (*parts, replace(last, inside=inside))
    return ()
