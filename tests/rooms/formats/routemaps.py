"""Documents made of the real words of a routemap, as families read them."""

import html as markup
import re
import tomllib
from datetime import date
from pathlib import Path

from waymark.formats.document import (
    Block,
    Document,
    Heading,
    ItemList,
    Language,
    Link,
    Paragraph,
    Stop,
    Strong,
    TimeLine,
    Words,
)

FOLDER = Path("areas/england/routemaps")
HEADS = {
    "what_happens": "What happens",
    "who_does_it": "Who does it",
    "what_you_can_do": "What you can do",
    "what_to_ask": "What to ask",
    "what_you_should_receive": "What you should receive",
}


def routemap(slug: str) -> Document:
    """A routemap as one document: its line, and a part for each step."""
    words = tomllib.loads((FOLDER / f"{slug}.toml").read_text())
    steps = words["steps"]
    line = TimeLine(
        words["title"],
        tuple(Stop(_words(step["title"]), "open", "To come") for step in steps),
    )
    return Document(
        title=words["title"],
        language=Language("en-GB"),
        blocks=(
            Heading(1, _words(words["title"])),
            *_blocks(words["introduction"]),
            line,
            *(block for step in steps for block in _step(step)),
            Heading(2, _words("Who can help")),
            Paragraph(
                (
                    Words("Call 01702 215000, or "),
                    Link("https://www.southend.gov.uk/send", _words("read more")),
                    Words(" before 13 January 2026."),
                )
            ),
        ),
        address=f"https://send.example.org/routemaps/{slug}/",
        made_on=date(2026, 1, 13),
        stands_behind="Written for the local area from the law as it stands.",
        publisher="Southend-on-Sea City Council",
    )


def _step(step: dict) -> list[Block]:
    blocks: list[Block] = [Heading(2, _words(step["title"]))]
    for name, head in HEADS.items():
        if step.get(name):
            blocks += [Heading(3, _words(head)), *_blocks(step[name])]
    for name in ("if_no", "if_nothing", "if_agreed"):
        if step.get(name):
            blocks += _blocks(step[name]["words"])
    return blocks


def _blocks(html: str) -> list[Block]:
    made: list[Block] = []
    for found in re.finditer(r"<p>(.*?)</p>|<ul>(.*?)</ul>", html, re.DOTALL):
        if found[1] is not None:
            made.append(Paragraph(_words(found[1])))
        else:
            items = re.findall(r"<li>(.*?)</li>", found[2], re.DOTALL)
            made.append(ItemList(tuple((Paragraph(_words(i)),) for i in items)))
    return made


def _words(html: str) -> tuple:
    html = re.sub(r"\[\[(\w+)\]\]", "within 6 weeks", html)
    html = re.sub(r"\{(\w+)\}", "SENDIASS", html)
    parts = re.split(r"<strong>(.*?)</strong>", html)
    plain = [markup.unescape(re.sub(r"<[^>]+>", "", part)) for part in parts]
    return tuple(
        Strong((Words(part),)) if number % 2 else Words(part)
        for number, part in enumerate(plain)
        if part
    )
