"""Every word that an area's folder holds, with the place it stands in."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
AREAS = ROOT / "areas"
ENGLAND = AREAS / "england"
OWN = {
    "southend": AREAS / "southend",
    "marram": ROOT / "tests" / "areas" / "marram",
}
STEP_WORDS = (
    "what_happens",
    "who_does_it",
    "what_you_can_do",
    "what_to_ask",
    "what_you_should_receive",
)
EXITS = ("if_no", "if_nothing", "if_agreed")
#: Fields that are keys, addresses or words people type, not words we say.
NOT_SAID = {
    "also",
    "area",
    "checked_on",
    "code",
    "email",
    "helper",
    "helpers",
    "joins",
    "key",
    "kinds",
    "own_name",
    "phone",
    "picture",
    "process",
    "questions",
    "rule",
    "rules",
    "slug",
    "source",
    "step",
    "terms",
    "to",
    "website",
    "when",
    "where",
    "written_on",
}
#: Files of words that people type into a search box: not one of them is on a page.
TYPED_BY_PEOPLE = {
    "answers.toml",
    "lay_words.toml",
    "search_trials.toml",
    "synonyms.toml",
}


@dataclass(frozen=True)
class Text:
    """One text that a reader sees, and where it is written."""

    file: str
    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.file}, {self.where}"

    @property
    def plain(self) -> str:
        """What is seen: no tags, no addresses behind links."""
        return plain(self.says)


class _Words(HTMLParser):
    """Blocks of words, one line for each paragraph, heading and item."""

    BLOCKS = frozenset({"p", "li", "h2", "h3", "h4", "ul", "ol", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.BLOCKS:
            self.words += "\n"
        if tag == "a":
            self.addresses.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.BLOCKS:
            self.words += "\n"

    def handle_data(self, data: str) -> None:
        self.words += data.replace("\n", " ")


def plain(html: str) -> str:
    """The words of simple HTML, a line to each block; plain text as it stands."""
    if "<" not in html:
        return unescape(html)
    lines = (" ".join(line.split()) for line in _Words(html).words.splitlines())
    return "\n".join(line for line in lines if line)


def addresses(html: str) -> list[str]:
    """Where the links of a text lead."""
    return _Words(html).addresses if "<" in html else []


@cache
def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def table(folder: Path, name: str, key: str) -> list[dict[str, Any]]:
    """The entries of one table of an area, none where the file is not there."""
    path = folder / name
    return list(read(path).get(key, [])) if path.exists() else []


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.toml"))


def texts(*folders: Path) -> Iterator[Text]:
    """Every text of the folders that a reader sees."""
    for folder in folders:
        for path in files(folder):
            if path.name not in TYPED_BY_PEOPLE:
                file = str(path.relative_to(ROOT))
                yield from _texts(file, "", read(path))


def _texts(file: str, where: str, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(file, where, value)
    elif isinstance(value, dict):
        for name, inside in value.items():
            if name not in NOT_SAID:
                yield from _texts(file, f"{where} {name}".strip(), inside)
    elif isinstance(value, list):
        for number, inside in enumerate(value, start=1):
            yield from _texts(file, f"{where} {_called(inside, number)}", inside)


def _called(value: Any, number: int) -> str:
    if isinstance(value, dict):
        return str(value.get("slug") or value.get("key") or value.get("word") or number)
    return str(number)


@cache
def routemaps() -> dict[str, dict[str, Any]]:
    """The routemaps by slug."""
    found = [read(path) for path in sorted((ENGLAND / "routemaps").glob("*.toml"))]
    return {routemap["slug"]: routemap for routemap in found}


@cache
def easy_reads() -> list[dict[str, Any]]:
    """The Easy Read texts, each by the slug of its routemap."""
    return [read(path) for path in sorted((ENGLAND / "easy-read").glob("*.toml"))]


@cache
def places() -> frozenset[str]:
    """What an exit may name: each routemap, and each step of each."""
    return frozenset(
        {
            slug if step is None else f"{slug}/{step}"
            for slug, routemap in routemaps().items()
            for step in (None, *(s["slug"] for s in routemap["steps"]))
        }
    )


def helper_keys(folder: Path) -> set[str]:
    """The helpers an area can name: England's and its own."""
    return {
        helper["key"]
        for place in (ENGLAND, folder)
        for helper in table(place, "helpers.toml", "helpers")
    }


def whole_place(slug: str, to: str) -> str:
    """An exit's target in full: a bare step is one of the same routemap."""
    own = f"{slug}/{to}"
    return own if own in places() else to


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, as a reader would count them."""
    for line in plain(text).splitlines():
        for sentence in re.split(r"(?<=[.?!:;])[”’)]?\s+", line):
            if sentence.strip():
                yield sentence.strip()
