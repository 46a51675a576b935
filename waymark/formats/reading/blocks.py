"""Blocks in the order of the page: headings, paragraphs, what stands around them."""

from collections.abc import Callable, Iterable

from waymark.formats.document import (
    Block,
    Callout,
    Divider,
    Figure,
    Heading,
    Idea,
    InLanguage,
    Inline,
    Paragraph,
    Quote,
    Tone,
    plain,
)
from waymark.formats.reading import lists, tables
from waymark.formats.reading.lines import line
from waymark.formats.reading.names import names
from waymark.formats.reading.nodes import Node
from waymark.formats.reading.sense import LEFT_OUT, Sense

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that stand on lines of their own, whatever they hold.
STAND_ALONE = HEADINGS | names(
    "p div section article main header footer nav aside blockquote figure figcaption "
    "ul ol li dl dt dd table caption thead tbody tfoot tr td th hr details summary "
    "address form fieldset legend pre body html hgroup search menu img"
)
TONES: dict[str, Tone] = {
    "callout--note": "note",
    "callout--warning": "warning",
    "callout--help": "help",
}
Parts = Iterable[Node | str]


def flow(parts: Parts, sense: Sense) -> tuple[Block, ...]:
    """Blocks from whatever stands here; words between blocks become paragraphs."""
    read: list[Block] = []
    loose: list[Node | str] = []
    for part in parts:
        if isinstance(part, Node) and _stands_alone(part):
            read += _paragraphs(loose, sense)
            loose = []
            read += element(part, sense)
        else:
            loose.append(part)
    return (*read, *_paragraphs(loose, sense))


def _stands_alone(node: Node) -> bool:
    if node.name in LEFT_OUT:
        return node.name in {"svg", "meta"}
    if node.name in STAND_ALONE:
        return True
    # A link or a span around blocks is a block itself.
    return any(inside.name in STAND_ALONE for inside in node.every())


def _paragraphs(loose: list[Node | str], sense: Sense) -> list[Block]:
    inside = line(loose, sense) if loose else ()
    return [Paragraph(inside)] if inside else []


def element(node: Node, sense: Sense) -> list[Block]:
    """The blocks that one element becomes, in its own language."""
    if node.name in LEFT_OUT:
        _refuse_drawn(node, sense)
        return []
    if "dated" in node.classes:
        sense.note_day(node)
    with sense.inside(node) as other:
        read = _READERS.get(node.name, _around)(node, sense)
    return [InLanguage(other, tuple(read))] if other and read else read


def _refuse_drawn(node: Node, sense: Sense) -> None:
    """A drawing inside the page has no bytes of its own that formats could hold."""
    is_seen = node.said.get("aria-hidden") != "true"
    if node.name == "svg" and is_seen:
        sense.fault(
            node,
            "The drawing stands in the page itself. Put it into an <img> with its "
            'text in alt, or write aria-hidden="true" if it is decoration.',
        )


def _around(node: Node, sense: Sense) -> list[Block]:
    """An element that stands around blocks: most of them leave no trace."""
    tone = next((TONES[c] for c in sorted(node.classes) if c in TONES), None)
    if tone or "callout" in node.classes:
        blocks = flow(node.inside, sense)
        return [Callout(tone or "note", blocks)] if blocks else []
    if "idea" in node.classes:
        return _idea(node, sense)
    weighed = node.classes & {"lead", "quiet"}
    blocks = flow(node.inside, sense)
    return [_weighed(block, weighed) for block in blocks]


def _weighed(block: Block, weighed: frozenset[str]) -> Block:
    if not weighed or not isinstance(block, Paragraph):
        return block
    return Paragraph(block.inside, "lead" if "lead" in weighed else "quiet")


def _paragraph(node: Node, sense: Sense) -> list[Block]:
    return _around(node, sense)


def _heading(node: Node, sense: Sense) -> list[Block]:
    inside = line(node.inside, sense)
    if not inside:
        return []
    level = int(node.name[1])
    _judge_level(node, level, sense)
    sense.level = level
    return [Heading(level, inside, node.said.get("id", ""))]


def _judge_level(node: Node, level: int, sense: Sense) -> None:
    if level == 1 and sense.level:
        sense.fault(node, "There is a second <h1>. A document has one main heading.")
    elif level > sense.level + 1:
        sense.fault(
            node,
            f"The heading <h{level}> skips a level. Write <h{sense.level + 1}>.",
        )


def _details(node: Node, sense: Sense) -> list[Block]:
    """A fold: its summary is a heading one level below the one it stands under."""
    before = sense.level
    level = min(before + 1, 6)
    read: list[Block] = []
    rest: list[Node | str] = []
    for part in node.inside:
        if isinstance(part, Node) and part.name == "summary":
            inside = _words_of(part, sense)
            read += [Heading(level, inside)] if inside else []
        else:
            rest.append(part)
    sense.level = level if read else before
    read += flow(rest, sense)
    # What follows the fold stands where it would stand without it.
    sense.level = max(before, 1) if before else before
    return read


def _words_of(node: Node, sense: Sense) -> tuple[Inline, ...]:
    """A summary may hold a heading of its own; only its words count."""
    inner = next((n for n in node.elements() if n.name in HEADINGS), node)
    return line(inner.inside, sense)


def _figure(node: Node, sense: Sense) -> list[Block]:
    caption: tuple[Inline, ...] = ()
    blocks: list[Block] = []
    for part in node.inside:
        if isinstance(part, Node) and part.name == "figcaption":
            caption = line(part.inside, sense)
        else:
            blocks += flow([part], sense)
    match blocks:
        case [Figure(picture=picture)]:
            return [Figure(picture, caption)]
        case _:
            return [*blocks, *([Paragraph(caption)] if caption else [])]


def _image(node: Node, sense: Sense) -> list[Block]:
    picture = sense.picture(node)
    return [Figure(picture)] if picture else []


def _idea(node: Node, sense: Sense) -> list[Block]:
    blocks = flow(node.inside, sense)
    pictures = [block for block in blocks if isinstance(block, Figure)]
    if len(pictures) != 1:
        sense.fault(node, "An idea has one picture with text. Put one, and only one.")
        return []
    words = tuple(block for block in blocks if block is not pictures[0])
    return [Idea(pictures[0].picture, words)]


def _quote(node: Node, sense: Sense) -> list[Block]:
    blocks = flow(node.inside, sense)
    return [Quote(blocks)] if blocks else []


def _divider(node: Node, sense: Sense) -> list[Block]:
    return [Divider()]


def _list(node: Node, sense: Sense) -> list[Block]:
    if "time-line" in node.classes:
        return lists.time_line(node, sense, flow)
    return lists.item_list(node, sense, flow)


def _terms(node: Node, sense: Sense) -> list[Block]:
    return lists.term_list(node, sense, flow)


def _table(node: Node, sense: Sense) -> list[Block]:
    return tables.table(node, sense, flow)


def _stray(node: Node, sense: Sense) -> list[Block]:
    """A part of a list or table that stands alone: its words are kept."""
    return list(flow(node.inside, sense))


Reader = Callable[[Node, Sense], list[Block]]
_READERS: dict[str, Reader] = {
    **dict.fromkeys(HEADINGS, _heading),
    "p": _paragraph,
    "details": _details,
    "figure": _figure,
    "img": _image,
    "blockquote": _quote,
    "hr": _divider,
    "ul": _list,
    "ol": _list,
    "menu": _list,
    "dl": _terms,
    "table": _table,
    "li": _stray,
}


def heading_words(blocks: Iterable[Block]) -> list[str]:
    """The words of the main heading, if there is one."""
    return [plain(b.inside) for b in blocks if isinstance(b, Heading) and b.level == 1]
