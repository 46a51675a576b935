"""Semantic HTML in, one document out, or every fault with its line."""

from waymark.formats.document import Document, Language
from waymark.formats.reading.blocks import flow, heading_words
from waymark.formats.reading.faults import Fault, Unreadable
from waymark.formats.reading.languages import is_language, spoken_in
from waymark.formats.reading.nodes import Node, tree
from waymark.formats.reading.pictures import NONE, Pictures
from waymark.formats.reading.sense import Sense, day

__all__ = ["NONE", "Fault", "Pictures", "Unreadable", "read"]

UNKNOWN = Language("en-GB")


def read(html: str, pictures: Pictures = NONE) -> Document:
    """The document that a page of semantic HTML holds.

    Nothing outside the page is read but pictures under the given folder; what would
    run, fetch or ask is left out.

    Raises: Unreadable, with every fault: elements left open, no title, no language,
    no main heading, headings that skip a level, tables without headers, pictures
    without text or from elsewhere, pages without bounds.
    """
    faults: list[Fault] = []
    root = tree(html.removeprefix("\ufeff"), faults)
    nodes = list(root.every())
    known = {node.name: node for node in reversed(nodes)}
    page = known.get("html")
    metas = [node for node in nodes if node.name == "meta"]
    about = _about(metas)
    sense = Sense(
        pictures,
        spoken_in(page, UNKNOWN) if page else UNKNOWN,
        address=about.get("address", ""),
        faults=faults,
    )
    _require_language(page, sense)
    title = _title(known.get("title"), sense)
    _note_days(metas, sense)
    body = known.get("body") or page or root
    blocks = flow(body.inside, sense)
    if not heading_words(blocks):
        faults.append(Fault(body.line, "There is no main heading. Write one <h1>."))
    if faults:
        raise Unreadable(set(faults))
    return Document(
        title=title,
        language=sense.language,
        blocks=blocks,
        address=about.get("address", ""),
        made_on=day(about.get("made-on", "")),
        stands_behind=about.get("stands-behind", ""),
        publisher=about.get("publisher", ""),
        dates=tuple(sense.dates),
        chapters_from=_level(about.get("chapters-from", "")),
        easy_read=about.get("easy-read", "") == "true",
        sheet=about.get("sheet", "") == "true",
    )


def _about(metas: list[Node]) -> dict[str, str]:
    """What the page says about itself, by the names of its <meta> elements."""
    found: dict[str, str] = {}
    for node in metas:
        if node.said.get("name"):
            words = " ".join(node.said.get("content", "").split())
            found.setdefault(node.said["name"].lower(), words)
    return found


def _require_language(page: Node | None, sense: Sense) -> None:
    if page is None or not is_language(page.said.get("lang", "")):
        line = page.line if page else 1
        sense.faults.append(
            Fault(line, 'The document has no language. Write <html lang="en-GB">.')
        )


def _title(node: Node | None, sense: Sense) -> str:
    title = node.words() if node else ""
    if not title:
        line = node.line if node else 1
        sense.faults.append(
            Fault(line, "The document has no title. Write <title> in its <head>.")
        )
    return title


def _note_days(metas: list[Node], sense: Sense) -> None:
    for node in metas:
        if node.said.get("name", "").lower() == "dated":
            sense.note_day(node)


def _level(said: str) -> int:
    return int(said) if said in {"1", "2", "3", "4", "5", "6"} else 2
