"""Lists: of items, of words with their meanings, and the route line."""

from collections.abc import Callable, Iterable
from typing import cast

from waymark.formats.document import (
    Block,
    InLanguage,
    Inline,
    ItemList,
    Paragraph,
    Stop,
    StopState,
    Term,
    TermList,
    TimeLine,
    plain,
)
from waymark.formats.reading.lines import line
from waymark.formats.reading.nodes import Node
from waymark.formats.reading.sense import Sense

Flow = Callable[[Iterable[Node | str], Sense], tuple[Block, ...]]
STATES = frozenset({"open", "done", "late", "next", "branch", "here"})


def spoken(node: Node, sense: Sense, flow: Flow) -> tuple[Block, ...]:
    """The blocks inside a part of a list or table, in the language of that part."""
    with sense.inside(node) as other:
        blocks = flow(node.inside, sense)
    return (InLanguage(other, blocks),) if other and blocks else blocks


def item_list(node: Node, sense: Sense, flow: Flow) -> list[Block]:
    """Items in order; an item that says nothing is left out."""
    items = []
    for item in node.elements():
        if item.name != "li":
            continue
        if "dated" in item.classes:
            sense.note_day(item)
        blocks = spoken(item, sense, flow)
        items += [blocks] if blocks else []
    if not items:
        return []
    start = node.said.get("start", "1").strip()
    first = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
    ordered = node.name == "ol"
    return [ItemList(tuple(items), ordered, first if ordered else 1)]


def term_list(node: Node, sense: Sense, flow: Flow) -> list[Block]:
    """Words with their meanings; several words may share one meaning."""
    terms: list[Term] = []
    names: list[tuple[Inline, ...]] = []
    said: list[Block] = []
    for part in _in_groups(node):
        if part.name == "dt":
            terms += _term(names, said) if said else []
            names = [] if said else names
            said = []
            names.append(_name(part, sense))
        else:
            said += spoken(part, sense, flow)
    terms += _term(names, said)
    return [TermList(tuple(terms))] if terms else []


def _name(part: Node, sense: Sense) -> tuple[Inline, ...]:
    return line([part_as_words(part)], sense)


def part_as_words(part: Node) -> Node:
    """The element as words in a line, with its language and nothing else of it."""
    said = {name: says for name, says in part.said.items() if name in {"lang", "dir"}}
    return Node("span", said, part.line, part.inside)


def _term(names: list[tuple[Inline, ...]], said: list[Block]) -> list[Term]:
    heard = tuple(name for name in names if name)
    return [Term(heard, tuple(said))] if heard else []


def _in_groups(node: Node) -> Iterable[Node]:
    """The parts of a list of words; HTML lets a <div> stand around each group."""
    for part in node.elements():
        if part.name == "div":
            yield from (inner for inner in part.elements() if inner.name in _PARTS)
        elif part.name in _PARTS:
            yield part


_PARTS = frozenset({"dt", "dd"})

# ---- the route line ----------------------------------------------------------------


def time_line(node: Node, sense: Sense, flow: Flow) -> list[Block]:
    """The route line: every item a stop."""
    stops = _stops(node, sense, flow)
    label = " ".join(node.said.get("aria-label", "").split())
    return [TimeLine(label, stops)] if stops else []


def _stops(node: Node, sense: Sense, flow: Flow) -> tuple[Stop, ...]:
    return tuple(
        stop
        for item in node.elements()
        if item.name == "li" and (stop := _stop(item, sense, flow))
    )


def _stop(item: Node, sense: Sense, flow: Flow) -> Stop | None:
    if "dated" in item.classes:
        sense.note_day(item)
    parts: dict[str, tuple[Inline, ...]] = {}
    branches: tuple[Stop, ...] = ()
    rest: list[Node | str] = []
    for part in item.inside:
        name = _role(part)
        if name == "branches" and isinstance(part, Node):
            branches = _stops(part, sense, flow)
        elif name and isinstance(part, Node):
            parts[name] = line([_only_paragraph(part)], sense)
        else:
            rest.append(part)
    blocks = flow(rest, sense)
    if "stop" not in parts:
        parts["stop"], blocks = _first_words(blocks)
    if not parts["stop"]:
        sense.fault(item, 'A stop has no title. Write it in <p class="stop">.')
        return None
    state = item.said.get("data-state", "open")
    number = item.said.get("data-number", "")
    return Stop(
        title=parts["stop"],
        state=cast(StopState, state if state in STATES else "open"),
        says=item.said.get("data-says", "") or plain(parts.get("says", ())),
        when=parts.get("when", ()),
        blocks=blocks,
        branches=branches,
        number=int(number) if number.isascii() and number.isdigit() else None,
    )


def _role(part: Node | str) -> str:
    """Which part of a stop an element is, if it says so."""
    if isinstance(part, str):
        return ""
    return next(iter(part.classes & {"stop", "says", "when", "branches"}), "")


def _only_paragraph(part: Node) -> Node:
    inner = [node for node in part.elements() if node.name == "p"]
    return part_as_words(inner[0] if len(inner) == 1 else part)


def _first_words(
    blocks: tuple[Block, ...],
) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
    """A stop without a marked title: its first paragraph is the title."""
    match blocks:
        case (Paragraph(inside=inside), *rest):
            return inside, tuple(rest)
        case _:
            return (), blocks
