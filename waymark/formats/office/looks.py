"""The names of the looks that parts of a document have in an office file."""

from dataclasses import dataclass, replace

from waymark.formats.document import Inline, Stop, Strong, Words

#: Each tone of a callout, and a quotation; the styles have these names.
CALLOUT = {
    "note": "Callout note",
    "warning": "Callout warning",
    "help": "Callout help",
}
QUOTE = "Block Text"
#: Marks a heading that stands inside something with a look.
WITHIN = "Within "
#: Looks with a line at their side, which has to stay straight.
EDGED = ("Stop", "Branch", "Callout", QUOTE)
#: List styles go this deep; what is deeper looks like the last.
DEEPEST = 3
#: The states of a stop that have a look of their own.
STATES = {"done", "late", "next", "here"}


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a block: how deep in lists, and in what that has a look."""

    depth: int = 0
    ordered: bool = False
    first: bool = True
    look: str = ""

    def item(self, *, ordered: bool) -> "Around":
        """Around the first block of an item."""
        return replace(self, depth=self.depth + 1, ordered=ordered, first=True)

    def on(self) -> "Around":
        """Around the blocks that follow the first."""
        return replace(self, first=False)

    def within(self, look: str) -> "Around":
        """Around the blocks of something with a look."""
        return replace(self, look=look)

    def style(self, weight: str = "") -> str:
        """The style of a paragraph here; nothing for the plain style."""
        if self.look:
            return self.look
        if not self.depth:
            return {"lead": "Lead", "quiet": "Quiet"}.get(weight, "")
        return f"{self._name()} {min(self.depth, DEEPEST)}".removesuffix(" 1")

    def _name(self) -> str:
        if not self.first:
            return "List Continue"
        return "List Number" if self.ordered else "List Bullet"


def stop_state(stop: Stop) -> str:
    """The style of the words that say how a stop stands."""
    if stop.state == "branch":
        return "Branch state"
    return f"Stop {stop.state}" if stop.state in STATES else "Stop state"


def state(stop: Stop) -> tuple[Inline, ...]:
    """How a stop stands and when: "Late: 5 January 2026"."""
    if not stop.when:
        return (Words(stop.says),)
    says = (Strong((Words(f"{stop.says}:"),)), Words(" ")) if stop.says else ()
    return (*says, *stop.when)
