"""HTML as a tree of elements that remember their line. Nothing is understood yet.

The standard library's tokenizer is used, because it alone says where each tag stands;
parsers that mend HTML silently would hide what the writer must put right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from waymark.formats.reading.faults import Fault, Unreadable
from waymark.formats.reading.names import names

LONGEST = 30_000_000  # characters, pictures inside the page included
DEEPEST = 60
MOST_ELEMENTS = 200_000

VOID = names("area base br col embed hr img input link meta source track wbr")
#: Elements whose end tag HTML lets the writer leave out, and what ends them.
_BLOCKS = names(
    "address article aside blockquote details div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul"
)
ENDED_BY: dict[str, frozenset[str]] = {
    "p": _BLOCKS,
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "thead", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "thead": frozenset({"tbody", "tfoot"}),
    "tbody": frozenset({"tbody", "tfoot"}),
    "tfoot": frozenset({"tbody"}),
    "option": frozenset({"option", "optgroup"}),
    "head": frozenset({"body"}),
    "colgroup": frozenset({"thead", "tbody", "tr"}),
}
NEEDS_NO_END = frozenset(ENDED_BY) | {"html", "body"}
#: What starts a new world for the elements above: they end nothing outside it.
_WALLS = names("table ul ol dl html body div section article blockquote")
#: Inside these, tags are written as XML writes them.
DRAWN = frozenset({"svg", "math"})
#: Closed however it ends: what is inside is never read.
RAW = frozenset({"script", "style"})


@dataclass(slots=True)
class Node:
    """An element with the line of its start tag."""

    name: str
    said: dict[str, str]
    line: int
    inside: "list[Node | str]" = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.said.get("class", "").split())

    def elements(self) -> "Iterator[Node]":
        """The elements directly inside."""
        return (part for part in self.inside if isinstance(part, Node))

    def every(self) -> "Iterator[Node]":
        """Every element inside, in the order of the page."""
        waiting = list(reversed(list(self.elements())))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(list(node.elements())))

    def words(self) -> str:
        """Every word inside, white space folded."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                parts.append(part)
            else:
                waiting.extend(reversed(part.inside))
        return " ".join("".join(parts).split())


def tree(html: str, faults: list[Fault]) -> Node:
    """The tree of the page; what is not closed is added to `faults`.

    Raises: Unreadable, at once, for a page too large, too deep or without end.
    """
    if len(html) > LONGEST:
        raise Unreadable(
            [Fault(1, "The document is longer than 30 million characters. Divide it.")]
        )
    _require_ends(html)
    builder = _Builder(faults)
    builder.feed(html)
    builder.close()
    builder.finish()
    return builder.root


def _require_ends(html: str) -> None:
    """Every tag and comment that begins must end.

    Looked at beforehand in one pass, because the tokenizer reads a page of tags
    without ends again and again, and the slower the longer it is.
    """
    at = 0
    while (found := _BEGINS.search(html, at)) is not None:
        whole = _WHOLE.match(html, found.start())
        if whole is None:
            line = html.count("\n", 0, found.start()) + 1
            raise Unreadable([Fault(line, _never_ends(found.group()))])
        at = _after_raw(html, whole)


def _never_ends(begun: str) -> str:
    if begun.startswith("<!--"):
        return "A comment begins here and never ends. End it with -->."
    return (
        "A tag begins here and never ends. End it with >, "
        "or write &lt; if the sign itself is meant."
    )


def _after_raw(html: str, whole: re.Match[str]) -> int:
    """Where to go on looking: after a script or style, whose words are no tags."""
    name = whole["raw"]
    if not name:
        return whole.end()
    ends = re.compile(rf"</{name}", re.IGNORECASE).search(html, whole.end())
    return ends.start() if ends else len(html)


_BEGINS = re.compile(r"<!--|<[A-Za-z/!?]")
_WHOLE = re.compile(
    r"""<!--.*?-->
      | <(?:(?P<raw>script|style)(?=[\s/>])|[A-Za-z])
        (?:[^<>"']++|"[^"]*+"|'[^']*+')*+>
      | <[/!?][^<>]*+>""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SPACE = re.compile(r"[ \t\n\f\r]+")


def folded(text: str) -> str:
    """White space as HTML folds it; a no-break space stays."""
    return _SPACE.sub(" ", text)


class _Builder(HTMLParser):
    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#page", {}, 1)
        self._open = [self.root]
        self._faults = faults
        self._number = 0
        self._heard: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write_down()
        self._end_what_this_ends(tag)
        said: dict[str, str] = {}
        for name, value in attrs:
            said.setdefault(name, value or "")
        line = self.getpos()[0]
        self._count(line)
        node = Node(tag, said, line)
        self._open[-1].inside.append(node)
        if tag not in VOID:
            self._open.append(node)
            self._measure(line)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # In HTML the stroke of <div/> means nothing; in a drawing it ends the element.
        if any(node.name in DRAWN for node in self._open):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._write_down()
        names = [node.name for node in self._open]
        if tag in VOID or tag not in names[1:]:
            return
        while self._open[-1].name != tag:
            self._left_open(self._open.pop())
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open[-1].name not in RAW:
            self._heard.append(data)

    def _write_down(self) -> None:
        """Words come in pieces, cut wherever a sign looked like a tag: join them."""
        if self._heard:
            self._open[-1].inside.append("".join(self._heard))
            self._heard = []

    def finish(self) -> None:
        """The page has ended: whatever is still open was never closed."""
        self._write_down()
        while len(self._open) > 1:
            self._left_open(self._open.pop())

    def _end_what_this_ends(self, tag: str) -> None:
        while tag in ENDED_BY.get(self._open[-1].name, ()):
            self._open.pop()
        # A paragraph or an item may end two or three at a time: </td></tr>.
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if tag in ENDED_BY.get(name, ()) and name != "p":
                self._close_down_to(depth)
                return
            if name in _WALLS or name not in NEEDS_NO_END:
                return

    def _close_down_to(self, depth: int) -> None:
        del self._open[depth:]

    def _left_open(self, node: Node) -> None:
        if node.name not in NEEDS_NO_END:
            self._faults.append(
                Fault(
                    node.line,
                    f"<{node.name}> is opened here and not closed. "
                    f"Close it with </{node.name}>.",
                )
            )

    def _count(self, line: int) -> None:
        self._number += 1
        if self._number > MOST_ELEMENTS:
            raise Unreadable(
                [Fault(line, "The document has more than 200,000 elements. Divide it.")]
            )

    def _measure(self, line: int) -> None:
        if len(self._open) > DEEPEST:
            raise Unreadable(
                [
                    Fault(
                        line,
                        f"Elements stand inside each other {DEEPEST} deep here. "
                        "Close those that are done.",
                    )
                ]
            )
