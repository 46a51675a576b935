"""Different words for one thing, so that families need not know the field's own."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from waymark.finding.words import meaningful, plain_words, stem

Group = tuple[str, ...]
Source = Callable[[], Iterable[Sequence[str]]]

_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Add groups of words that mean one thing: from files, or from the editors."""
    _sources[name] = source


def groups() -> list[Group]:
    """Every registered group, as it was written."""
    return [tuple(group) for source in _sources.values() for group in source()]


def from_file(path: Path) -> list[Group]:
    """The groups of a synonyms file; none if an area has no such file."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        return [tuple(row["words"]) for row in tomllib.load(file)["synonyms"]]


class Synonyms:
    """Looks up what else the words of a question may be called."""

    def __init__(self, groups: Iterable[Group] = ()) -> None:
        self.groups = [group for group in groups if len(group) > 1]
        self._starts: dict[str, list[tuple[tuple[str, ...], str, Group]]] = defaultdict(
            list
        )
        for group in self.groups:
            for phrase in group:
                stems = tuple(map(stem, meaningful(phrase)))
                if stems:
                    self._starts[stems[0]].append((stems, phrase, group))

    def words(self) -> set[str]:
        """Every word used in any group; they are known words, never slips."""
        return {
            word
            for group in self.groups
            for phrase in group
            for word in plain_words(phrase)
        }

    def at(self, stems: Sequence[str], place: int) -> list[tuple[int, list[str]]]:
        """For each phrase that begins at `place`: its length and the other phrases."""
        return [
            (len(wanted), [other for other in group if other != phrase])
            for wanted, phrase, group in self._starts.get(stems[place], ())
            if tuple(stems[place : place + len(wanted)]) == wanted
        ]
