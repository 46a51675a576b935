"""How two records differ, field by field, in words that a person can judge.

Nothing that differs is left out: a field that no title is known for shows under the
standard's own name. Ids and the days on which a record was changed are not fields that
anybody judges.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from waymark.localoffer.providing.titles import title_of, words_of
from waymark.localoffer.record.words import plain

#: Things that are shown as one line each, because their parts make sense together.
TOGETHER = frozenset(
    {
        "phones",
        "schedules",
        "addresses",
        "cost_options",
        "attributes",
        "languages",
        "service_areas",
        "accessibility",
        "funding",
        "required_documents",
    }
)
_NOT_JUDGED = re.compile(r"(?:^|_)id$|^last_modified$|^organization$|^link_type$")
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
#: Word by word says less than before and after where words are very few or very many.
_SHORT, _LONG = 60, 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a field: as they were, taken out, or put in."""

    words: str
    change: str  # "", "out" or "in"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs; an empty side was or is not there at all."""

    field: str
    title: str
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of both sides in one line, each taken out, put in, or left."""
        return tuple(pieces(self.before, self.after))

    @property
    def is_whole(self) -> bool:
        """True where one side stands under the other, and not word by word."""
        return all(each.change for each in self.pieces)


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """Every field that differs between two records, in the order of the record."""
    old, new = dict(_lines(before)), dict(_lines(after))
    keys = [*new, *(key for key in old if key not in new)]
    found = []
    for key in keys:
        was, is_now = old.get(key, ("", "")), new.get(key, ("", ""))
        if was[1] != is_now[1]:
            title = is_now[0] or was[0]
            found.append(Difference(key, title, was[1], is_now[1]))
    return found


def _lines(
    value: dict[str, Any], path: str = "", above: str = ""
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each field as its path, its title and its words."""
    for name, inner in value.items():
        if _NOT_JUDGED.search(name):
            continue
        here = f"{path}.{name}" if path else name
        title = title_of(name, above)
        if name in TOGETHER and isinstance(inner, list):
            yield from _together(name, inner, here, title)
        elif isinstance(inner, dict):
            yield from _lines(inner, here, title)
        elif isinstance(inner, list):
            yield from _each(inner, here, title)
        elif inner is not None and inner != "":
            yield here, (title, _said(inner))


def _together(
    name: str, items: list[Any], path: str, title: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """The items of a list, one line under another."""
    lines = [words_of(name, item) for item in items]
    said = "\n".join(line for line in lines if line)
    if said:
        yield path, (title, said)


def _each(
    items: list[Any], path: str, title: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """The items of a list by their ids, so that one more does not shift the others."""
    for at, item in enumerate(items):
        key = item.get("id", at) if isinstance(item, dict) else at
        if isinstance(item, dict):
            yield from _lines(item, f"{path}[{key}]", title)
        elif item is not None and item != "":
            yield f"{path}[{key}]", (title, _said(item))


def _said(value: Any) -> str:
    return plain(value) if isinstance(value, str) else str(value)


def pieces(before: str, after: str) -> Iterator[Piece]:
    """Both texts as one, word by word; as two pieces where that is easier to read."""
    if min(len(before), len(after)) < _SHORT or len(before) + len(after) > _LONG:
        yield from (Piece(w, c) for w, c in ((before, "out"), (after, "in")) if w)
        return
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, begin, end, to_begin, to_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("".join(old[begin:end]), "")
            continue
        if begin < end:
            yield Piece("".join(old[begin:end]), "out")
        if to_begin < to_end:
            yield Piece("".join(new[to_begin:to_end]), "in")


#: What a trusted organisation may change at once, wherever it stands in the record.
SMALL = ("phones", "schedules")


def is_small(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """True if nothing but telephone numbers and times differs, and something does."""
    return before != after and _without_small(before) == _without_small(after)


def _without_small(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_small(inner) for inner in value]
    if isinstance(value, dict):
        return {k: _without_small(v) for k, v in value.items() if k not in SMALL}
    return value
