"""The words of the worked example as plain records, read from its files.

The trials need real words, and this room may not know the rooms that publish them.
"""

import re
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from django.conf import settings

from waymark.finding.sources import Record

ENGLAND = settings.AREAS / "england"
SOUTHEND = settings.AREAS / "southend"

PARTS = (
    *("what_happens", "who_does_it", "what_you_can_do", "what_to_ask"),
    "what_you_should_receive",
)
EXITS = ("if_no", "if_nothing", "if_agreed")


def records() -> list[Record]:
    """Every routemap, step, question, word, helper and page."""
    found = [
        *(part for file in files(ENGLAND / "routemaps") for part in routemap(file)),
        *(page(file) for file in files(ENGLAND / "pages")),
        *glossary(),
        *helpers(),
        TIME_LIMITS,
    ]
    return list({record.id: record for record in found}.values())


TIME_LIMITS = Record(
    id="page:time-limits",
    kind="guide",
    name="Every time limit",
    text="How long the council, schools and health services have for each step.",
    address="/time-limits/",
    summary="All the time limits in the law in one table.",
)


def routemap(about: dict[str, Any]) -> Iterator[Record]:
    slug = about["slug"]
    address = f"/routemaps/{slug}/"
    yield Record(
        id=f"routemap:{slug}",
        kind="routemap",
        name=about["title"],
        text=plain(about["introduction"]),
        address=address,
        summary=about["summary"],
    )
    for step in about["steps"]:
        yield Record(
            id=f"step:{slug}:{step['slug']}",
            kind="step",
            name=step["title"],
            text=f"{about['title']}. {words_of(step)}",
            address=f"{address}{step['slug']}/",
            summary=plain(step["what_happens"]).partition(". ")[0],
        )
    for number, asked in enumerate(about.get("questions", [])):
        yield Record(
            id=f"question:{slug}:{number}",
            kind="question",
            name=asked["question"],
            text=plain(asked["answer"]),
            address=f"/guides/questions/#{slug}-{number}",
            summary=plain(asked["answer"])[:200],
        )


def words_of(step: dict[str, Any]) -> str:
    exits = (step.get(name, {}).get("words", "") for name in EXITS)
    return plain(" ".join([*(step.get(name, "") for name in PARTS), *exits]))


def page(about: dict[str, Any]) -> Record:
    return Record(
        id=f"page:{about['slug']}",
        kind="guide",
        name=about["title"],
        text=plain(about["body"]),
        address=f"/{about['slug']}/",
        summary=about["summary"],
    )


def glossary() -> Iterator[Record]:
    for area in (ENGLAND, SOUTHEND):
        for about in read(area / "glossary.toml")["words"]:
            yield Record(
                id=f"word:{about['word']}",
                kind="word",
                name=about["word"],
                text=about["meaning"],
                address="/guides/words/",
                lay_words=tuple(about.get("also", ())),
                summary=about["meaning"],
            )


def helpers() -> Iterator[Record]:
    for area in (ENGLAND, SOUTHEND):
        for about in read(area / "helpers.toml")["helpers"]:
            yield Record(
                id=f"helper:{about['key']}",
                kind="helper",
                name=about["name"],
                text=f"{about['for_what']} {about.get('phone', '')}",
                address="/contact/",
                local=not about.get("national", False),
            )


def files(folder: Path) -> Iterator[dict[str, Any]]:
    return (read(file) for file in sorted(folder.glob("*.toml")))


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
