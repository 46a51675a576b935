"""Words of families for kinds of service, put to each service of such a kind."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from waymark.finding.words import meaningful, stem

FILE = Path("england") / "lay_words.toml"

Stems = tuple[str, ...]


class LayWords:
    """Looks up what families say for services of a name, or of a list."""

    def __init__(self, rows: Iterable[tuple[Iterable[str], Iterable[str]]]) -> None:
        self._starts: dict[str, list[tuple[Stems, tuple[str, ...]]]] = defaultdict(list)
        for phrases, says in rows:
            for phrase in phrases:
                stems = tuple(map(stem, meaningful(phrase)))
                self._starts[stems[0]].append((stems, tuple(says)))

    def of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """What is said for things with these names, each once, in order."""
        found: dict[str, None] = {}
        for text in texts:
            said = [stem(word) for word in meaningful(text)]
            for place, first in enumerate(said):
                for wanted, says in self._starts.get(first, ()):
                    if tuple(said[place : place + len(wanted)]) == wanted:
                        found.update(dict.fromkeys(says))
        return tuple(found)


def from_areas() -> LayWords:
    """The lay words of the product's own file; none if it is missing."""
    path = settings.AREAS / FILE
    if not path.exists():
        return LayWords(())
    with path.open("rb") as file:
        rows = tomllib.load(file)["lay_words"]
    return LayWords((row["of"], row["says"]) for row in rows)
